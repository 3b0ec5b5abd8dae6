// SPDX-License-Identifier: Apache-2.0
#include "app/review/sitting.h"

#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"

namespace phaseboard::review {
namespace {

using test::morningOf;

constexpr StudyDay kToday{1000};

Instant seconds(std::int64_t after) {
  return Instant{morningOf(kToday).value() + after * 1000};
}

ReviewQueue queueOf(std::initializer_list<const char*> fresh) {
  QueueFacts facts;
  facts.now = seconds(0);
  facts.today = kToday;
  facts.newLimit = 100;
  for (const char* id : fresh)
    facts.fresh.push_back({PromptId{id}, id});
  return ReviewQueue::build(facts, {}).value();
}

/// Answers the current prompt as new.
void give(Sitting& sitting, Rating rating, std::int64_t at) {
  const PromptState after = answer({}, *sitting.current(), rating, seconds(at), kToday, {}).state;
  sitting.answered(rating, {}, after, seconds(at));
}

TEST(Sitting, AsksOnePromptAfterTheOther) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};
  EXPECT_EQ(sitting.current(), PromptId{"a"});

  give(sitting, Rating::Easy, 5);
  EXPECT_EQ(sitting.current(), PromptId{"b"});

  give(sitting, Rating::Easy, 9);
  EXPECT_EQ(sitting.current(), std::nullopt);
  EXPECT_TRUE(sitting.isOver());
}

TEST(Sitting, CountsAnswersAndTime) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};
  give(sitting, Rating::Easy, 5);
  give(sitting, Rating::Again, 12);

  EXPECT_EQ(sitting.given().size(), 2U);
  EXPECT_EQ(sitting.recalled(), 1);
  EXPECT_EQ(sitting.time(), Millis{12'000});
}

TEST(Sitting, CountsNoMoreThanTenMinutesForAnAnswerAndNeverLessThanNothing) {
  const Sitting sitting{queueOf({"a"}), seconds(0)};

  EXPECT_EQ(sitting.thinking(seconds(3600)), kLongestThinking);
  EXPECT_EQ(sitting.thinking(seconds(-60)), Millis{0});
}

TEST(Sitting, PausesWhenItsTimeIsUp) {
  Sitting sitting{queueOf({"a", "b", "c"}), seconds(0), Millis{10'000}};
  give(sitting, Rating::Easy, 6);
  EXPECT_FALSE(sitting.isTimeUp());
  give(sitting, Rating::Easy, 12);
  EXPECT_TRUE(sitting.isTimeUp());

  sitting.extend();

  EXPECT_FALSE(sitting.isTimeUp());
  give(sitting, Rating::Easy, 23);
  EXPECT_FALSE(sitting.isTimeUp()) << "nothing is left to ask";
  EXPECT_TRUE(sitting.isOver());
}

TEST(Sitting, GivesAnAnswerAgainThatWasTakenBack) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};
  give(sitting, Rating::Easy, 5);
  const PromptState after = answer({}, PromptId{"a"}, Rating::Easy, seconds(5), kToday, {}).state;
  sitting.tookBack(seconds(6));
  EXPECT_EQ(sitting.current(), PromptId{"a"});
  EXPECT_EQ(sitting.takenBack(), PromptId{"a"});

  sitting.gaveAgain(after, seconds(7));

  EXPECT_EQ(sitting.given().size(), 1U);
  EXPECT_EQ(sitting.current(), PromptId{"b"});
  EXPECT_EQ(sitting.takenBack(), std::nullopt);
}

TEST(Sitting, TakesEveryAnswerBackOneByOne) {
  Sitting sitting{queueOf({"a", "b", "c"}), seconds(0)};
  for (const int at : {3, 6, 9})
    give(sitting, Rating::Easy, at);
  EXPECT_TRUE(sitting.isOver());

  for (const char* prompt : {"c", "b", "a"}) {
    sitting.tookBack(seconds(10));
    EXPECT_EQ(sitting.current(), PromptId{prompt});
  }

  EXPECT_TRUE(sitting.given().empty());
  EXPECT_EQ(sitting.queue().newPrompts(), 3);
}

TEST(Sitting, BringsAForgottenPromptBack) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};
  give(sitting, Rating::Again, 5);
  EXPECT_EQ(sitting.current(), PromptId{"b"});

  give(sitting, Rating::Easy, 70);

  EXPECT_EQ(sitting.current(), PromptId{"a"});
  EXPECT_FALSE(sitting.isOver());
}

TEST(Sitting, AsksAgainWhatWasTakenBack) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};
  give(sitting, Rating::Easy, 5);

  sitting.tookBack(seconds(7));

  EXPECT_EQ(sitting.current(), PromptId{"a"});
  EXPECT_EQ(sitting.thinking(seconds(9)), Millis{2000});
  EXPECT_TRUE(sitting.given().empty());
  EXPECT_EQ(sitting.queue().newPrompts(), 2);

  give(sitting, Rating::Easy, 10);
  EXPECT_EQ(sitting.current(), PromptId{"b"});
}

TEST(Sitting, TakesBackSeveralAnswers) {
  Sitting sitting{queueOf({"a", "b", "c"}), seconds(0)};
  give(sitting, Rating::Easy, 1);
  give(sitting, Rating::Again, 2);
  sitting.tookBack(seconds(3));
  sitting.tookBack(seconds(4));
  sitting.tookBack(seconds(5));  // nothing left to take back

  EXPECT_EQ(sitting.current(), PromptId{"a"});
  EXPECT_EQ(sitting.queue().order().size(), 3U);
}

TEST(Sitting, GoesOnWhenTheCurrentPromptIsPutAside) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};

  sitting.removed(PromptId{"a"}, seconds(3));

  EXPECT_EQ(sitting.current(), PromptId{"b"});
  EXPECT_EQ(sitting.thinking(seconds(5)), Millis{2000});
}

TEST(Sitting, KeepsTheTimeWhenAnotherPromptIsPutAside) {
  Sitting sitting{queueOf({"a", "b"}), seconds(0)};

  sitting.removed(PromptId{"b"}, seconds(3));

  EXPECT_EQ(sitting.thinking(seconds(5)), Millis{5000});
}

TEST(Sitting, WaitsForALongStepAndResumes) {
  memory::ScheduleSettings slow;
  slow.learningSteps = {3600};
  const MemorySettings settings = MemorySettings::make(slow).value();
  Sitting sitting{queueOf({"a"}), seconds(0)};
  const PromptState after =
      answer({}, PromptId{"a"}, Rating::Again, seconds(5), kToday, settings).state;

  sitting.answered(Rating::Again, {}, after, seconds(5));
  EXPECT_EQ(sitting.current(), std::nullopt);
  EXPECT_FALSE(sitting.isOver());
  EXPECT_EQ(sitting.queue().waitsUntil(seconds(5)), seconds(5 + 3600 - 1200));

  sitting.resume(seconds(5 + 3600 - 1200));
  EXPECT_EQ(sitting.current(), PromptId{"a"});
}

TEST(Sitting, CanGoOnWithAnotherQueue) {
  Sitting sitting{queueOf({"a"}), seconds(0)};
  give(sitting, Rating::Easy, 5);

  sitting.replaceQueue(queueOf({"z"}), seconds(6));

  EXPECT_EQ(sitting.current(), PromptId{"z"});
  EXPECT_EQ(sitting.given().size(), 1U);
}

}  // namespace
}  // namespace phaseboard::review
