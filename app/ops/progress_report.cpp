// SPDX-License-Identifier: Apache-2.0
#include "app/ops/progress_report.h"

#include <unordered_map>
#include <utility>

#include "app/ops/current_prompts.h"
#include "app/ops/study_plan.h"

namespace phaseboard::ops {
namespace {

constexpr int kDaysOfHistory = 371;
constexpr int kDaysOfRetention = 30;

using States = std::unordered_map<PromptId, const ports::PromptRow*>;

/// The rows of prompts that can still be asked, by the ids that stand today.
States currentStates(const std::vector<ports::PromptRow>& rows, const CurrentPrompts& prompts) {
  States states;
  states.reserve(rows.size());
  for (const ports::PromptRow& row : rows) {
    const review::Prompt* prompt = prompts.find(row.prompt);
    if (prompt == nullptr)
      continue;
    const auto [place, isFirst] = states.emplace(prompt->id, &row);
    if (!isFirst && row.prompt == prompt->id)
      place->second = &row;
  }
  return states;
}

void addReadiness(ProgressReport& report, const ports::PackLibrary& pack, const States& states,
                  const review::MemorySettings& memory) {
  std::vector<review::ReadinessRow> rows;
  rows.reserve(pack.prompts().size());
  for (const review::Prompt& prompt : pack.prompts()) {
    const auto state = states.find(prompt.id);
    rows.push_back({prompt.question, prompt.phase,
                    state == states.end() ? review::PromptState{} : state->second->state});
  }
  report.readiness = review::readinessOn(rows, report.readyOn, memory);
  double recall = 0;
  for (const auto& [cell, readiness] : report.readiness) {
    report.prompts += readiness.prompts;
    report.seen += readiness.seen;
    recall += readiness.recall * readiness.prompts;
  }
  report.recall = report.prompts == 0 ? 0 : recall / report.prompts;
}

void addDays(ProgressReport& report, const std::vector<ports::DaySummary>& summaries) {
  int again = 0;
  for (const ports::DaySummary& summary : summaries) {
    ports::DaySummary& day = report.days[summary.day];
    day.day = summary.day;
    day.answers += summary.answers;
    day.again += summary.again;
    day.newPrompts += summary.newPrompts;
    day.time = Millis{day.time.value() + summary.time.value()};
    if (daysBetween(summary.day, report.today) < kDaysOfRetention) {
      report.answersInThirtyDays += summary.answers;
      again += summary.again;
    }
  }
  if (report.answersInThirtyDays > 0)
    report.trueRetention = 1.0 - static_cast<double>(again) / report.answersInThirtyDays;
}

int daysInARow(const ProgressReport& report) {
  const auto studied = [&](StudyDay day) {
    const auto found = report.days.find(day);
    return found != report.days.end() && found->second.answers > 0;
  };
  StudyDay day = studied(report.today) ? report.today : plusDays(report.today, -1);
  int count = 0;
  for (; studied(day); day = plusDays(day, -1))
    ++count;
  return count;
}

}  // namespace

Result<ProgressReport> readProgress(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                    StudyDay today, int forecastDays) {
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, notebook.settings());
  PHASEBOARD_TRY_ASSIGN(const review::MemorySettings memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(const auto rows, notebook.promptRows());
  PHASEBOARD_TRY_ASSIGN(const auto summaries,
                        notebook.daySummaries(plusDays(today, -kDaysOfHistory), today));
  ProgressReport report;
  report.today = today;
  report.interview = settings.interviewDate;
  report.readyOn =
      settings.interviewDate && *settings.interviewDate > today ? *settings.interviewDate : today;
  const States states = currentStates(rows, CurrentPrompts(pack));
  std::vector<review::ForecastRow> waiting;
  for (const auto& [prompt, row] : states)
    if (!row->suspended && row->state.standing != review::Standing::New)
      waiting.push_back({prompt, row->state});
  addReadiness(report, pack, states, memory);
  addDays(report, summaries);
  report.due = review::forecast(waiting, today, forecastDays, settings.interviewDate);
  report.daysInARow = daysInARow(report);
  return report;
}

}  // namespace phaseboard::ops
