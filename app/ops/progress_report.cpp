// SPDX-License-Identifier: Apache-2.0
#include "app/ops/progress_report.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace phaseboard::ops {
namespace {

constexpr int kDaysOfHistory = 371;
constexpr int kDaysOfRetention = 30;

using RecallOf = std::function<std::optional<double>(const TableRow&)>;

ReadinessMap readinessBy(const PromptTable& table, const review::KindSwitches& kinds,
                         const RecallOf& recallOf) {
  std::vector<review::ReadinessRow> rows;
  rows.reserve(table.rows().size());
  for (const TableRow& row : table.rows())
    if (kinds.asks(*row.prompt))
      rows.push_back({row.cell, recallOf(row)});
  const auto cells = review::readinessOf(rows, table.cells().size());
  ReadinessMap map;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].prompts > 0)
      map.emplace(table.cells()[i], cells[i]);
  return map;
}

ReadinessMap readinessOn(const PromptTable& table, const review::KindSwitches& kinds, StudyDay day,
                         const review::MemorySettings& memory) {
  return readinessBy(table, kinds,
                     [&](const TableRow& row) { return review::recallOn(row.state, day, memory); });
}

Forecast forecastOf(const PromptTable& table, const ports::Settings& settings,
                    const review::Pace& pace, StudyDay today, int days) {
  Forecast forecast;
  forecast.days.resize(static_cast<std::size_t>(std::max(1, days)));
  for (const TableRow& row : table.rows()) {
    if (!row.isBegun() || row.suspended || !settings.kinds.asks(*row.prompt))
      continue;
    const bool isReview = row.state.standing == review::Standing::Review;
    const int ahead = isReview ? daysBetween(today, askedOn(row, today, settings)) : 0;
    const Millis cost = pace.of(row.prompt->kind);
    if (ahead < 0)
      forecast.backlog.add(cost);
    else if (static_cast<std::size_t>(ahead) < forecast.days.size())
      forecast.days[static_cast<std::size_t>(ahead)].add(cost);
  }
  return forecast;
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

int daysInARow(const ProgressReport& report, const review::StudyCalendar& calendar) {
  const auto studied = [&](StudyDay day) {
    const auto found = report.days.find(day);
    return found != report.days.end() && found->second.answers > 0;
  };
  int count = 0;
  StudyDay day = studied(report.today) ? report.today : plusDays(report.today, -1);
  const StudyDay oldest = plusDays(report.today, -kDaysOfHistory);
  for (; day >= oldest && (studied(day) || calendar.share(day) == 0); day = plusDays(day, -1))
    count += studied(day) ? 1 : 0;
  return count;
}

void addReadiness(ProgressReport& report, const PromptTable& table,
                  const review::KindSwitches& kinds, const review::MemorySettings& memory) {
  report.readinessToday = readinessOn(table, kinds, report.today, memory);
  report.readiness = report.readyOn == report.today
                         ? report.readinessToday
                         : readinessOn(table, kinds, report.readyOn, memory);
  report.recallToday = meanRecall(report.readinessToday);
  report.recall = meanRecall(report.readiness);
  for (const auto& [cell, readiness] : report.readiness) {
    report.prompts += readiness.prompts;
    report.seen += readiness.seen;
  }
}

}  // namespace

Result<ProgressReport> readProgress(const PromptTable& table, StudyDay today, int forecastDays) {
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, table.notebook().settings());
  PHASEBOARD_TRY_ASSIGN(const review::MemorySettings memory, memorySettings(settings));
  PHASEBOARD_TRY_ASSIGN(const review::Pace pace, readPace(table.notebook()));
  PHASEBOARD_TRY_ASSIGN(const auto summaries,
                        table.notebook().daySummaries(plusDays(today, -kDaysOfHistory), today));
  ProgressReport report;
  report.today = today;
  report.interview = settings.interviewDate;
  report.readyOn =
      settings.interviewDate && *settings.interviewDate > today ? *settings.interviewDate : today;
  addReadiness(report, table, settings.kinds, memory);
  addDays(report, summaries);
  report.forecast = forecastOf(table, settings, pace, today, forecastDays);
  report.daysInARow = daysInARow(report, calendarOf(settings));
  return report;
}

Result<ProgressReport> readProgress(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                    StudyDay today, int forecastDays) {
  PHASEBOARD_TRY_ASSIGN(const PromptTable table, PromptTable::read(pack, notebook));
  return readProgress(table, today, forecastDays);
}

Result<std::optional<ReadinessMap>> readReadinessIfRepeated(const PromptTable& table,
                                                            StudyDay today) {
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, table.notebook().settings());
  PHASEBOARD_TRY_ASSIGN(const review::MemorySettings memory, memorySettings(settings));
  const auto& interview = settings.interviewDate;
  if (!interview || *interview <= today)
    return std::optional<ReadinessMap>();
  return std::optional(readinessBy(table, settings.kinds, [&](const TableRow& row) {
    return row.suspended ? review::recallOn(row.state, *interview, memory)
                         : review::recallIfRepeated(row.state, row.prompt->id, today, *interview,
                                                    memory, settings.finalDays);
  }));
}

double meanRecall(const ReadinessMap& readiness) {
  double recall = 0;
  int prompts = 0;
  for (const auto& [cell, one] : readiness) {
    recall += one.recall * one.prompts;
    prompts += one.prompts;
  }
  return prompts == 0 ? 0 : recall / prompts;
}

}  // namespace phaseboard::ops
