// SPDX-License-Identifier: Apache-2.0
#include "app/ops/study_plan.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "app/ops/answered_on.h"
#include "app/ops/current_prompts.h"

namespace phaseboard::ops {
namespace {

constexpr int kDaysForPace = 30;
constexpr int kAnswersForPace = 20;
constexpr Millis kMinute{60'000};

/// What is to be asked today although it is due later: the interview comes before it.
Result<std::vector<ports::PromptRow>> broughtForward(const StudyPlan& plan,
                                                     const ports::Notebook& notebook) {
  std::vector<ports::PromptRow> rows;
  const auto& interview = plan.settings.interviewDate;
  if (!interview || plan.today >= *interview ||
      plan.today < plusDays(*interview, -review::kFewestFinalDays))
    return rows;
  const StudyDay firstFinalDay = plusDays(*interview, -review::kFewestFinalDays);
  PHASEBOARD_TRY_ASSIGN(rows, notebook.laterReviews(plan.today, firstFinalDay));
  std::erase_if(rows, [&](const ports::PromptRow& row) {
    return review::dueDayTowards(row.state, row.prompt, plan.today, interview) > plan.today;
  });
  return rows;
}

Status addSeen(StudyPlan& plan, const CurrentPrompts& prompts, const ports::Notebook& notebook) {
  // Steps that end soon belong to this sitting too.
  const Instant soon{plan.facts.now.value() + review::kLearnAhead.value()};
  PHASEBOARD_TRY_ASSIGN(auto rows, notebook.duePrompts(soon, plan.today));
  PHASEBOARD_TRY_ASSIGN(auto early, broughtForward(plan, notebook));
  rows.insert(rows.end(), early.begin(), early.end());
  plan.facts.seen.reserve(rows.size());
  for (const ports::PromptRow& row : rows) {
    const review::Prompt* prompt = prompts.find(row.prompt);
    if (prompt == nullptr || !plan.settings.kinds.asks(*prompt))
      continue;
    if (prompt->id != row.prompt) {
      PHASEBOARD_TRY_ASSIGN(const auto own, notebook.promptRow(prompt->id));
      if (own)
        continue;  // answered under its new id too: that one counts
    }
    plan.facts.seen.push_back(
        {prompt->id, prompt->siblingGroup, row.state, review::kinOf(*prompt)});
  }
  return {};
}

Status addFresh(StudyPlan& plan, const CurrentPrompts& prompts,
                const std::vector<review::Prompt>& from, const ports::Notebook& notebook) {
  for (const review::Prompt& prompt : from) {
    if (!plan.settings.kinds.asks(prompt))
      continue;
    PHASEBOARD_TRY_ASSIGN(const auto row, prompts.rowOf(prompt, notebook));
    const bool begun = row && row->state.standing != review::Standing::New;
    const bool aside =
        row && (row->suspended || (row->buriedUntil && *row->buriedUntil > plan.today));
    if (begun || (row && row->suspended))
      continue;
    ++plan.unseen;
    if (!aside)
      plan.facts.fresh.push_back({prompt.id, prompt.siblingGroup, review::kinOf(prompt)});
  }
  return {};
}

Status addToday(StudyPlan& plan, Instant begin, const CurrentPrompts& prompts,
                const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto days,
                        notebook.daySummaries(plusDays(plan.today, -kDaysForPace), plan.today));
  for (const ports::DaySummary& day : days)
    if (day.day == plan.today) {
      plan.answeredToday += day.answers;
      plan.newToday += day.newPrompts;
      plan.spentToday = Millis{plan.spentToday.value() + day.time.value()};
    }
  plan.facts.perAnswer = timePerAnswer(days);
  if (plan.answeredToday == 0)
    return {};
  PHASEBOARD_TRY_ASSIGN(auto answered, answeredOn(plan.today, begin, prompts, notebook));
  plan.facts.siblingGroupsOfToday = std::move(answered.siblingGroups);
  plan.facts.lapses = std::move(answered.lapses);
  return {};
}

void setLimits(StudyPlan& plan) {
  plan.newPrompts = review::planNewPrompts(plan.unseen + plan.newToday, plan.settings.newPerDay,
                                           plan.today, plan.settings.interviewDate);
  plan.facts.newLimit = std::max(0, plan.newPrompts.perDay - plan.newToday);
  const std::int64_t budget = plan.settings.dailyMinutes * kMinute.value();
  const auto& interview = plan.settings.interviewDate;
  plan.facts.siblingsWait = !interview || plan.today > *interview ||
                            plan.today < plusDays(*interview, -review::kFewestFinalDays);
  plan.facts.budget = Millis{std::max<std::int64_t>(0, budget - plan.spentToday.value())};
}

}  // namespace

Result<StudyPlan> readStudyPlan(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                Instant now, UtcOffset offset) {
  StudyPlan plan;
  PHASEBOARD_TRY_ASSIGN(plan.settings, notebook.settings());
  PHASEBOARD_TRY_ASSIGN(plan.memory, memorySettings(plan.settings));
  plan.today = studyDay(now, offset, plan.settings.dayStart);
  plan.facts.now = now;
  plan.facts.today = plan.today;
  PHASEBOARD_TRY_ASSIGN(auto own, notebook.ownPrompts());
  const CurrentPrompts prompts(pack, std::move(own));
  PHASEBOARD_TRY(addSeen(plan, prompts, notebook));
  // What people wrote themselves they want to be asked first.
  PHASEBOARD_TRY(addFresh(plan, prompts, prompts.own(), notebook));
  PHASEBOARD_TRY(addFresh(plan, prompts, pack.prompts(), notebook));
  const Instant begin = beginOf(plan.today, offset, plan.settings.dayStart);
  PHASEBOARD_TRY(addToday(plan, begin, prompts, notebook));
  setLimits(plan);
  return plan;
}

Result<review::MemorySettings> memorySettings(const ports::Settings& settings) {
  return review::MemorySettings::make(settings.parameters, settings.retention);
}

Millis timePerAnswer(const std::vector<ports::DaySummary>& days) {
  std::int64_t answers = 0;
  std::int64_t time = 0;
  for (const ports::DaySummary& day : days) {
    answers += day.answers;
    time += day.time.value();
  }
  if (answers < kAnswersForPace || time <= 0)
    return kUsualAnswer;
  return Millis{std::max<std::int64_t>(1, time / answers)};
}

}  // namespace phaseboard::ops
