// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/framework/framework.h"

namespace phaseboard::mock {

/// The text of a UUID.
using MockId = Strong<struct MockIdTag, std::string>;

/// How much of an interview is rehearsed.
enum class Form {
  Whole,      ///< every stage with its budget
  OneStage,   ///< one stage, in ten minutes
  FollowUps,  ///< a round of the interviewer's questions about the reference design
  HighLevel   ///< the whole design on the board, in five minutes
};
inline constexpr std::array kForms{Form::Whole, Form::OneStage, Form::FollowUps, Form::HighLevel};

/// How the interviewer behaves.
enum class Style {
  Guiding,   ///< says why an answer matters; asks little
  Neutral,   ///< answers what is asked
  Demanding  ///< short answers, many questions, from early on
};
inline constexpr std::array kStyles{Style::Guiding, Style::Neutral, Style::Demanding};

/// "whole", "one-stage", ...: as they are kept.
[[nodiscard]] std::string_view nameOf(Form form);
[[nodiscard]] std::string_view nameOf(Style style);
[[nodiscard]] std::optional<Form> formNamed(std::string_view name);
[[nodiscard]] std::optional<Style> styleNamed(std::string_view name);

/// A timed block of one attempt.
struct PlannedStage {
  StageId id;
  std::string title;            ///< of the framework; empty for the stage of a short form
  std::vector<PhaseId> phases;  ///< what is written in it; empty in a follow-up round
  Millis budget;

  friend bool operator==(const PlannedStage&, const PlannedStage&) = default;
};

/// What an attempt sets out to do. Fixed when it begins, whatever becomes of the settings.
struct Plan {
  Form form = Form::Whole;
  Style style = Style::Neutral;
  std::uint64_t seed = 0;  ///< decides which follow-ups arise, and in which order
  std::vector<PlannedStage> stages;

  [[nodiscard]] Millis budget() const;
  [[nodiscard]] const PlannedStage* stage(const StageId& id) const;
  [[nodiscard]] bool hasPhase(const PhaseId& id) const;

  friend bool operator==(const Plan&, const Plan&) = default;
};

/// Ids of the stages of the short forms that are none of the framework's.
inline constexpr std::string_view kFollowUpStage = "follow-up-round";
inline constexpr std::string_view kHighLevelStage = "high-level-design";

inline constexpr Millis kOneStageBudget{std::int64_t{600} * kMillisPerSecond};
inline constexpr Millis kFollowUpBudget{std::int64_t{600} * kMillisPerSecond};
inline constexpr Millis kHighLevelBudget{std::int64_t{300} * kMillisPerSecond};

/// What the user chose.
struct PlanWish {
  Form form = Form::Whole;
  Style style = Style::Neutral;
  std::uint64_t seed = 0;
  StageId stage;       ///< of OneStage
  PhaseId boardPhase;  ///< of HighLevel: the phase that the reference figure belongs to
};

/// @param minutes  the user's own budgets; a stage that is missing has the pack's
/// @return `InvalidInput` (subject "stage") for OneStage with an unknown stage, (subject
///         "framework") when there is nothing to plan
[[nodiscard]] Result<Plan> makePlan(const PlanWish& wish, const framework::Framework& framework,
                                    const std::map<StageId, int>& minutes);

}  // namespace phaseboard::mock
