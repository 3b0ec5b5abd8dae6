// SPDX-License-Identifier: Apache-2.0
#include "app/review/review_event.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"

namespace phaseboard::review {
namespace {

using test::LogBuilder;

std::vector<Rating> ratings(const std::vector<ReviewEvent>& events) {
  std::vector<Rating> found;
  for (const CountedAnswer& answer : countedAnswers(events))
    found.push_back(answer.rating);
  return found;
}

TEST(CountedAnswers, AreAllAnswersWhenNothingWasTakenBack) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.answer(0, Rating::Hard, 10);

  EXPECT_EQ(ratings(log.events()), (std::vector{Rating::Good, Rating::Hard}));
}

TEST(CountedAnswers, LeaveOutWhatIsVoid) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.voidEvent(log.answer(0, Rating::Hard, 10));

  EXPECT_EQ(ratings(log.events()), std::vector{Rating::Good});
}

TEST(CountedAnswers, FollowTheLastOfSeveralVoidsAndRestores) {
  LogBuilder log;
  const Uuid answer = log.answer(0, Rating::Good);
  log.voidEvent(answer);
  log.restoreEvent(answer);
  EXPECT_EQ(ratings(log.events()).size(), 1U);

  log.voidEvent(answer);
  EXPECT_EQ(ratings(log.events()).size(), 0U);
}

TEST(CountedAnswers, CarryTheLastCorrection) {
  LogBuilder log;
  const Uuid answer = log.answer(0, Rating::Good);
  log.correct(answer, Rating::Hard);
  log.correct(answer, Rating::Again);

  EXPECT_EQ(ratings(log.events()), std::vector{Rating::Again});
  EXPECT_EQ(countedAnswers(log.events())[0].intervalSeconds, 60);
}

TEST(CountedAnswers, FallBackWhenACorrectionIsVoid) {
  LogBuilder log;
  const Uuid answer = log.answer(0, Rating::Good);
  log.correct(answer, Rating::Hard);
  log.voidEvent(log.correct(answer, Rating::Again));

  EXPECT_EQ(ratings(log.events()), std::vector{Rating::Hard});
}

TEST(CountedAnswers, DoNotDependOnTheOrderOrRepetitionOfEvents) {
  LogBuilder log;
  const Uuid first = log.answer(0, Rating::Good);
  log.answer(0, Rating::Good, 10);
  log.correct(first, Rating::Hard);
  log.voidEvent(log.answer(3, Rating::Again));
  const auto expected = countedAnswers(log.events());

  std::vector<ReviewEvent> merged = log.events();
  std::reverse(merged.begin(), merged.end());
  merged.insert(merged.end(), log.events().begin(), log.events().end());

  EXPECT_EQ(countedAnswers(merged), expected);
}

TEST(CountedAnswers, IgnoreEventsAboutTheUnknown) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.voidEvent(test::eventId(99));

  EXPECT_EQ(ratings(log.events()).size(), 1U);
}

TEST(EventKind, ReadsWhatItWrites) {
  for (const EventKind kind :
       {EventKind::Answer, EventKind::Void, EventKind::Restore, EventKind::Correct})
    EXPECT_EQ(eventKindFromName(eventKindName(kind)), kind);
  EXPECT_EQ(eventKindFromName("undo"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::review
