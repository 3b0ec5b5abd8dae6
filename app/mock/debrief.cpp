// SPDX-License-Identifier: Apache-2.0
#include "app/mock/debrief.h"

#include <algorithm>
#include <array>

namespace phaseboard::mock {
namespace {

constexpr std::array<std::string_view, 3> kLevelNames{"mid", "senior", "staff"};
constexpr std::array kLevels{content::Level::Mid, content::Level::Senior, content::Level::Staff};

int rankOf(const std::optional<content::Level>& level) {
  return level ? static_cast<int>(*level) + 1 : 0;
}

double shareOf(const Outcome& outcome) {
  return outcome.total == 0 ? 0 : static_cast<double>(outcome.covered) / outcome.total;
}

}  // namespace

LevelBar barOf(content::Level level) {
  switch (level) {
    case content::Level::Mid:
      return {0.5, 0.35};
    case content::Level::Senior:
      return {0.45, 0.5};
    case content::Level::Staff:
      return {0.4, 0.6};
  }
  return {1, 1};
}

std::optional<content::Level> levelReached(const Rubric& rubric, std::optional<double> board) {
  const bool anything = std::any_of(rubric.begin(), rubric.end(),
                                    [](const auto& row) { return row.second.covered > 0; });
  if (!anything && !rubric.empty())
    return std::nullopt;
  if (rubric.empty() && !board)
    return std::nullopt;
  std::optional<content::Level> reached;
  for (const content::Level level : kLevels) {
    const LevelBar bar = barOf(level);
    const auto row = rubric.find(level);
    const bool knows =
        row == rubric.end() || row->second.total == 0 || row->second.share() >= bar.points;
    if (!knows || (board && *board < bar.board))
      break;
    reached = level;
  }
  return reached;
}

std::vector<PhaseCoverage> coverageOf(const Plan& plan, const std::vector<content::Note>& notes,
                                      const std::set<std::string>& ticked) {
  std::vector<PhaseCoverage> coverage;
  for (const content::Note& note : notes) {
    if (!plan.hasPhase(note.phase))
      continue;
    PhaseCoverage phase{note.phase, 0, 0, {}};
    for (const content::KeyPoint& point : note.keyPoints) {
      ++phase.total;
      if (ticked.contains(point.id.value()))
        ++phase.covered;
      else
        phase.missed.push_back(point.id);
    }
    coverage.push_back(std::move(phase));
  }
  return coverage;
}

void addNotes(Rubric& rubric, const Plan& plan, const std::vector<content::Note>& notes,
              const std::set<std::string>& ticked) {
  for (const content::Note& note : notes) {
    if (!plan.hasPhase(note.phase))
      continue;
    for (const content::KeyPoint& point : note.keyPoints) {
      LevelShare& share = rubric[point.level];
      ++share.total;
      share.covered += ticked.contains(point.id.value()) ? 1 : 0;
    }
  }
}

std::string followUpPointId(const std::string& followUp, std::size_t index) {
  return followUp + "/" + std::to_string(index + 1);
}

std::vector<PhaseId> weakestFirst(const std::vector<PhaseCoverage>& coverage) {
  std::vector<const PhaseCoverage*> open;
  for (const PhaseCoverage& phase : coverage)
    if (phase.covered < phase.total)
      open.push_back(&phase);
  std::stable_sort(open.begin(), open.end(), [](const PhaseCoverage* a, const PhaseCoverage* b) {
    return static_cast<std::int64_t>(a->covered) * b->total <
           static_cast<std::int64_t>(b->covered) * a->total;
  });
  std::vector<PhaseId> phases;
  phases.reserve(open.size());
  for (const PhaseCoverage* phase : open)
    phases.push_back(phase->phase);
  return phases;
}

std::string_view nameOf(content::Level level) {
  return kLevelNames[static_cast<std::size_t>(level)];
}

std::optional<content::Level> levelNamed(std::string_view name) {
  for (const content::Level level : kLevels)
    if (nameOf(level) == name)
      return level;
  return std::nullopt;
}

Progress progressBetween(const Outcome& before, const Standing& timesBefore, const Outcome& now,
                         const Standing& timesNow) {
  Progress progress;
  progress.coverage = shareOf(now) - shareOf(before);
  if (before.board && now.board)
    progress.board = *now.board - *before.board;
  progress.levels = rankOf(now.level) - rankOf(before.level);
  for (const StageTime& stage : timesNow.stages)
    for (const StageTime& earlier : timesBefore.stages)
      if (earlier.id == stage.id)
        progress.stages[stage.id] = Millis{stage.spent.value() - earlier.spent.value()};
  return progress;
}

}  // namespace phaseboard::mock
