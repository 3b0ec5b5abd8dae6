// SPDX-License-Identifier: Apache-2.0
#include "app/ops/merge_operations.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/answers/history.h"
#include "app/ops/replay.h"
#include "app/ops/settings_check.h"
#include "app/ops/step_changes.h"
#include "app/ops/study_plan.h"
#include "app/ops/tallies.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {
namespace {

using answers::AnswerKey;
using merge::Cell;
using merge::Log;
using merge::Subject;
using merge::Trail;
using review::ReviewEvent;

// How often somebody is asked whether to go on.
constexpr std::int64_t kCellsPerLook = 64;
constexpr std::int64_t kLogsPerLook = 64;

bool isEarlier(const ReviewEvent& a, const ReviewEvent& b) {
  return a.id < b.id;
}

const std::string& textAt(const Cell& cell, std::size_t place) {
  static const std::string none;
  if (!cell.fields || place >= cell.fields->size())
    return none;
  const auto* text = std::get_if<std::string>(&(*cell.fields)[place]);
  return text == nullptr ? none : *text;
}

AnswerKey answerKeyOf(const Cell& version) {
  return {QuestionId{textAt(version, 0)}, PhaseId{textAt(version, 1)}};
}

answers::Version versionOf(const Cell& cell) {
  answers::Version version;
  version.key = answerKeyOf(cell);
  version.text = textAt(cell, 2);
  if (cell.fields && cell.fields->size() > 3)
    if (const auto* at = std::get_if<std::int64_t>(&(*cell.fields)[3]))
      version.writtenAt = Instant{*at};
  version.uid = cell.key;
  const std::string& parents = textAt(cell, 4);
  for (std::size_t at = 0; at < parents.size();) {
    const std::size_t end = std::min(parents.find(' ', at), parents.size());
    version.parents.push_back(parents.substr(at, end - at));
    at = end + 1;
  }
  return version;
}

/// What tells tallies apart.
using TallyPlace = std::tuple<StudyDay, QuestionId, PhaseId, review::Maturity>;
using TallySums = std::map<TallyPlace, ports::AnswerTally>;

/// With `sign` -1 they are taken away.
void addTallies(TallySums& sums, const std::vector<ports::AnswerTally>& tallies, int sign) {
  for (const ports::AnswerTally& one : tallies) {
    const auto [at, isNew] = sums.try_emplace({one.day, one.question, one.phase, one.maturity},
                                              sign < 0 ? taken(one) : one);
    if (isNew)
      continue;
    ports::AnswerTally& sum = at->second;
    sum.answers += sign * one.answers;
    sum.again += sign * one.again;
    sum.newPrompts += sign * one.newPrompts;
    sum.time = Millis{sum.time.value() + sign * one.time.value()};
  }
}

bool isNothing(const ports::AnswerTally& sum) {
  return sum.answers == 0 && sum.again == 0 && sum.newPrompts == 0 && sum.time == Millis{0};
}

/// The union of one notebook with a source, found and, if wished, written.
class Merging {
 public:
  Merging(const ports::NotebookStore& notebook, const ports::MergeStore& own,
          const ports::MergeSource& source, const exchange::Progress& progress)
      : m_notebook(notebook), m_own(own), m_source(source), m_progress(progress) {}

  /// From now on what is found is written.
  void writeTo(ports::NotebookStore& notebook, ports::MergeStore& own) {
    m_notebookWriter = &notebook;
    m_writer = &own;
  }

  Status run() {
    PHASEBOARD_TRY_ASSIGN(const auto before, m_notebook.settings());
    PHASEBOARD_TRY(takeCells());
    PHASEBOARD_TRY(takeVersions());
    PHASEBOARD_TRY(takeTrails());
    PHASEBOARD_TRY_ASSIGN(const auto settings, m_notebook.settings());
    PHASEBOARD_TRY(checkSettings(settings));
    PHASEBOARD_TRY_ASSIGN(m_memory, memorySettings(settings));
    PHASEBOARD_TRY(takeLogs());
    if (m_writer == nullptr)
      return {};
    // Statistics that do not fit the log (`notebook rebuild`) cannot be carried on: they are made
    // anew. What the disk says of them is another matter.
    if (const Status written = writeTallies(); !written) {
      if (written.error().kind != ErrorKind::Internal)
        return passOn(written);
      PHASEBOARD_TRY(replayDays(*m_notebookWriter));
    }
    // Memory is what the log comes to under the parameters in force.
    if (before.parameters != settings.parameters)
      PHASEBOARD_TRY(replaySchedules(*m_notebookWriter, m_memory));
    return {};
  }

  MergeCounts counts;

 private:
  Status takeCells() {
    std::int64_t done = 0;
    return m_source.eachCell([&](const Cell& cell) -> Status {
      if (done++ % kCellsPerLook == 0 && !exchange::goesOn(m_progress, 0, 0))
        return exchange::stopped();
      PHASEBOARD_TRY_ASSIGN(const auto known, m_own.cell(cell.subject, cell.key));
      if (known ? !merge::beats(cell, *known) : false)
        return {};
      const bool isOther = known ? known->fields != cell.fields : cell.fields.has_value();
      if (cell.subject == Subject::Version) {
        m_versions.push_back({cell, known});
        return {};
      }
      if (m_writer != nullptr) {
        PHASEBOARD_TRY_ASSIGN(const bool isWritten, m_writer->writeCell(cell));
        counts.others += isOther && isWritten && isCounted(cell) ? 1 : 0;
      } else {
        counts.others += isOther && isCounted(cell) ? 1 : 0;
      }
      if (isOther && (cell.subject == Subject::Board || cell.subject == Subject::Mock))
        m_drawings.emplace(cell.subject, merge::rootOf(cell.key));
      return {};
    });
  }

  /// What the user would call one thing.
  static bool isCounted(const Cell& cell) {
    switch (cell.subject) {
      case Subject::ImageData:
      case Subject::Board:
      case Subject::Mock:
      case Subject::MockStage:
      case Subject::MockText:
      case Subject::MockTick:
        return false;
      default:
        return true;
    }
  }

  Status takeVersions() {
    std::set<AnswerKey> keys;
    for (const auto& [cell, known] : m_versions) {
      keys.insert(answerKeyOf(cell.fields ? cell : known.value_or(cell)));
      if (known)
        keys.insert(answerKeyOf(*known));
      counts.versions += cell.fields && !(known && known->fields) ? 1 : 0;
    }
    keys.erase(AnswerKey{});
    std::map<AnswerKey, std::size_t> endsBefore;
    for (const AnswerKey& key : keys) {
      PHASEBOARD_TRY_ASSIGN(auto versions, m_notebook.versions(key));
      endsBefore[key] = answers::openEnds(versions).size();
      if (m_writer == nullptr)
        countConflict(answers::openEnds(versionsAfter(key, std::move(versions))).size(),
                      endsBefore[key]);
    }
    if (m_writer == nullptr)
      return {};
    for (const auto& [cell, known] : m_versions)
      PHASEBOARD_TRY(m_writer->writeCell(cell));
    for (const AnswerKey& key : keys) {
      PHASEBOARD_TRY(m_writer->settleVersions(key));
      PHASEBOARD_TRY_ASSIGN(const auto versions, m_notebook.versions(key));
      countConflict(answers::openEnds(versions).size(), endsBefore[key]);
    }
    return {};
  }

  void countConflict(std::size_t endsNow, std::size_t endsBefore) {
    counts.conflicts += endsNow > 1 && endsBefore <= 1 ? 1 : 0;
  }

  [[nodiscard]] std::vector<answers::Version> versionsAfter(
      const AnswerKey& key, std::vector<answers::Version> versions) const {
    for (const auto& [cell, known] : m_versions) {
      std::erase_if(versions, [&, &uid = cell.key](const answers::Version& version) {
        return version.uid == uid;
      });
      if (cell.fields && answerKeyOf(cell) == key)
        versions.push_back(versionOf(cell));
    }
    return versions;
  }

  Status takeTrails() {
    std::map<std::pair<Subject, std::string>, std::vector<Trail>> incoming;
    PHASEBOARD_TRY(m_source.eachTrail([&](const Trail& trail) -> Status {
      incoming[{trail.subject, merge::rootOf(trail.id)}].push_back(trail);
      return {};
    }));
    for (auto& [place, trails] : incoming) {
      PHASEBOARD_TRY_ASSIGN(auto known, m_own.trails(place.first, place.second));
      std::vector<Trail> all = known;
      all.insert(all.end(), std::make_move_iterator(trails.begin()),
                 std::make_move_iterator(trails.end()));
      all = merge::settled(std::move(all));
      std::sort(known.begin(), known.end(),
                [](const Trail& a, const Trail& b) { return a.id < b.id; });
      if (all == known)
        continue;
      m_drawings.insert(place);
      if (m_writer != nullptr)
        PHASEBOARD_TRY(m_writer->writeTrails(all));
    }
    counts.drawings = static_cast<int>(m_drawings.size());
    return {};
  }

  Status takeLogs() {
    const std::int64_t total = m_source.logCount();
    std::int64_t done = 0;
    return m_source.eachLog([&](const Log& log) -> Status {
      if (done++ % kLogsPerLook == 0 && !exchange::goesOn(m_progress, done, total))
        return exchange::stopped();
      return log.events.empty() ? Status{} : takeLog(log);
    });
  }

  Status takeLog(const Log& incoming) {
    PHASEBOARD_TRY_ASSIGN(auto known, m_notebook.events(incoming.prompt));
    Log missing{incoming.prompt, std::nullopt, std::nullopt, {}};
    std::set_difference(incoming.events.begin(), incoming.events.end(), known.begin(), known.end(),
                        std::back_inserter(missing.events), isEarlier);
    if (missing.events.empty())
      return {};
    counts.events += static_cast<std::int64_t>(missing.events.size());
    counts.prompts += 1;
    return m_writer == nullptr ? Status{} : writeLog(incoming, std::move(known), missing);
  }

  Status writeLog(const Log& incoming, std::vector<ReviewEvent> known, Log& missing) {
    PHASEBOARD_TRY_ASSIGN(const auto place, m_own.placeOf(incoming.prompt));
    const Log here{incoming.prompt, place.question, place.phase, known};
    if (merge::placesBetter(incoming, here)) {
      missing.question = incoming.question;
      missing.phase = incoming.phase;
    }
    const auto tally = [this](const std::vector<ReviewEvent>& events,
                              const std::optional<QuestionId>& question,
                              const std::optional<PhaseId>& phase, int sign) {
      if (question)
        addTallies(m_tallies, talliesOf(events, *question, phase.value_or(PhaseId{})), sign);
    };
    tally(known, here.question, here.phase, -1);
    std::vector<ReviewEvent> all;
    std::merge(known.begin(), known.end(), missing.events.begin(), missing.events.end(),
               std::back_inserter(all), isEarlier);
    tally(all, missing.question ? missing.question : here.question,
          missing.question ? missing.phase : here.phase, 1);
    PHASEBOARD_TRY(m_writer->appendEvents(missing));
    return m_notebookWriter->writeState(incoming.prompt, review::replay(std::move(all), m_memory));
  }

  Status writeTallies() {
    std::vector<ports::AnswerTally> sums;
    for (const auto& [place, sum] : m_tallies)
      if (!isNothing(sum))
        sums.push_back(sum);
    return m_writer->addTallies(sums);
  }

  struct ComingVersion {
    Cell cell;
    std::optional<Cell> known;
  };

  const ports::NotebookStore& m_notebook;
  const ports::MergeStore& m_own;
  const ports::MergeSource& m_source;
  const exchange::Progress& m_progress;
  ports::NotebookStore* m_notebookWriter = nullptr;
  ports::MergeStore* m_writer = nullptr;
  review::MemorySettings m_memory;
  std::vector<ComingVersion> m_versions;
  std::set<std::pair<Subject, std::string>> m_drawings;
  TallySums m_tallies;  ///< of the prompts that got events: after, less before
};

}  // namespace

Result<MergeCounts> previewMerge(const ports::NotebookStore& notebook, const ports::MergeStore& own,
                                 const ports::MergeSource& source,
                                 const exchange::Progress& progress) {
  Merging merging(notebook, own, source, progress);
  PHASEBOARD_TRY(merging.run());
  return merging.counts;
}

MergeOperations::MergeOperations(ports::NotebookStore& notebook, ports::MergeStore& own,
                                 const Clock& clock)
    : m_notebook(notebook), m_own(own), m_clock(clock) {}

Result<MergeOutcome> MergeOperations::merge(const ports::MergeSource& source,
                                            const std::string& name, ports::Arrival arrival,
                                            const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(m_own.beginArrival(arrival));
  Merging merging(m_notebook, m_own, source, progress);
  merging.writeTo(m_notebook, m_own);
  PHASEBOARD_TRY(merging.run());
  // Stamps may have come although nothing is other: the next merge need not look at them again.
  PHASEBOARD_TRY(unit->commitStep({kMerge, name, m_clock.now(), std::nullopt, false, {}}));
  MergeOutcome outcome;
  outcome.operation = kMerge;
  outcome.done = merging.counts;
  if (!merging.counts.bringsNothing())
    outcome.changes = changesOf(kMerge, name);
  return outcome;
}

}  // namespace phaseboard::ops
