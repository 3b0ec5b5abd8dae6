// SPDX-License-Identifier: Apache-2.0
// What the notebook knows about days, times and memories. Nothing here reads more of the log than
// it says.
#include <utility>

#include "db/connection.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
std::int64_t SqliteNotebookStore::changeCount() const {
  return m_connection->database().getTotalChanges() + m_changesOfLoans;
}

Result<std::map<StudyDay, int>> SqliteNotebookStore::dueCounts() const {
  return m_connection->guarded([&]() -> Result<std::map<StudyDay, int>> {
    std::map<StudyDay, int> counts;
    Query rows = m_connection->query(
        "SELECT due_day, count(*) FROM schedule WHERE standing = 'review' AND is_suspended = 0 "
        "GROUP BY due_day");
    while (rows.next())
      counts.emplace_hint(counts.end(), StudyDay{rows.number(0)}, rows.number(1));
    return counts;
  });
}

Result<std::vector<PromptId>> SqliteNotebookStore::flaggedPrompts() const {
  return m_connection->guarded([&]() -> Result<std::vector<PromptId>> {
    std::vector<PromptId> flagged;
    Query rows = m_connection->query(
        "SELECT prompt.id FROM prompt_flag CROSS JOIN prompt ON prompt.key = "
        "prompt_flag.prompt_key ORDER BY prompt_flag.prompt_key");
    while (rows.next())
      flagged.emplace_back(rows.text(0));
    return flagged;
  });
}

Result<std::vector<ports::DaySummary>> SqliteNotebookStore::daySummaries(StudyDay from,
                                                                         StudyDay to) const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::DaySummary>> {
    std::vector<ports::DaySummary> days;
    Query rows = m_connection->query(
        "SELECT study_day, question, answers, again, new_prompts, time_ms FROM day_summary "
        "WHERE study_day BETWEEN ? AND ? ORDER BY study_day, question",
        from, to);
    while (rows.next())
      days.push_back({StudyDay{rows.number(0)}, QuestionId{rows.text(1)}, rows.number(2),
                      rows.number(3), rows.number(4), Millis{rows.integer(5)}});
    return days;
  });
}

Result<std::vector<ports::RecallSummary>> SqliteNotebookStore::recallSummaries(StudyDay from,
                                                                               StudyDay to) const {
  using review::Maturity;
  return m_connection->guarded([&]() -> Result<std::vector<ports::RecallSummary>> {
    std::vector<ports::RecallSummary> all;
    Query rows = m_connection->query(
        "SELECT study_day, sum(answers - young - mature), sum(again - young_again - mature_again), "
        "sum(young), sum(young_again), sum(mature), sum(mature_again) FROM day_summary "
        "WHERE study_day BETWEEN ? AND ? GROUP BY study_day ORDER BY study_day",
        from, to);
    while (rows.next())
      for (const Maturity maturity : {Maturity::Learning, Maturity::Young, Maturity::Mature}) {
        const int column = 1 + 2 * static_cast<int>(maturity);
        if (rows.number(column) != 0)
          all.push_back(
              {StudyDay{rows.number(0)}, maturity, rows.number(column), rows.number(column + 1)});
      }
    return all;
  });
}

Result<std::vector<ports::TimeSummary>> SqliteNotebookStore::timeSummaries() const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::TimeSummary>> {
    std::vector<ports::TimeSummary> all;
    Query rows = m_connection->query(
        "SELECT question, phase, answers, time_ms FROM time_summary ORDER BY question, phase");
    while (rows.next())
      all.push_back({QuestionId{rows.text(0)}, PhaseId{rows.text(1)}, rows.number(2),
                     Millis{rows.integer(3)}});
    return all;
  });
}

Result<std::vector<ports::LatestTime>> SqliteNotebookStore::latestTimes(int limit) const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::LatestTime>> {
    std::vector<ports::LatestTime> times;
    Query rows = m_connection->query(
        "SELECT id, (SELECT iif(kind = 0, thinking_ms, 0) FROM review "
        "WHERE prompt_key = prompt.key ORDER BY review.id DESC LIMIT 1) FROM prompt "
        "WHERE last_event_ms IS NOT NULL ORDER BY last_event_ms DESC LIMIT ?",
        limit);
    while (rows.next())
      if (!rows.isNull(1) && rows.integer(1) > 0)
        times.push_back({PromptId{rows.text(0)}, Millis{rows.integer(1)}});
    return times;
  });
}

}  // namespace phaseboard::db
