// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/board/board_info.h"
#include "app/board/drawing.h"
#include "app/content/model.h"
#include "app/graphs/graph_difference.h"
#include "app/memory/rating.h"
#include "app/ports/pack_library.h"
#include "app/review/prompt.h"

/// A figure rebuilt from memory: what lies on the board at the beginning, and what came of it.
/// Nothing here changes anything.
namespace phaseboard::ops {

/// A figure that can be rebuilt, and how that came out before.
struct RebuildChoice {
  DiagramId diagram;
  std::string title;
  std::string purpose;
  std::string question;                  ///< its title
  std::vector<board::Outcome> attempts;  ///< the oldest first
};

/// The figures of the pack that have enough parts and edges, in its order; `besides` too, whatever
/// it is like. Of a pack that is older than rebuilding: every flow.
[[nodiscard]] std::vector<RebuildChoice> rebuildChoices(const ports::PackLibrary& pack,
                                                        const std::vector<board::BoardInfo>& boards,
                                                        const DiagramId& besides = {});

/// What lies on the board when a rebuild begins: for "names hidden" the parts without their names.
/// They stand in rows in an order that tells nothing about the figure.
[[nodiscard]] board::Edit givenFor(const content::Diagram& reference, board::Level level,
                                   const board::PartExtent& extent);

/// A grade that the result suggests; the user confirms or changes it.
struct SuggestedGrade {
  review::Prompt prompt;
  memory::Rating rating = memory::Rating::Again;
  std::optional<PartId> part;  ///< of the reference; nothing for the figure as a whole
};

struct RebuildJudgement {
  graphs::GraphDifference difference;  ///< ids of the board are those of `board::partIds`
  double score = 0;                    ///< of what was asked at this level, 0 to 1
  std::vector<SuggestedGrade> grades;  ///< the whole first, then each part that was missed
};

/// What score suggests which grade: Again below 0.5, Hard below 0.75, Good below 0.95.
[[nodiscard]] memory::Rating ratingForScore(double score);

/// Compares a board with the figure that it rebuilds. With the parts given, only groups and edges
/// count. Concepts of the pack lend their synonyms. Prompts that the pack does not have are not
/// suggested.
[[nodiscard]] Result<RebuildJudgement> judgeRebuild(const ports::PackLibrary& pack,
                                                    const DiagramId& reference, board::Level level,
                                                    const board::Document& document);

}  // namespace phaseboard::ops
