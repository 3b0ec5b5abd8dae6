// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/base/diagnostic.h"

/// The SVG that we write and accept from authors. It is small so that every renderer agrees on it
/// and our own painter needs nothing else:
///
/// - elements: svg style title desc g path rect circle ellipse line polyline polygon text;
/// - one `<style>`, before everything that is painted, with class selectors and plain values;
/// - classes only: no presentation attribute, no `style=""`, `transform` on groups without parts;
/// - a part is `<g id="kebab-case" class="part ...">` beginning with `<title>` and `<desc>`; edges
///   carry `data-from` and `data-to` (ids of other parts) and may carry `data-step` (1, 2, ...);
/// - one line per `<text>`, which has no children;
/// - no entities of its own, no document type, nothing from outside.
namespace phaseboard::compiler {

inline constexpr std::size_t kLargestFigureBytes = 2U * 1024U * 1024U;
inline constexpr int kMostFigureElements = 20'000;
inline constexpr int kShortestDescription = 40;     ///< characters, for what we ship
inline constexpr int kShortestAnyDescription = 12;  ///< characters, whoever wrote it

/// Everything in `svg` that is outside the subset, in the order of lines; empty when it is inside.
///
/// @param file                 named in the messages
/// @param shortestDescription  characters a part's `<desc>` must have, at least
///                             `kShortestAnyDescription`
/// Stops at the first error of XML itself and when a limit of size is passed.
[[nodiscard]] Diagnostics checkSvgSubset(std::string_view svg, const std::string& file,
                                         int shortestDescription = kShortestDescription);

}  // namespace phaseboard::compiler
