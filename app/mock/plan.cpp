// SPDX-License-Identifier: Apache-2.0
#include "app/mock/plan.h"

#include <algorithm>

namespace phaseboard::mock {
namespace {

constexpr std::array<std::string_view, 4> kFormNames{"whole", "one-stage", "follow-ups",
                                                     "high-level"};
constexpr std::array<std::string_view, 3> kStyleNames{"guiding", "neutral", "demanding"};
constexpr std::int64_t kMillisPerMinute = 60 * kMillisPerSecond;

template <class Choice, std::size_t count>
std::optional<Choice> choiceIn(const std::array<std::string_view, count>& names,
                               std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    return std::nullopt;
  return static_cast<Choice>(found - names.begin());
}

PlannedStage planned(const framework::Stage& stage, Millis budget) {
  return {stage.id, stage.title, stage.phases, budget};
}

std::vector<PlannedStage> allStages(const framework::Framework& framework,
                                    const std::map<StageId, int>& minutes) {
  std::vector<PlannedStage> stages;
  for (const framework::Stage& stage : framework.stages) {
    const auto own = minutes.find(stage.id);
    const int budget = own == minutes.end() ? stage.minutes : own->second;
    stages.push_back(planned(stage, Millis{budget * kMillisPerMinute}));
  }
  return stages;
}

}  // namespace

std::string_view nameOf(Form form) {
  return kFormNames[static_cast<std::size_t>(form)];
}

std::string_view nameOf(Style style) {
  return kStyleNames[static_cast<std::size_t>(style)];
}

std::optional<Form> formNamed(std::string_view name) {
  return choiceIn<Form>(kFormNames, name);
}

std::optional<Style> styleNamed(std::string_view name) {
  return choiceIn<Style>(kStyleNames, name);
}

Millis Plan::budget() const {
  std::int64_t all = 0;
  for (const PlannedStage& stage : stages)
    all += stage.budget.value();
  return Millis{all};
}

const PlannedStage* Plan::stage(const StageId& id) const {
  const auto found = std::find_if(stages.begin(), stages.end(),
                                  [&](const PlannedStage& stage) { return stage.id == id; });
  return found == stages.end() ? nullptr : &*found;
}

bool Plan::hasPhase(const PhaseId& id) const {
  return std::any_of(stages.begin(), stages.end(), [&](const PlannedStage& stage) {
    return std::find(stage.phases.begin(), stage.phases.end(), id) != stage.phases.end();
  });
}

Result<Plan> makePlan(const PlanWish& wish, const framework::Framework& framework,
                      const std::map<StageId, int>& minutes) {
  Plan plan{wish.form, wish.style, wish.seed, {}};
  switch (wish.form) {
    case Form::Whole:
      plan.stages = allStages(framework, minutes);
      break;
    case Form::OneStage:
      for (const framework::Stage& stage : framework.stages)
        if (stage.id == wish.stage)
          plan.stages.push_back(planned(stage, kOneStageBudget));
      if (plan.stages.empty())
        return fail(ErrorKind::InvalidInput, "stage", wish.stage.value());
      break;
    case Form::FollowUps:
      plan.stages = {{StageId{std::string(kFollowUpStage)}, {}, {}, kFollowUpBudget}};
      break;
    case Form::HighLevel:
      plan.stages = {
          {StageId{std::string(kHighLevelStage)}, {}, {wish.boardPhase}, kHighLevelBudget}};
      break;
  }
  if (plan.stages.empty())
    return fail(ErrorKind::InvalidInput, "framework", "it has no stages");
  return plan;
}

}  // namespace phaseboard::mock
