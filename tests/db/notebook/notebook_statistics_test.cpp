// SPDX-License-Identifier: Apache-2.0
// What the notebook adds up, and what it hands to the fit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using testing::SizeIs;

class NotebookStatisticsTest : public testing::Test {
 protected:
  void answer(const char* name, Rating rating, int thinking = 4'000) {
    ASSERT_THAT(open.desk.answerPrompt(aPrompt(name), rating, Millis{thinking}), IsOk());
    open.clock.advanceMinutes(1);
  }

  /// "prompt +elapsed rating" of each review.
  std::vector<std::string> reviews(std::optional<int> most = std::nullopt) {
    const auto log = open.store->trainingLog(most);
    EXPECT_THAT(log, IsOk());
    std::vector<std::string> lines;
    for (std::size_t prompt = 0; prompt < log->prompts(); ++prompt)
      for (std::size_t i = log->begin(prompt); i < log->begin(prompt + 1); ++i)
        lines.push_back(std::to_string(prompt) + " +" + std::to_string(log->elapsedDays(i)) + " " +
                        std::string(memory::name(log->rating(i))));
    return lines;
  }

  OpenDesk open = OpenDesk::inMemory();
};

TEST_F(NotebookStatisticsTest, HandsOutWhatCountsPromptByPrompt) {
  answer("one", Rating::Good);
  answer("two", Rating::Again);
  open.clock.advanceDays(3);
  answer("one", Rating::Hard);
  answer("one", Rating::Easy);
  ASSERT_THAT(open.desk.undo(), IsOk());
  ASSERT_THAT(open.desk.correctGrade(
                  aPrompt("two"), open.store->events(aPrompt("two").id)->front().id, Rating::Good),
              IsOk());

  EXPECT_THAT(reviews(), testing::ElementsAre("0 +0 good", "0 +3 hard", "1 +0 good"));
}

TEST_F(NotebookStatisticsTest, HandsOutAFreshStartAsAnotherPrompt) {
  answer("one", Rating::Good);
  open.clock.advanceDays(3);
  answer("one", Rating::Again);
  ASSERT_THAT(open.desk.startAfresh(aPrompt("one").id), IsOk());
  open.clock.advanceDays(2);
  answer("one", Rating::Hard);

  EXPECT_THAT(reviews(), testing::ElementsAre("0 +0 good", "0 +3 again", "1 +0 hard"));
}

TEST_F(NotebookStatisticsTest, HandsOutThePromptsAnsweredLast) {
  for (const char* name : {"one", "two", "three"})
    answer(name, Rating::Good);
  answer("one", Rating::Hard);

  EXPECT_THAT(reviews(1), testing::ElementsAre("0 +0 good", "0 +0 hard"));
  EXPECT_THAT(reviews(2), SizeIs(3));
}

TEST_F(NotebookStatisticsTest, KnowsTheNewestTimeOfEachPrompt) {
  answer("one", Rating::Good, 9'000);
  answer("two", Rating::Good, 5'000);
  answer("one", Rating::Good, 3'000);
  answer("three", Rating::Good, 0);

  const auto times = open.store->latestTimes(10);

  ASSERT_THAT(*times, SizeIs(2)) << "an answer from a script has no time";
  EXPECT_EQ((*times)[0].prompt, aPrompt("one").id);
  EXPECT_EQ((*times)[0].time, Millis{3'000});
  EXPECT_THAT(*open.store->latestTimes(2), SizeIs(1));
}

TEST_F(NotebookStatisticsTest, CountsWhatIsDueOnEachDay) {
  answer("one", Rating::Easy);
  answer("two", Rating::Easy);
  answer("three", Rating::Good);
  ASSERT_THAT(open.desk.suspendPrompt(aPrompt("two").id, true), IsOk());

  const auto counts = open.store->dueCounts();

  ASSERT_THAT(*counts, SizeIs(1)) << "steps and what is put aside do not count";
  EXPECT_EQ(counts->begin()->second, 1);
}

TEST_F(NotebookStatisticsTest, KeepsTheMomentAndTheDayOfAnAnswerWhenTheClockWasSetBack) {
  answer("one", Rating::Good);
  open.clock.advanceDays(-400);
  open.clock.travelTo(UtcOffset{-11 * 3600});
  answer("one", Rating::Good);

  const auto events = open.store->events(aPrompt("one").id);

  ASSERT_THAT(*events, SizeIs(2));
  EXPECT_LT((*events)[1].at, (*events)[0].at);
  EXPECT_GT((*events)[1].id, (*events)[0].id);
  EXPECT_EQ((*events)[1].day, studyDay((*events)[1].at, UtcOffset{-11 * 3600}, kDefaultDayStart));
  EXPECT_EQ(reviews().back(), "0 +0 good") << "time never runs backwards for the memory";
}

}  // namespace
}  // namespace phaseboard::test
