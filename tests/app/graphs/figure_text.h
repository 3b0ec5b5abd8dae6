// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/graphs/figure_graph.h"
#include "app/graphs/graph_difference.h"

/// Figures and differences as short texts, for tables of tests.
namespace phaseboard::test {

/// "User -> Feature store -> Model; Model -> User: answer; Online {Model, Feature store};
/// Cache#store".
///
/// A statement is a chain of arrows, the last with a label after ":"; a group with what it holds;
/// or a name alone. "#role" gives a role, "=a/b" synonyms. Ids are "<side>1", "<side>2", ...
[[nodiscard]] graphs::FigureGraph figureFrom(const std::string& text, const std::string& side);

/// What was found, by names: "missing Store; reversed User>Model; misplaced Cache". Empty for
/// nothing.
[[nodiscard]] std::string wordsFor(const graphs::GraphDifference& found,
                                   const graphs::FigureGraph& reference,
                                   const graphs::FigureGraph& other);

}  // namespace phaseboard::test
