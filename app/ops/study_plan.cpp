// SPDX-License-Identifier: Apache-2.0
#include "app/ops/study_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/ops/answered_on.h"

namespace phaseboard::ops {
namespace {

constexpr int kAnswersForPace = 400;
constexpr Millis kMinute{60'000};

bool isInSteps(const TableRow& row) {
  return row.state.standing == review::Standing::Learning ||
         row.state.standing == review::Standing::Relearning;
}

/// Whether it belongs to today: in steps that end soon, or due.
bool isForToday(const TableRow& row, const StudyPlan& plan) {
  if (!row.isBegun() || row.isHidden(plan.today) || !plan.settings.kinds.asks(*row.prompt))
    return false;
  if (isInSteps(row))
    return row.state.dueAt &&
           row.state.dueAt->value() <= plan.facts.now.value() + review::kLearnAhead.value();
  return !plan.calendar.isAway(plan.today) && askedOn(row, plan.today, plan.settings) <= plan.today;
}

void addSeen(StudyPlan& plan, const TableRow& row) {
  const Millis cost = plan.pace.of(row.prompt->kind);
  plan.facts.seen.push_back(
      {row.prompt->id, row.prompt->siblingGroup, row.state, review::kinOf(*row.prompt), cost});
  const bool isLate = !isInSteps(row) && askedOn(row, plan.today, plan.settings) < plan.today;
  (isLate ? plan.backlog : plan.dueToday).add(cost);
}

/// A prompt of the backlog that a catch-up put off.
void notePutOff(StudyPlan& plan, const TableRow& row) {
  const bool isPutOff = row.isBegun() && !row.suspended && !isInSteps(row) && row.buriedUntil &&
                        *row.buriedUntil > plan.today && row.state.dueDay < plan.today;
  if (!isPutOff || !plan.settings.kinds.asks(*row.prompt))
    return;
  plan.putOff.add(plan.pace.of(row.prompt->kind));
  plan.putOffTo = std::max(plan.putOffTo, *row.buriedUntil);
}

void addRows(StudyPlan& plan, const PromptTable& table) {
  plan.putOffTo = plan.today;
  for (const TableRow& row : table.rows()) {
    if (isForToday(row, plan))
      addSeen(plan, row);
    notePutOff(plan, row);
    if (row.isBegun() || row.suspended || !plan.settings.kinds.asks(*row.prompt))
      continue;
    ++plan.unseen;
    if (!row.isHidden(plan.today))
      plan.facts.fresh.push_back({row.prompt->id, row.prompt->siblingGroup,
                                  review::kinOf(*row.prompt), plan.pace.of(row.prompt->kind)});
  }
}

constexpr Millis kLongestSetBack{14'400'000};

Status addToday(StudyPlan& plan, Instant begin, const PromptTable& table) {
  PHASEBOARD_TRY_ASSIGN(const auto days, table.notebook().daySummaries(plan.today, plan.today));
  for (const ports::DaySummary& day : days) {
    plan.answeredToday += day.answers;
    plan.newToday += day.newPrompts;
    plan.spentToday = Millis{plan.spentToday.value() + day.time.value()};
  }
  if (plan.answeredToday == 0)
    return {};
  PHASEBOARD_TRY_ASSIGN(auto answered,
                        answeredOn(plan.today, begin, table.prompts(), table.notebook()));
  plan.facts.siblingGroupsOfToday = std::move(answered.siblingGroups);
  plan.facts.lapses = std::move(answered.lapses);
  return {};
}

void setLimits(StudyPlan& plan) {
  plan.newPrompts = review::planNewPrompts(plan.unseen + plan.newToday, plan.settings.newPerDay,
                                           plan.today, plan.settings.interviewDate, plan.calendar);
  plan.facts.newLimit = std::max(0, plan.newPrompts.perDay - plan.newToday);
  const auto& interview = plan.settings.interviewDate;
  plan.facts.siblingsWait = !interview || plan.today > *interview ||
                            plan.today < plusDays(*interview, -review::kFewestFinalDays);
  const double usual = static_cast<double>(plan.settings.dailyMinutes * kMinute.value());
  plan.budget = Millis{std::llround(usual * plan.calendar.share(plan.today))};
  plan.facts.budget =
      Millis{std::max<std::int64_t>(0, plan.budget.value() - plan.spentToday.value())};
}

}  // namespace

Result<StudyPlan> readStudyPlan(const PromptTable& table, Instant now, UtcOffset offset) {
  StudyPlan plan;
  PHASEBOARD_TRY_ASSIGN(plan.settings, table.notebook().settings());
  PHASEBOARD_TRY_ASSIGN(plan.memory, memorySettings(plan.settings));
  PHASEBOARD_TRY_ASSIGN(plan.pace, readPace(table.notebook()));
  plan.calendar = calendarOf(plan.settings);
  plan.today = studyDay(now, offset, plan.settings.dayStart);
  plan.facts.now = now;
  plan.facts.today = plan.today;
  addRows(plan, table);
  // A day that clocks were set back into began earlier than local time says.
  const Instant begin{beginOf(plan.today, offset, plan.settings.dayStart).value() -
                      kLongestSetBack.value()};
  PHASEBOARD_TRY(addToday(plan, begin, table));
  setLimits(plan);
  return plan;
}

Result<StudyPlan> readStudyPlan(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                Instant now, UtcOffset offset) {
  PHASEBOARD_TRY_ASSIGN(const PromptTable table, PromptTable::read(pack, notebook));
  return readStudyPlan(table, now, offset);
}

StudyDay askedOn(const TableRow& row, StudyDay today, const ports::Settings& settings) {
  const StudyDay due = review::dueDayTowards(row.state, row.prompt->id, today,
                                             settings.interviewDate, settings.finalDays);
  return row.buriedUntil ? std::max(due, *row.buriedUntil) : due;
}

review::CatchUpFacts catchUpFacts(const PromptTable& table, const StudyPlan& plan, int days) {
  review::CatchUpFacts facts;
  facts.today = plan.today;
  facts.days = days;
  facts.budget = Millis{plan.settings.dailyMinutes * kMinute.value()};
  facts.calendar = plan.calendar;
  facts.ahead.assign(static_cast<std::size_t>(review::kMostCatchUpDays), Millis{0});
  for (const TableRow& row : table.rows()) {
    if (!row.isBegun() || row.suspended || !plan.settings.kinds.asks(*row.prompt))
      continue;
    const Millis cost = plan.pace.of(row.prompt->kind);
    const int ahead =
        isInSteps(row) ? 0 : daysBetween(plan.today, askedOn(row, plan.today, plan.settings));
    if (ahead < 0)
      facts.backlog.push_back({row.prompt->id, row.state, cost});
    else if (ahead < review::kMostCatchUpDays)
      facts.ahead[static_cast<std::size_t>(ahead)] =
          Millis{facts.ahead[static_cast<std::size_t>(ahead)].value() + cost.value()};
  }
  return facts;
}

Result<review::Pace> readPace(const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto latest, notebook.latestTimes(kAnswersForPace));
  std::vector<review::AnswerTime> times;
  times.reserve(latest.size());
  for (const ports::LatestTime& one : latest)
    if (const auto parts = review::splitPromptId(one.prompt))
      times.push_back({parts->kind, one.time});
  return review::Pace::learned(times);
}

Result<review::MemorySettings> memorySettings(const ports::Settings& settings) {
  return review::MemorySettings::make(settings.parameters, settings.retention);
}

review::StudyCalendar calendarOf(const ports::Settings& settings) {
  return review::StudyCalendar(settings.week, settings.away);
}

}  // namespace phaseboard::ops
