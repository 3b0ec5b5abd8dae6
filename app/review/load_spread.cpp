// SPDX-License-Identifier: Apache-2.0
#include "app/review/load_spread.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "app/memory/fuzz.h"

namespace phaseboard::review {
namespace {

using memory::Outcome;

/// How unwelcome one more is on `day`; days off come last.
double burden(const Spread& spread, StudyDay day) {
  const double share = spread.calendar.share(day);
  if (share == 0)
    return std::numeric_limits<double>::max();
  return (spread.load.on(day) + 1) / share;
}

int chosenDay(int picked, int shortest, int longest, const Spread& spread) {
  int best = picked;
  double least = burden(spread, plusDays(spread.today, picked));
  for (int days = shortest; days <= longest; ++days) {
    const double here = burden(spread, plusDays(spread.today, days));
    const bool isNearer = std::abs(days - picked) < std::abs(best - picked);
    if (here < least || (here == least && isNearer)) {
      best = days;
      least = here;
    }
  }
  return best;
}

}  // namespace

int DueLoad::on(StudyDay day) const {
  const auto found = m_counts.find(day);
  return found == m_counts.end() ? 0 : std::max(0, found->second);
}

memory::FourOutcomes spreadOut(memory::FourOutcomes outcomes, int intervalBefore,
                               const MemorySettings& settings, const Spread& spread) {
  const int longestAllowed = settings.scheduler().settings().longestIntervalDays;
  const std::array<Outcome*, 3> ordered{&outcomes.hard, &outcomes.good, &outcomes.easy};
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    Outcome& outcome = *ordered[i];
    if (!outcome.isInDays() || !outcome.state.memory)
      continue;
    const int picked = outcome.state.intervalDays;
    memory::FuzzRange range = memory::fuzzRange(
        settings.scheduler().intervalDays(*outcome.state.memory), 1, longestAllowed);
    if (picked > intervalBefore)
      range.shortest = std::max(range.shortest, intervalBefore + 1);
    if (i > 0 && ordered[i - 1]->isInDays())
      range.shortest = std::max(range.shortest, ordered[i - 1]->state.intervalDays + 1);
    if (i + 1 < ordered.size() && ordered[i + 1]->isInDays())
      range.longest = std::min(range.longest, ordered[i + 1]->state.intervalDays - 1);
    // What the rules above the model put out of its range stays where it is.
    if (picked < range.shortest || picked > range.longest)
      continue;
    outcome.state.intervalDays = chosenDay(picked, range.shortest, range.longest, spread);
    outcome.intervalSeconds = outcome.state.intervalDays * memory::kSecondsPerDay;
  }
  return outcomes;
}

}  // namespace phaseboard::review
