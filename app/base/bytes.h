// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace phaseboard {

/// CRC-32C (Castagnoli, reflected polynomial 0x82F63B78), as in iSCSI (RFC 3720). "123456789" gives
/// 0xE3069283. For telling a torn or damaged record from a whole one.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string toHex(std::string_view bytes);

/// Whether the bytes are well-formed UTF-8 without overlong forms, surrogates or values past
/// U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view bytes);

}  // namespace phaseboard
