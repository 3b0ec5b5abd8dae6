// SPDX-License-Identifier: Apache-2.0
#include "app/ops/replay.h"

#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/ops/study_plan.h"

namespace phaseboard::ops {
namespace {

using DayKey = std::pair<StudyDay, QuestionId>;
using Days = std::map<DayKey, ports::DaySummary>;

void addTo(Days& days, const ports::PromptLog& log) {
  if (!log.question)
    return;
  for (const review::CountedAnswer& answer : review::countedAnswers(log.events)) {
    ports::DaySummary& day = days[{answer.day, *log.question}];
    day.day = answer.day;
    day.question = *log.question;
    day.answers += 1;
    day.again += answer.rating == memory::Rating::Again ? 1 : 0;
    day.newPrompts += answer.isFirst ? 1 : 0;
    day.time = Millis{day.time.value() + answer.thinking.value()};
  }
}

bool areEqual(const ports::DaySummary& a, const ports::DaySummary& b) {
  return std::tie(a.answers, a.again, a.newPrompts, a.time) ==
         std::tie(b.answers, b.again, b.newPrompts, b.time);
}

void note(ReplayReport& report, std::string difference) {
  ++report.differenceCount;
  if (report.differences.size() < kDifferencesListed)
    report.differences.push_back(std::move(difference));
}

Result<std::vector<ports::DaySummary>> storedDays(const ports::NotebookStore& store) {
  return store.daySummaries(StudyDay{std::numeric_limits<std::int32_t>::min()},
                            StudyDay{std::numeric_limits<std::int32_t>::max()});
}

Status compareDays(const ports::NotebookStore& store, const Days& replayed, ReplayReport& report) {
  PHASEBOARD_TRY_ASSIGN(const auto days, storedDays(store));
  std::set<DayKey> seen;
  for (const ports::DaySummary& stored : days) {
    const DayKey key{stored.day, stored.question};
    seen.insert(key);
    const auto found = replayed.find(key);
    if (found == replayed.end() ? stored.answers != 0 : !areEqual(stored, found->second))
      note(report, "day " + toIso(stored.day) + " of " + stored.question.value());
  }
  for (const auto& [key, day] : replayed)
    if (!seen.contains(key))
      note(report, "day " + toIso(day.day) + " of " + day.question.value() + " is missing");
  return {};
}

}  // namespace

Result<ReplayReport> compareWithLog(const ports::NotebookStore& store,
                                    const review::MemorySettings& settings) {
  ReplayReport report;
  Days days;
  std::set<PromptId> logged;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    ++report.prompts;
    logged.insert(log.prompt);
    addTo(days, log);
    const review::PromptState replayed = review::replay(log.events, settings);
    report.answers += replayed.reps;
    PHASEBOARD_TRY_ASSIGN(const auto row, store.promptRow(log.prompt));
    // A prompt whose only answer was taken back has no row.
    if (row ? row->state != replayed : replayed.reps != 0)
      note(report, "the schedule of " + log.prompt.value());
    return {};
  }));
  PHASEBOARD_TRY_ASSIGN(const auto rows, store.promptRows());
  for (const ports::PromptRow& row : rows)
    if (row.state.reps != 0 && !logged.contains(row.prompt))
      note(report, "a schedule without a log: " + row.prompt.value());
  PHASEBOARD_TRY(compareDays(store, days, report));
  return report;
}

Status replaySchedules(ports::NotebookStore& store, const review::MemorySettings& settings) {
  return store.eachLog([&](const ports::PromptLog& log) -> Status {
    const review::PromptState replayed = review::replay(log.events, settings);
    PHASEBOARD_TRY_ASSIGN(const auto row, store.promptRow(log.prompt));
    const bool isStored = row ? row->state == replayed : replayed.reps == 0;
    return isStored ? Status{} : store.writeState(log.prompt, replayed);
  });
}

Status replayDays(ports::NotebookStore& store) {
  Days days;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    addTo(days, log);
    return {};
  }));
  PHASEBOARD_TRY(store.removeDays());
  for (const auto& [key, day] : days)
    PHASEBOARD_TRY(store.addToDay(day));
  return {};
}

Result<ReplayReport> rebuildFromLog(ports::NotebookStore& store,
                                    const review::MemorySettings& settings) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, store.begin());
  PHASEBOARD_TRY_ASSIGN(ReplayReport report, compareWithLog(store, settings));
  if (report.differenceCount == 0)
    return report;
  PHASEBOARD_TRY(replaySchedules(store, settings));
  PHASEBOARD_TRY_ASSIGN(const auto rows, store.promptRows());
  std::set<PromptId> logged;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    logged.insert(log.prompt);
    return {};
  }));
  for (const ports::PromptRow& row : rows)
    if (row.state.reps != 0 && !logged.contains(row.prompt))
      PHASEBOARD_TRY(store.writeState(row.prompt, {}));
  PHASEBOARD_TRY(replayDays(store));
  PHASEBOARD_TRY(store.forgetSteps());
  PHASEBOARD_TRY(unit->commit());
  return report;
}

}  // namespace phaseboard::ops
