// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/base/diagnostic.h"
#include "app/ports/figure_compiler.h"
#include "diagrams/compiler/flow/flow_svg.h"

namespace phaseboard::compiler {

/// An explanation that is long enough.
inline const std::string kWhy = "It is here because the test needs something to look at.";

/// A digraph "f" with title and tooltip in line 1 and `body` from line 2 on.
[[nodiscard]] std::string aFlow(const std::string& body);

/// One line that declares a node in `cell`: aNode("a", "0,0", "class=store").
[[nodiscard]] std::string aNode(const std::string& id, const std::string& cell,
                                const std::string& more = {});
[[nodiscard]] std::string anEdge(const std::string& from, const std::string& to,
                                 const std::string& more = {});

/// The figure "q/f" compiled from `text`, called "f.dot" in messages.
[[nodiscard]] ports::FigureResult compiled(const std::string& text);

/// What is wrong with `text`, as "f.dot:3: message".
[[nodiscard]] std::vector<std::string> problemsIn(const std::string& text);

/// The names of the sources in tests/data/figures, sorted.
[[nodiscard]] std::vector<std::string> sampleFigures();
[[nodiscard]] ports::FigureSource sampleSource(const std::string& name);

/// A sample with its geometry; the test fails when it has problems.
[[nodiscard]] FlowFigure laidOutSample(const std::string& name);

}  // namespace phaseboard::compiler
