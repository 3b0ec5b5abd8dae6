// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/content/model.h"
#include "app/review/prompt.h"

namespace phaseboard::review {

/// Figures with fewer nodes or edges are asked about part by part only.
inline constexpr int kFewestNodesToRebuild = 4;
inline constexpr int kFewestEdgesToRebuild = 3;

/// The task of drawing a whole figure from memory, by its title and purpose. Nothing for a figure
/// that is too small or has hardly any edges to be drawn.
[[nodiscard]] std::optional<Prompt> rebuildPrompt(const content::Diagram& diagram,
                                                  const QuestionId& question);

}  // namespace phaseboard::review
