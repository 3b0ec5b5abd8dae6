// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "app/base/study_day.h"

namespace phaseboard {

/// Sixteen bytes that no other machine makes again. Events carry a version 7 UUID (RFC 9562): its
/// first 48 bits are the moment, so events sort by time as plain bytes.
class Uuid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  Uuid() = default;
  explicit constexpr Uuid(const Bytes& bytes) : m_bytes(bytes) {}

  /// Version 7 from a moment and 128 bits of chance (the 54 that have no room are dropped).
  [[nodiscard]] static Uuid version7(Instant moment, std::uint64_t chanceHigh,
                                     std::uint64_t chanceLow);

  /// Reads the usual 36 characters; nothing for anything else.
  [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

  /// "018f…-….", lower case, 36 characters.
  [[nodiscard]] std::string text() const;

  /// The moment in the first 48 bits; meaningful for version 7 only.
  [[nodiscard]] Instant moment() const;

  [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
  [[nodiscard]] std::string_view view() const {
    return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
  }

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Uuid& uuid) {
    return out << uuid.text();
  }

 private:
  Bytes m_bytes{};
};

}  // namespace phaseboard

template <>
struct std::hash<phaseboard::Uuid> {
  std::size_t operator()(const phaseboard::Uuid& uuid) const {
    return std::hash<std::string_view>{}(uuid.view());
  }
};
