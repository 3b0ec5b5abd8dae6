// SPDX-License-Identifier: Apache-2.0
#include "app/ops/replay.h"

#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/ops/tallies.h"

namespace phaseboard::ops {
namespace {

constexpr StudyDay kFirstOfDays{std::numeric_limits<std::int32_t>::min()};
constexpr StudyDay kLastOfDays{std::numeric_limits<std::int32_t>::max()};

/// Sums of tallies, by everything that they are told apart by.
struct TallyKey {
  StudyDay day;
  QuestionId question;
  PhaseId phase;
  review::Maturity maturity = review::Maturity::Learning;
  friend auto operator<=>(const TallyKey&, const TallyKey&) = default;
};
using Tallies = std::map<TallyKey, ports::AnswerTally>;

using DayKey = std::pair<StudyDay, QuestionId>;
using Days = std::map<DayKey, ports::DaySummary>;

void addTo(Tallies& tallies, const ports::PromptLog& log) {
  if (!log.question)
    return;
  for (const ports::AnswerTally& more :
       talliesOf(log.events, *log.question, log.phase.value_or(PhaseId{}))) {
    ports::AnswerTally& sum = tallies[{more.day, more.question, more.phase, more.maturity}];
    const ports::AnswerTally before = sum;
    sum = more;
    sum.answers += before.answers;
    sum.again += before.again;
    sum.newPrompts += before.newPrompts;
    sum.time = Millis{sum.time.value() + before.time.value()};
  }
}

Days daysOf(const Tallies& tallies) {
  Days days;
  for (const auto& [key, tally] : tallies) {
    ports::DaySummary& day = days[{key.day, key.question}];
    day.day = key.day;
    day.question = key.question;
    day.answers += tally.answers;
    day.again += tally.again;
    day.newPrompts += tally.newPrompts;
    day.time = Millis{day.time.value() + tally.time.value()};
  }
  return days;
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
  return store.daySummaries(kFirstOfDays, kLastOfDays);
}

Status compareDays(const ports::NotebookStore& store, const Tallies& tallies,
                   ReplayReport& report) {
  const Days replayed = daysOf(tallies);
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

/// Subtracts what is stored from what the log comes to: nothing may be left.
Status compareRecall(const ports::NotebookStore& store, const Tallies& tallies,
                     ReplayReport& report) {
  std::map<std::pair<StudyDay, review::Maturity>, std::pair<int, int>> left;
  for (const auto& [key, tally] : tallies) {
    auto& [answers, again] = left[{key.day, key.maturity}];
    answers += tally.answers;
    again += tally.again;
  }
  PHASEBOARD_TRY_ASSIGN(const auto stored, store.recallSummaries(kFirstOfDays, kLastOfDays));
  for (const ports::RecallSummary& one : stored) {
    auto& [answers, again] = left[{one.day, one.maturity}];
    answers -= one.answers;
    again -= one.again;
  }
  for (const auto& [key, counts] : left)
    if (counts != std::pair{0, 0})
      note(report, "the recall of day " + toIso(key.first));
  return {};
}

/// By question: a prompt that moved to another phase took only its later times along.
Status compareTimes(const ports::NotebookStore& store, const Tallies& tallies,
                    ReplayReport& report) {
  std::map<QuestionId, std::pair<int, std::int64_t>> left;
  for (const auto& [key, tally] : tallies) {
    auto& [answers, time] = left[key.question];
    answers += tally.answers;
    time += tally.time.value();
  }
  PHASEBOARD_TRY_ASSIGN(const auto stored, store.timeSummaries());
  for (const ports::TimeSummary& one : stored) {
    auto& [answers, time] = left[one.question];
    answers -= one.answers;
    time -= one.time.value();
  }
  for (const auto& [question, counts] : left)
    if (counts != std::pair<int, std::int64_t>{0, 0})
      note(report, "the time of " + question.value());
  return {};
}

}  // namespace

Result<ReplayReport> compareWithLog(const ports::NotebookStore& store,
                                    const review::MemorySettings& settings) {
  ReplayReport report;
  Tallies tallies;
  std::set<PromptId> logged;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    ++report.prompts;
    logged.insert(log.prompt);
    addTo(tallies, log);
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
  PHASEBOARD_TRY(compareDays(store, tallies, report));
  PHASEBOARD_TRY(compareRecall(store, tallies, report));
  PHASEBOARD_TRY(compareTimes(store, tallies, report));
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
  Tallies tallies;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    addTo(tallies, log);
    return {};
  }));
  PHASEBOARD_TRY(store.removeTallies());
  for (const auto& [key, tally] : tallies)
    PHASEBOARD_TRY(store.addTally(tally));
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
  PHASEBOARD_TRY(unit->commit(Instant{0}));
  return report;
}

}  // namespace phaseboard::ops
