// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace phaseboard {

/// FNV-1a, 64 bit (Fowler, Noll, Vo). The same on every machine, in every process and version, so
/// it may be stored. Not a defence against someone who wants a collision.
class Fnv64 {
 public:
  constexpr Fnv64& add(std::string_view bytes) {
    for (char byte : bytes) {
      m_state ^= static_cast<unsigned char>(byte);
      m_state *= 0x100000001b3ULL;
    }
    return *this;
  }

  /// Adds `field` and its length, so that ("ab", "c") and ("a", "bc") differ.
  constexpr Fnv64& addField(std::string_view field) { return add(field).addNumber(field.size()); }

  constexpr Fnv64& addNumber(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) {
      m_state ^= (number >> shift) & 0xffU;
      m_state *= 0x100000001b3ULL;
    }
    return *this;
  }

  [[nodiscard]] constexpr std::uint64_t value() const { return m_state; }

 private:
  std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

[[nodiscard]] constexpr std::uint64_t fnv64(std::string_view bytes) {
  return Fnv64{}.add(bytes).value();
}

}  // namespace phaseboard
