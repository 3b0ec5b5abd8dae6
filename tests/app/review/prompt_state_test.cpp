// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_state.h"

#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::review {
namespace {

using test::LogBuilder;
using test::morningOf;

Instant later(Instant at, std::int64_t seconds) {
  return Instant{at.value() + seconds * 1000};
}

TEST(PromptState, IsNewWithoutAnswers) {
  const PromptState state = replay({}, {});

  EXPECT_EQ(state.standing, Standing::New);
  EXPECT_EQ(recallOn(state, StudyDay{5}, {}), std::nullopt);
  EXPECT_FALSE(isDue(state, morningOf(StudyDay{5}), StudyDay{5}));
}

TEST(PromptState, FollowsTheStepsIntoReview) {
  LogBuilder log;
  log.answer(100, Rating::Good);
  EXPECT_EQ(log.state().standing, Standing::Learning);
  EXPECT_EQ(log.state().step, 1);
  EXPECT_EQ(log.state().dueAt, later(morningOf(StudyDay{100}), 600));

  log.answer(100, Rating::Good, 10);

  const PromptState state = log.state();
  EXPECT_EQ(state.standing, Standing::Review);
  EXPECT_EQ(state.reps, 2);
  EXPECT_EQ(state.lapses, 0);
  EXPECT_EQ(state.dueAt, std::nullopt);
  EXPECT_EQ(state.dueDay,
            plusDays(StudyDay{100}, static_cast<int>(log.events()[1].intervalSeconds / 86'400)));
}

TEST(PromptState, CountsLapsesInReviewOnly) {
  LogBuilder log;
  log.answer(0, Rating::Again);
  log.answer(0, Rating::Easy, 1);
  log.answer(8, Rating::Again);
  log.answer(8, Rating::Again, 10);

  EXPECT_EQ(log.state().standing, Standing::Relearning);
  EXPECT_EQ(log.state().lapses, 1);
}

TEST(PromptState, IsDueWhenItsStepIsOver) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  const Instant answered = morningOf(StudyDay{0});

  EXPECT_FALSE(isDue(log.state(), later(answered, 599), StudyDay{0}));
  EXPECT_TRUE(isDue(log.state(), later(answered, 600), StudyDay{0}));
}

TEST(PromptState, IsDueFromTheMorningOfItsDay) {
  LogBuilder log;
  log.answer(0, Rating::Easy);
  const StudyDay due = log.state().dueDay;

  EXPECT_FALSE(isDue(log.state(), morningOf(due), plusDays(due, -1)));
  EXPECT_TRUE(isDue(log.state(), morningOf(due), due));
  EXPECT_TRUE(isDue(log.state(), morningOf(due), plusDays(due, 40)));
}

TEST(PromptState, RecallsLessWithEveryDay) {
  LogBuilder log;
  log.answer(0, Rating::Easy);

  double last = 1.1;
  for (int day = 0; day < 60; ++day) {
    const double recall = recallOn(log.state(), StudyDay{day}, {}).value();
    EXPECT_LT(recall, last);
    last = recall;
  }
}

TEST(PromptState, CountsAClockThatWentBackAsTheSameDay) {
  LogBuilder back;
  back.answer(10, Rating::Easy);
  back.answer(4, Rating::Good);
  LogBuilder same;
  same.answer(10, Rating::Easy);
  same.answer(10, Rating::Good);

  EXPECT_EQ(back.state().memory, same.state().memory);
  EXPECT_EQ(recallOn(back.state(), StudyDay{1}, {}), 1);
}

TEST(PromptState, KeepsItsDueDayWhenSettingsChange) {
  LogBuilder log;
  log.answer(0, Rating::Easy);
  log.answer(8, Rating::Good);
  memory::ScheduleSettings other;
  other.retention = 0.97;
  other.learningSteps = {30};
  memory::Parameters::Weights weights = other.parameters.weights();
  weights[3] = 20;
  other.parameters = memory::Parameters{weights};

  const PromptState state = replay(log.events(), MemorySettings::make(other).value());

  EXPECT_EQ(state.dueDay, log.state().dueDay);
  EXPECT_EQ(state.standing, log.state().standing);
  EXPECT_NE(state.memory, log.state().memory);
}

TEST(PromptState, StaysInItsStepsWhenTheyWereTakenAway) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  memory::ScheduleSettings none;
  none.learningSteps = {};

  const PromptState state = replay(log.events(), MemorySettings::make(none).value());

  EXPECT_EQ(state.standing, Standing::Learning);
  EXPECT_EQ(state.step, 0);
  EXPECT_EQ(state.dueAt, log.state().dueAt);
}

TEST(PromptState, KeepsDamagedIntervalsInsideTheCalendar) {
  LogBuilder log;
  log.answer(0, Rating::Easy);
  std::vector<ReviewEvent> events = log.events();
  events[0].intervalSeconds = INT64_MAX;
  EXPECT_EQ(replay(events, {}).dueDay, StudyDay{36'500});

  events[0].intervalSeconds = -5;
  EXPECT_EQ(replay(events, {}).dueAt, morningOf(StudyDay{0}));
}

TEST(Preview, EqualsEachAnswer) {
  LogBuilder log;
  log.answer(0, Rating::Easy);
  const PromptState state = log.state();
  const StudyDay day{9};

  const auto shown = preview(state, log.prompt(), morningOf(day), day, {});

  for (const Rating rating : memory::kRatings)
    EXPECT_EQ(answer(state, log.prompt(), rating, morningOf(day), day, {}), shown[rating]);
}

TEST(CorrectedInterval, IsThatOfTheRatingAtItsTime) {
  LogBuilder log;
  const Uuid wrong = log.answer(0, Rating::Easy);
  log.answer(8, Rating::Good);

  EXPECT_EQ(correctedInterval(log.events(), wrong, Rating::Good, {}), 600);
  EXPECT_EQ(correctedInterval(log.events(), test::eventId(77), Rating::Good, {}), std::nullopt);
}

TEST(CorrectedInterval, MakesTheStateOfTheRightAnswer) {
  LogBuilder corrected;
  corrected.answer(0, Rating::Easy);
  const Uuid wrong = corrected.answer(8, Rating::Again);
  corrected.correct(wrong, Rating::Good);
  LogBuilder right;
  right.answer(0, Rating::Easy);
  right.answer(8, Rating::Good);

  EXPECT_EQ(corrected.state(), right.state());
}

/// Settings that people may choose.
std::vector<MemorySettings> variedSettings() {
  std::vector<MemorySettings> all{MemorySettings{}, MemorySettings{}.cappedAt(4)};
  for (const auto& [learning, relearning] :
       std::vector<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>>{
           {{}, {}}, {{30}, {60, 600}}, {{60, 600, 3600}, {}}}) {
    memory::ScheduleSettings settings;
    settings.learningSteps = learning;
    settings.relearningSteps = relearning;
    settings.retention = 0.8;
    all.push_back(MemorySettings::make(settings).value());
  }
  return all;
}

TEST(Answer, AlwaysEqualsTheReplayOfTheLog) {
  phaseboard::test::SeededChance chance{20261121};
  for (const MemorySettings& settings : variedSettings())
    for (int history = 0; history < 100; ++history) {
      LogBuilder log{"name-part:q/d/p" + std::to_string(history), settings};
      int day = 0;
      PromptState carried;
      for (int i = 0; i < 30; ++i) {
        const auto random = chance.next();
        day += random % 3 == 0 ? 0 : static_cast<int>(random / 3 % 30) - 1;
        const Rating rating = memory::kRatings[random / 100 % 4];
        carried =
            answer(carried, log.prompt(), rating, morningOf(StudyDay{day}), StudyDay{day}, settings)
                .state;
        log.answer(day, rating);
        ASSERT_EQ(carried, log.state()) << history << ' ' << i;
      }
    }
}

TEST(Answer, LeavesTheStandingThatTheSchedulerGave) {
  phaseboard::test::SeededChance chance{7};
  for (const MemorySettings& settings : variedSettings())
    for (int history = 0; history < 50; ++history) {
      PromptState state;
      memory::LearningState expected;
      const PromptId prompt{"number:q/n" + std::to_string(history)};
      int day = 0;
      for (int i = 0; i < 20; ++i) {
        const auto random = chance.next();
        const int elapsed = static_cast<int>(random % 20);
        day += elapsed;
        const Rating rating = memory::kRatings[random / 100 % 4];
        expected =
            settings.scheduler()
                .outcomes(expected, i == 0 ? 0 : elapsed, fuzzFor(prompt, state.reps))[rating]
                .state;
        state =
            answer(state, prompt, rating, morningOf(StudyDay{day}), StudyDay{day}, settings).state;
        ASSERT_EQ(state.standing, expected.standing);
        ASSERT_EQ(state.step, expected.step);
        ASSERT_EQ(state.memory, expected.memory);
      }
    }
}

TEST(Undo, GivesTheStateBefore) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.answer(0, Rating::Good, 10);
  const PromptState before = log.state();

  log.voidEvent(log.answer(3, Rating::Again));

  EXPECT_EQ(log.state(), before);
}

TEST(Undo, FollowedByTheSameAnswerSchedulesTheSame) {
  LogBuilder log;
  log.answer(0, Rating::Easy);
  log.voidEvent(log.answer(8, Rating::Good));
  log.answer(8, Rating::Good);

  EXPECT_EQ(log.events()[1].intervalSeconds, log.events()[3].intervalSeconds);
}

}  // namespace
}  // namespace phaseboard::review
