// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/board/board_info.h"
#include "app/mock/debrief.h"
#include "app/mock/plan.h"

namespace phaseboard::mock {

/// What is known of an attempt without opening it.
struct MockInfo {
  MockId id;
  QuestionId question;
  Plan plan;
  std::optional<board::BoardId> board;  ///< nothing where the form asks for no drawing
  std::optional<DiagramId> reference;   ///< the figure that the board and the follow-ups go by
  Instant startedAt;
  std::optional<Instant> finishedAt;
  std::optional<Outcome> outcome;  ///< once the debrief was confirmed

  friend bool operator==(const MockInfo&, const MockInfo&) = default;
};

/// Names of the texts that are written in an attempt: one for each phase, one for each follow-up.
[[nodiscard]] inline std::string textOf(const PhaseId& phase) {
  return "phase:" + phase.value();
}
[[nodiscard]] inline std::string textOfFollowUp(const std::string& followUp) {
  return "follow-up:" + followUp;
}

inline constexpr std::size_t kLongestAnswer = 200'000;  ///< bytes of one text

}  // namespace phaseboard::mock
