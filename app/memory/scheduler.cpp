// SPDX-License-Identifier: Apache-2.0
#include "app/memory/scheduler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/memory/fuzz.h"

namespace phaseboard::memory {
namespace {

using Steps = std::vector<std::int64_t>;

constexpr std::array<std::string_view, 4> kStandingNames{"new", "learning", "review", "relearning"};

/// An interval below this may be a step of its own when there are no steps.
constexpr double kLongestShortTermDays = 0.5;

Parameters within(const Parameters& parameters, std::size_t relearningSteps) {
  return clipped(parameters, static_cast<int>(relearningSteps));
}

Fsrs7Parameters within(const Fsrs7Parameters& parameters, std::size_t) {
  return clipped(parameters);
}

template <class Settings>
Settings mended(Settings settings) {
  if (!(settings.retention >= kLowestRetention && settings.retention <= kHighestRetention))
    settings.retention = kDefaultRetention;
  settings.longestIntervalDays = std::clamp(settings.longestIntervalDays, 1, kLongestIntervalDays);
  const auto tooShort = [](std::int64_t seconds) { return seconds < 1; };
  std::erase_if(settings.learningSteps, tooShort);
  std::erase_if(settings.relearningSteps, tooShort);
  settings.parameters = within(settings.parameters, settings.relearningSteps.size());
  return settings;
}

/// More than a day is rounded to whole days, so that the hour of the answer does not matter.
std::int64_t tidyDelay(std::int64_t seconds) {
  if (seconds <= kSecondsPerDay)
    return seconds;
  return (seconds + kSecondsPerDay / 2) / kSecondsPerDay * kSecondsPerDay;
}

std::int64_t hardDelay(const Steps& steps, std::size_t step) {
  if (step > 0)
    return tidyDelay(steps[step]);
  if (steps.size() > 1)
    return tidyDelay((steps[0] + steps[1]) / 2);
  return tidyDelay(std::min(steps[0] * 3 / 2, steps[0] + kSecondsPerDay));
}

/// No button may shorten an interval that its own model would lengthen.
int leastReviewDays(int days, int lastInterval) {
  if (days > lastInterval)
    return lastInterval + 1;
  return lastInterval <= fuzzRange(days, 1, kLongestIntervalDays).longest ? lastInterval : 0;
}

bool remembersSameDay(const Model& model) {
  return model[Weight::SameDayGain] > 0 && model[Weight::SameDayOffset] > 0;
}

bool remembersSameDay(const Fsrs7Model&) {
  return true;
}

double scaleOf(const Model& model, double retention) {
  return intervalScale(model, retention);
}

double scaleOf(const Fsrs7Model&, double) {
  return 0;
}

}  // namespace

std::string_view name(Standing standing) {
  return kStandingNames[static_cast<std::size_t>(standing)];
}

std::optional<Standing> standingFromName(std::string_view text) {
  for (std::size_t i = 0; i < kStandingNames.size(); ++i)
    if (text == kStandingNames[i])
      return static_cast<Standing>(i);
  return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, Standing standing) {
  return out << name(standing);
}

template <MemoryModel M>
BasicScheduler<M>::BasicScheduler(Settings settings)
    : m_settings(mended(std::move(settings))),
      m_model(m_settings.parameters),
      m_intervalScale(scaleOf(m_model, m_settings.retention)) {}

template <MemoryModel M>
auto BasicScheduler<M>::inDays(const State& memory, int days) const -> Outcome {
  return {{Standing::Review, 0, days, memory}, days * kSecondsPerDay};
}

template <MemoryModel M>
auto BasicScheduler<M>::graduated(const State& memory, double fuzz, int minimumDays) const
    -> Outcome {
  const int days = std::max(1, roundedDays(intervalDays(memory)));
  return inDays(memory, fuzzed(days, fuzz, minimumDays, m_settings.longestIntervalDays));
}

template <MemoryModel M>
auto BasicScheduler<M>::withoutSteps(Standing standing, const State& memory, double fuzz) const
    -> Outcome {
  const double days = intervalDays(memory);
  if (days < kLongestShortTermDays && remembersSameDay(m_model)) {
    const auto seconds = static_cast<std::int64_t>(days * double(kSecondsPerDay));
    return {{standing, 0, 0, memory}, std::max<std::int64_t>(1, seconds)};
  }
  return graduated(memory, fuzz, 1);
}

template <MemoryModel M>
auto BasicScheduler<M>::inSteps(Standing standing, int step, const FourStates& memories,
                                double fuzz) const -> FourOutcomes {
  const Steps& steps =
      standing == Standing::Relearning ? m_settings.relearningSteps : m_settings.learningSteps;
  const int lastGood = graduated(memories.good, fuzz, 1).state.intervalDays;
  const Outcome easy = graduated(memories.easy, fuzz, lastGood + 1);
  if (steps.empty())
    return {withoutSteps(standing, memories.again, fuzz),
            withoutSteps(standing, memories.hard, fuzz),
            withoutSteps(standing, memories.good, fuzz), easy};

  const int current = std::clamp(step, 0, static_cast<int>(steps.size()) - 1);
  const auto next = static_cast<std::size_t>(current) + 1;
  const auto atStep = [standing](int index, std::int64_t seconds, const State& memory) {
    return Outcome{{standing, index, 0, memory}, seconds};
  };
  return {atStep(0, tidyDelay(steps[0]), memories.again),
          atStep(current, hardDelay(steps, next - 1), memories.hard),
          next < steps.size() ? atStep(current + 1, tidyDelay(steps[next]), memories.good)
                              : graduated(memories.good, fuzz, 1),
          easy};
}

template <MemoryModel M>
auto BasicScheduler<M>::inReview(int lastInterval, const FourStates& memories, double fuzz) const
    -> FourOutcomes {
  const auto passing = [&](const State& memory, int least) {
    const int days = std::max(1, roundedDays(intervalDays(memory)));
    return graduated(memory, fuzz, std::max(least, leastReviewDays(days, lastInterval)));
  };
  const Steps& steps = m_settings.relearningSteps;
  const Outcome hard = passing(memories.hard, 1);
  const Outcome good = passing(memories.good, hard.state.intervalDays + 1);
  const Outcome easy = passing(memories.easy, good.state.intervalDays + 1);
  if (steps.empty())
    return {withoutSteps(Standing::Relearning, memories.again, fuzz), hard, good, easy};
  return {{{Standing::Relearning, 0, 0, memories.again}, tidyDelay(steps[0])}, hard, good, easy};
}

template <MemoryModel M>
auto BasicScheduler<M>::outcomes(const BasicLearningState<State>& state,
                                 typename M::Days elapsedDays, double fuzz) const -> FourOutcomes {
  const FourStates memories = nextStates(m_model, state.memory, elapsedDays);
  switch (state.standing) {
    case Standing::New:
      return inSteps(Standing::Learning, 0, memories, fuzz);
    case Standing::Learning:
    case Standing::Relearning:
      return inSteps(state.standing, state.step, memories, fuzz);
    case Standing::Review:
      break;
  }
  return inReview(state.intervalDays, memories, fuzz);
}

template class BasicScheduler<Model>;
template class BasicScheduler<Fsrs7Model>;

}  // namespace phaseboard::memory
