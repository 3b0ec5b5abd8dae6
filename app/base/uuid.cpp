// SPDX-License-Identifier: Apache-2.0
#include "app/base/uuid.h"

#include "app/base/bytes.h"

namespace phaseboard {
namespace {

constexpr std::array<std::size_t, 4> kHyphens{8, 13, 18, 23};

std::optional<std::uint8_t> hexDigit(char digit) {
  if (digit >= '0' && digit <= '9')
    return static_cast<std::uint8_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f')
    return static_cast<std::uint8_t>(digit - 'a' + 10);
  if (digit >= 'A' && digit <= 'F')
    return static_cast<std::uint8_t>(digit - 'A' + 10);
  return std::nullopt;
}

}  // namespace

Uuid Uuid::version7(Instant moment, std::uint64_t chanceHigh, std::uint64_t chanceLow) {
  Bytes bytes{};
  const auto millis = static_cast<std::uint64_t>(moment.value());
  for (std::size_t at = 0; at < 6; ++at)
    bytes[at] = static_cast<std::uint8_t>(millis >> (40 - 8 * at));
  for (std::size_t at = 6; at < 8; ++at)
    bytes[at] = static_cast<std::uint8_t>(chanceHigh >> (8 * (at - 6)));
  for (std::size_t at = 8; at < 16; ++at)
    bytes[at] = static_cast<std::uint8_t>(chanceLow >> (8 * (at - 8)));
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return Uuid{bytes};
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36)
    return std::nullopt;
  for (std::size_t hyphen : kHyphens)
    if (text[hyphen] != '-')
      return std::nullopt;
  Bytes bytes{};
  std::size_t nibble = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '-' && (at == 8 || at == 13 || at == 18 || at == 23))
      continue;
    const auto digit = hexDigit(text[at]);
    if (!digit || nibble >= 32)
      return std::nullopt;
    bytes[nibble / 2] = static_cast<std::uint8_t>((bytes[nibble / 2] << 4) | *digit);
    ++nibble;
  }
  return Uuid{bytes};
}

std::string Uuid::text() const {
  std::string text = toHex(view());
  for (std::size_t hyphen : kHyphens)
    text.insert(hyphen, 1, '-');
  return text;
}

Instant Uuid::moment() const {
  std::int64_t millis = 0;
  for (std::size_t at = 0; at < 6; ++at)
    millis = (millis << 8) | m_bytes[at];
  return Instant{millis};
}

}  // namespace phaseboard
