// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"

namespace phaseboard::review {
namespace {

using test::LogBuilder;

TEST(FreshStart, MakesThePromptNew) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.answer(1, Rating::Easy);

  log.startAfresh();

  EXPECT_EQ(log.state(), PromptState{});
}

TEST(FreshStart, LeavesTheAnswersInTheFigures) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.startAfresh();
  log.answer(9, Rating::Hard);

  const auto answers = countedAnswers(log.events());

  ASSERT_EQ(answers.size(), 2U);
  EXPECT_TRUE(answers[0].isFirst);
  EXPECT_TRUE(answers[1].isFirst);
}

TEST(FreshStart, LetsMemoryBeginWithTheNextAnswer) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  log.answer(1, Rating::Easy);
  log.startAfresh();
  log.answer(40, Rating::Good);

  LogBuilder only;
  only.answer(40, Rating::Good);

  EXPECT_EQ(log.state(), only.state());
}

TEST(FreshStart, CanBeTakenBackAndDoneAgain) {
  LogBuilder log;
  log.answer(0, Rating::Good);
  const PromptState before = log.state();
  const Uuid start = log.startAfresh();

  log.voidEvent(start);
  EXPECT_EQ(log.state(), before);

  log.restoreEvent(start);
  EXPECT_EQ(log.state(), PromptState{});
}

TEST(FreshStart, CorrectsOnlyAnswersThatStillCountForMemory) {
  LogBuilder log;
  const Uuid past = log.answer(0, Rating::Good);
  log.startAfresh();
  const Uuid now = log.answer(3, Rating::Good);

  EXPECT_EQ(correctedInterval(log.events(), past, Rating::Easy, log.settings()), std::nullopt);
  EXPECT_NE(correctedInterval(log.events(), now, Rating::Easy, log.settings()), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::review
