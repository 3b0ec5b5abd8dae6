// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

#include "app/content/model.h"
#include "app/mock/clarification.h"
#include "app/mock/follow_up.h"
#include "app/mock/plan.h"
#include "app/mock/standing.h"

/// Everything that a mock interview says which is no content of a pack.
namespace phaseboard::ui {

[[nodiscard]] QString formWords(mock::Form form);
[[nodiscard]] QString formAdvice(mock::Form form);
[[nodiscard]] QString styleWords(mock::Style style);
[[nodiscard]] QString styleAdvice(mock::Style style);

/// "Mid", "Senior", "Staff"; "Below mid" for nothing.
[[nodiscard]] QString levelWords(const std::optional<content::Level>& level);

/// The title of a stage, also of those of the short forms.
[[nodiscard]] QString stageWords(const mock::PlannedStage& stage);

/// "12:05"; "-0:40" when it is below zero.
[[nodiscard]] QString clockText(Millis time);

/// What was left or over at the end, and what was not counted: "1:00 were left. Paused for 5 min."
[[nodiscard]] QString restWords(const mock::Standing& times);

/// What the interviewer says to a question of the candidate; Markdown. The reason is told by a
/// guiding interviewer only.
[[nodiscard]] QString answerWords(const mock::Clarification& said, mock::Style style);

/// The question of a follow-up, and one point that a good answer mentions; Markdown.
[[nodiscard]] QString questionWords(const mock::FollowUp& followUp);
[[nodiscard]] QString pointWords(const mock::FollowUpPoint& point);

}  // namespace phaseboard::ui
