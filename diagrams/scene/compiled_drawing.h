// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagrams/scene/drawing.h"

/// A drawing as bytes: what is costly about a figure, done once when its pack is built.
namespace phaseboard::scene {

/// Raised whenever the bytes, or what the reader of SVG makes of a figure, change.
inline constexpr std::uint16_t kCompiledVersion = 1;

struct CompiledDrawing {
  Drawing drawing;                        ///< its items still have to be shaped
  std::vector<std::size_t> readingOrder;  ///< indexes of items
};

/// The bytes begin with the version, a fingerprint of the fonts and of the table of styles, and a
/// hash of `svg`. Coordinates are single precision, all numbers little-endian.
[[nodiscard]] std::string writeCompiled(const Drawing& drawing,
                                        const std::vector<std::size_t>& readingOrder,
                                        std::string_view svg);

/// Nothing when the bytes belong to another version, other fonts or another figure, or are not
/// exactly what `writeCompiled` writes. Every count, index, length and number is checked before it
/// is used: the bytes may come from anywhere.
[[nodiscard]] std::optional<CompiledDrawing> readCompiled(std::string_view bytes,
                                                          std::string_view svg);

}  // namespace phaseboard::scene
