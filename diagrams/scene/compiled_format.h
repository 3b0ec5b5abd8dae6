// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// What writer and reader of compiled drawings agree on.
namespace phaseboard::scene {

inline constexpr std::uint32_t kCompiledMagic = 0x47464250;  // "PBFG"
inline constexpr std::uint32_t kNoItem = 0xffffffff;

/// What follows a mark.
enum class MarkContent : std::uint8_t {
  Path,
  Glyphs,
  Line,  ///< text with letters that our fonts lack: shaped by the machine that shows it
};

/// Of all that compiled drawings depend on beside their source: the faces of our fonts and the
/// table of styles.
[[nodiscard]] std::uint64_t compiledFingerprint();

}  // namespace phaseboard::scene
