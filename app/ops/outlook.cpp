// SPDX-License-Identifier: Apache-2.0
#include "app/ops/outlook.h"

#include <algorithm>

#include "app/memory/simulation.h"

namespace phaseboard::ops {
namespace {

constexpr double kSecondsPerMinute = 60;

/// The habits of `simulate`, at the pace of this user.
memory::AnswerHabits habitsOf(const PromptTable& table, const StudyPlan& plan) {
  memory::AnswerHabits habits;
  if (table.rows().empty())
    return habits;
  double seconds = 0;
  for (const TableRow& row : table.rows())
    seconds += static_cast<double>(plan.pace.of(row.prompt->kind).value()) / kMillisPerSecond;
  seconds /= static_cast<double>(table.rows().size());
  habits.seconds = {seconds, seconds, seconds, seconds};
  const double first = seconds * review::kAnswersPerNewPrompt;
  habits.firstSeconds = {first, first, first, first};
  return habits;
}

std::vector<memory::SimulatedPrompt> promptsOf(const PromptTable& table, const StudyPlan& plan) {
  std::vector<memory::SimulatedPrompt> prompts;
  prompts.reserve(table.rows().size());
  for (const TableRow& row : table.rows()) {
    if (row.suspended || !plan.settings.kinds.asks(*row.prompt))
      continue;
    memory::SimulatedPrompt prompt;
    prompt.memory = row.state.memory;
    if (row.isBegun()) {
      prompt.daysSinceAnswer = std::max(0, daysBetween(row.state.lastDay, plan.today));
      prompt.daysUntilDue = daysBetween(plan.today, askedOn(row, plan.today, plan.settings));
    }
    prompts.push_back(prompt);
  }
  return prompts;
}

}  // namespace

Result<Outlook> simulateOutlook(const PromptTable& table, const StudyPlan& plan,
                                const OutlookWish& wish) {
  if (wish.days < 1 || wish.days > 730)
    return fail(ErrorKind::InvalidInput, "days", std::to_string(wish.days));
  memory::SimulationSettings settings;
  settings.days = wish.days;
  settings.retention = wish.retention;
  settings.newPerDay = wish.newPerDay;
  settings.mostSecondsPerDay = wish.dailyMinutes * kSecondsPerMinute;
  settings.habits = habitsOf(table, plan);
  if (plan.settings.interviewDate && *plan.settings.interviewDate > plan.today)
    settings.lastDueDay = daysBetween(plan.today, *plan.settings.interviewDate) - 1;
  const auto prompts = promptsOf(table, plan);
  const memory::Simulation played = memory::simulate(plan.memory.model(), prompts, settings);
  Outlook outlook;
  const double all = std::max<double>(1, static_cast<double>(prompts.size()));
  for (const memory::SimulatedDay& day : played.days) {
    outlook.minutes.push_back(day.seconds / kSecondsPerMinute);
    outlook.known.push_back(day.known / all);
    outlook.begun += day.newPrompts;
  }
  outlook.hours = played.seconds / kSecondsPerMinute / 60;
  return outlook;
}

}  // namespace phaseboard::ops
