// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/diagrams/geometry/ink.h"

namespace phaseboard::geometry {

/// Something that a reader would stumble over.
struct Breach {
  std::string rule;  ///< "words-meet-words", ...
  std::string what;
};

std::ostream& operator<<(std::ostream& out, const Breach& breach);

/// Everything below, for one figure.
[[nodiscard]] std::vector<Breach> breachesIn(const std::string& svg);

/// words-meet-words, words-on-wire, words-cross-border, words-leave-canvas, wire-through-node,
/// nodes-overlap, wires-run-together, label-off-its-wire: by ink.
[[nodiscard]] std::vector<Breach> geometryBreaches(const InkedFigure& figure);

/// faint-words: the letters' colour against the ground that is really painted below them, in both
/// themes.
[[nodiscard]] std::vector<Breach> contrastBreaches(const std::string& svg);

/// too-many-nodes, too-small-at-800: counted in the file, and by the height of capitals in ink.
[[nodiscard]] std::vector<Breach> readingBreaches(const InkedFigure& figure);

}  // namespace phaseboard::geometry
