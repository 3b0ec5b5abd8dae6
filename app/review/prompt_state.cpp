// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_state.h"

#include <algorithm>
#include <utility>

namespace phaseboard::review {
namespace {

using memory::kSecondsPerDay;

/// An answer as far as the state depends on it.
struct Given {
  Rating rating = Rating::Again;
  Instant at;
  StudyDay day;
  std::int64_t intervalSeconds = 0;
};

bool isWholeDays(std::int64_t seconds) {
  return seconds > 0 && seconds % kSecondsPerDay == 0;
}

int elapsedDays(const PromptState& state, StudyDay day) {
  return state.reps == 0 ? 0 : std::max(0, daysBetween(state.lastDay, day));
}

int stepAfter(int step, Rating rating, std::size_t stepCount) {
  if (rating == Rating::Again)
    return 0;
  const int next = rating == Rating::Hard ? step : step + 1;
  return std::clamp(next, 0, std::max(0, static_cast<int>(stepCount) - 1));
}

/// Damaged logs must not carry a date out of the calendar.
std::int64_t soundInterval(std::int64_t seconds) {
  return std::clamp<std::int64_t>(seconds, 0, memory::kLongestIntervalDays * kSecondsPerDay);
}

PromptState after(const PromptState& before, const Given& given, const MemorySettings& settings) {
  PromptState state = before;
  state.memory =
      memory::step(settings.model(), before.memory, elapsedDays(before, given.day), given.rating);
  state.reps += 1;
  const bool wasReview = before.standing == Standing::Review;
  if (wasReview && given.rating == Rating::Again)
    state.lapses += 1;
  state.lastAt = given.at;
  state.lastDay = given.day;

  // The recorded interval decides, not the steps as they are set today.
  const std::int64_t seconds = soundInterval(given.intervalSeconds);
  if (isWholeDays(seconds)) {
    state.standing = Standing::Review;
    state.step = 0;
    state.dueAt = std::nullopt;
    state.dueDay = plusDays(given.day, static_cast<std::int32_t>(seconds / kSecondsPerDay));
    return state;
  }
  const bool again = wasReview || before.standing == Standing::Relearning;
  state.standing = again ? Standing::Relearning : Standing::Learning;
  const auto& schedule = settings.scheduler().settings();
  state.step = stepAfter(before.step, given.rating,
                         (again ? schedule.relearningSteps : schedule.learningSteps).size());
  state.dueAt = Instant{given.at.value() + seconds * kMillisPerSecond};
  state.dueDay = given.day;
  return state;
}

memory::LearningState learningState(const PromptState& state) {
  return {state.standing, state.step, intervalDaysOf(state), state.memory};
}

}  // namespace

PromptState replay(std::vector<ReviewEvent> events, const MemorySettings& settings) {
  PromptState state;
  for (const CountedAnswer& answer : answersSinceFreshStart(std::move(events)))
    state = after(state, {answer.rating, answer.at, answer.day, answer.intervalSeconds}, settings);
  return state;
}

memory::ForEachRating<Answered> preview(const PromptState& state, const PromptId& prompt,
                                        Instant at, StudyDay day, const MemorySettings& settings,
                                        const Spread* spread) {
  memory::FourOutcomes outcomes = settings.scheduler().outcomes(
      learningState(state), elapsedDays(state, day), fuzzFor(prompt, state.reps));
  if (spread != nullptr)
    outcomes = spreadOut(outcomes, intervalDaysOf(state), settings, *spread);
  const auto answered = [&](Rating rating) {
    const std::int64_t seconds = outcomes[rating].intervalSeconds;
    return Answered{after(state, {rating, at, day, seconds}, settings), seconds};
  };
  return {answered(Rating::Again), answered(Rating::Hard), answered(Rating::Good),
          answered(Rating::Easy)};
}

Answered answer(const PromptState& state, const PromptId& prompt, Rating rating, Instant at,
                StudyDay day, const MemorySettings& settings, const Spread* spread) {
  return preview(state, prompt, at, day, settings, spread)[rating];
}

Maturity maturityAfter(std::int64_t intervalSeconds) {
  if (!isWholeDays(intervalSeconds))
    return Maturity::Learning;
  return intervalSeconds < kMatureDays * kSecondsPerDay ? Maturity::Young : Maturity::Mature;
}

Maturity maturityOf(const PromptState& state) {
  return maturityAfter(intervalDaysOf(state) * kSecondsPerDay);
}

bool isLeech(const PromptState& state, int lapses) {
  return lapses > 0 && state.lapses >= lapses;
}

bool isLeechAlarm(const PromptState& before, const PromptState& after, int lapses) {
  return after.lapses > before.lapses && isLeech(after, lapses) &&
         (after.lapses - lapses) % std::max(1, lapses / 2) == 0;
}

int intervalDaysOf(const PromptState& state) {
  return state.standing == Standing::Review ? std::max(1, daysBetween(state.lastDay, state.dueDay))
                                            : 0;
}

std::optional<std::int64_t> correctedInterval(std::vector<ReviewEvent> events, const Uuid& answerId,
                                              Rating rating, const MemorySettings& settings) {
  if (events.empty())
    return std::nullopt;
  const PromptId prompt = events.front().prompt;
  PromptState state;
  for (const CountedAnswer& counted : answersSinceFreshStart(std::move(events))) {
    if (counted.id == answerId)
      return answer(state, prompt, rating, counted.at, counted.day, settings).intervalSeconds;
    state =
        after(state, {counted.rating, counted.at, counted.day, counted.intervalSeconds}, settings);
  }
  return std::nullopt;
}

std::optional<double> recallOn(const PromptState& state, StudyDay day,
                               const MemorySettings& settings) {
  if (!state.memory)
    return std::nullopt;
  return memory::retrievability(settings.model(), elapsedDays(state, day), state.memory->stability);
}

bool isDue(const PromptState& state, Instant now, StudyDay today) {
  switch (state.standing) {
    case Standing::New:
      return false;
    case Standing::Learning:
    case Standing::Relearning:
      return state.dueAt.has_value() && *state.dueAt <= now;
    case Standing::Review:
      break;
  }
  return state.dueDay <= today;
}

}  // namespace phaseboard::review
