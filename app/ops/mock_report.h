// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/board/document.h"
#include "app/content/model.h"
#include "app/graphs/graph_difference.h"
#include "app/mock/debrief.h"
#include "app/mock/follow_up.h"
#include "app/mock/mentions.h"
#include "app/mock/mock_info.h"
#include "app/mock/standing.h"
#include "app/ops/progress_report.h"
#include "app/ops/wordings.h"
#include "app/ports/pack_library.h"
#include "app/review/prompt.h"

namespace phaseboard::ports {
class BoardStore;
class MockStore;
}  // namespace phaseboard::ports

/// What a mock interview is about and what came of it: joins pack and notebook, changes nothing.
namespace phaseboard::ops {

/// The figure that shows the whole design of a question: its cover when that is a flow, else the
/// flow with the most parts; nothing when it has none.
[[nodiscard]] std::optional<DiagramId> referenceOf(const ports::QuestionCard& question);

/// The interview question that is recalled worst over all its phases; empty without any.
[[nodiscard]] QuestionId weakestInterview(const ports::PackLibrary& pack,
                                          const ProgressReport& progress);

/// Everything that can be asked in an attempt, the first ones first (`mock::followUpsFor`).
[[nodiscard]] Result<std::vector<mock::FollowUp>> followUpsOf(const ports::PackLibrary& pack,
                                                              const mock::MockInfo& info);

/// A point of the rubric, and what the attempt says about it.
struct PointReport {
  std::string id;  ///< by which it is ticked
  mock::Mention mention;
  bool isTicked = false;
};

/// One phase: what was written, and what it covers.
struct PhaseReport {
  PhaseId phase;
  std::string text;
  std::vector<content::KeyPoint> keyPoints;
  std::vector<PointReport> points;  ///< one for each key point
};

/// One follow-up that was shown.
struct FollowUpReport {
  mock::FollowUp followUp;
  std::string text;
  std::vector<PointReport> points;  ///< one for each of its points
};

/// The board beside the reference. Ids of the board begin with "board/".
struct BoardReport {
  content::Diagram reference;
  board::Document document;
  graphs::GraphDifference difference;
};

/// A prompt that a miss makes due.
struct MissedPrompt {
  review::Prompt prompt;
  std::string about;  ///< the statement of the key point, or the title of the part; Markdown
  content::Level level = content::Level::Mid;
};

/// An attempt that was finished before.
struct EarlierAttempt {
  mock::MockInfo info;
  mock::Standing times;
};

struct MockReport {
  mock::MockInfo info;
  std::string title;   ///< of the question
  std::string prompt;  ///< the interviewer's opening words
  std::vector<mock::Event> events;
  mock::Standing times;
  std::vector<PhaseReport> phases;        ///< those of the plan, in order
  std::vector<FollowUpReport> followUps;  ///< in the order in which they were shown
  std::optional<BoardReport> board;       ///< where there was one to draw on and a reference
  mock::Rubric rubric;
  mock::Outcome outcome;             ///< by the ticks of this moment; not kept yet
  std::vector<MissedPrompt> misses;  ///< what a mid level should know first; only what can be asked
  std::vector<PhaseId> weakest;
  std::vector<EarlierAttempt> earlier;  ///< of the same question and form, with a debrief; the
                                        ///< newest first
};

/// `NotFound` for an unknown attempt, or when the pack does not have its question any more.
///
/// @param wordings  the user's words, which stand in the place of shipped ones here too
[[nodiscard]] Result<MockReport> readMockReport(const ports::PackLibrary& pack,
                                                const ports::MockStore& mocks,
                                                const ports::BoardStore& boards,
                                                const mock::MockId& id,
                                                const Wordings& wordings = {});

/// How an attempt stood at its end.
[[nodiscard]] Result<mock::Standing> timesOf(const ports::MockStore& mocks,
                                             const mock::MockInfo& info);

}  // namespace phaseboard::ops
