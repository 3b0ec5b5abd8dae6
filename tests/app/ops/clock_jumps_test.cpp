// SPDX-License-Identifier: Apache-2.0
// A clock that jumps by years in both directions while its owner travels: no answer is lost, and
// nothing that is worked out of the times is less than nothing or no number.
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "app/ops/replay.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

constexpr int kJumpingAnswers = 600;
constexpr int kJumpingPrompts = 8;
constexpr std::int64_t kTenYears = 3'652;

void jump(FakeClock& clock, Chance& chance) {
  const std::uint64_t kind = chance.next() % 8;
  const auto days = static_cast<std::int64_t>(chance.next() % kTenYears);
  if (kind == 0)
    clock.advanceDays(-days);
  else if (kind == 1)
    clock.advanceDays(days);
  else if (kind == 2)
    clock.advanceMinutes(-static_cast<std::int64_t>(chance.next() % 3'000));
  else
    clock.advanceMinutes(static_cast<std::int64_t>(chance.next() % 3'000));
  if (kind == 3)
    clock.travelTo(UtcOffset{static_cast<std::int32_t>(chance.next() % 27) * 3'600 - 43'200});
}

void expectSound(const review::PromptState& state) {
  if (state.memory) {
    EXPECT_TRUE(std::isfinite(state.memory->stability));
    EXPECT_TRUE(std::isfinite(state.memory->difficulty));
    EXPECT_GT(state.memory->stability, 0);
  }
  EXPECT_GE(state.dueDay, state.lastDay);
}

TEST(ClockJumps, LoseNoAnswerAndGiveNoImpossibleInterval) {
  OpenDesk open = OpenDesk::inMemory();
  SeededChance chance{11};
  std::map<PromptId, int> given;
  for (int i = 0; i < kJumpingAnswers; ++i) {
    SCOPED_TRACE(i);
    jump(open.clock, chance);
    const review::Prompt prompt = aPrompt("p" + std::to_string(chance.next() % kJumpingPrompts));
    const auto answered =
        open.desk.answerPrompt(prompt, memory::kRatings[chance.next() % 4], Millis{900});
    ASSERT_THAT(answered, IsOk());
    EXPECT_EQ(answered->state.reps, ++given[prompt.id]);
    expectSound(answered->state);
  }

  std::int64_t counted = 0;
  for (const auto& [id, count] : given) {
    const auto events = open.store->events(id);
    ASSERT_THAT(events, IsOk());
    EXPECT_EQ(static_cast<int>(events->size()), count);
    for (const review::ReviewEvent& event : *events)
      EXPECT_GE(event.intervalSeconds, 0);
    counted += count;
  }
  const auto report = ops::compareWithLog(*open.store, {});
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->differenceCount, 0);
  EXPECT_EQ(report->answers, counted);
}

}  // namespace
}  // namespace phaseboard::test
