// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// What a figure from elsewhere may cost. Whatever asks for more is refused with its reason before
/// anything is painted. All of it is counted after `<use>` was written out.
namespace phaseboard::foreign::limit {

inline constexpr std::size_t kBytes = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kElements = 20'000;
inline constexpr std::size_t kDepth = 64;
inline constexpr std::size_t kUseDepth = 8;
inline constexpr std::size_t kSegments = 100'000;  ///< of all paths
inline constexpr double kInk = 2e6;                ///< length of all lines, in canvas units
inline constexpr double kDashes = 20'000;          ///< of all lines
inline constexpr std::size_t kDashLengths = 16;    ///< of one pattern
inline constexpr std::size_t kLine = 500;          ///< characters of one line of text
inline constexpr std::size_t kText = 20'000;       ///< characters that are painted
inline constexpr std::size_t kWords = 2'000;       ///< characters of one title or description
inline constexpr std::size_t kParts = 400;
inline constexpr std::size_t kRules = 1'000;         ///< of style sheets
inline constexpr std::size_t kStyling = 10'000'000;  ///< steps and declarations compared or set
inline constexpr std::size_t kStops = 1'000;         ///< of all gradients
inline constexpr double kCanvas = 20'000;            ///< units a side
inline constexpr double kFontSize = 500;             ///< units
inline constexpr std::size_t kImages = 32;
inline constexpr double kImagePixels = 4e6;  ///< of all pictures inside the figure

inline constexpr double kSide = 4096;     ///< pixels of the picture that is made
inline constexpr double kPixels = 6e6;    ///< the same, in all
inline constexpr int kSeconds = 2;        ///< of the processor, for painting
inline constexpr int kPatience = 10'000;  ///< milliseconds by the clock on the wall
inline constexpr std::size_t kMemory = std::size_t{512} * 1024 * 1024;

}  // namespace phaseboard::foreign::limit
