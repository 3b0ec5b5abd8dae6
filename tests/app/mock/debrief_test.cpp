// SPDX-License-Identifier: Apache-2.0
#include "app/mock/debrief.h"

#include <gtest/gtest.h>

#include "tests/app/mock/mock_builder.h"

namespace phaseboard::test {
namespace {

using content::Level;
using mock::Rubric;

content::KeyPoint point(const std::string& name, Level level) {
  content::KeyPoint one;
  one.id = ItemId{"rides/" + name};
  one.level = level;
  return one;
}

std::vector<content::Note> twoNotes() {
  content::Note data;
  data.phase = PhaseId{"data"};
  data.keyPoints = {point("a", Level::Mid), point("b", Level::Senior)};
  content::Note serve;
  serve.phase = PhaseId{"serve"};
  serve.keyPoints = {point("c", Level::Mid), point("d", Level::Staff), point("e", Level::Mid)};
  return {data, serve};
}

TEST(MockDebrief, CountsWhatWasCoveredInEachPhase) {
  const auto coverage = mock::coverageOf(aPlan(), twoNotes(), {"rides/a", "rides/d"});

  ASSERT_EQ(coverage.size(), 2U);
  EXPECT_EQ(coverage[0].covered, 1);
  EXPECT_EQ(coverage[1].total, 3);
  EXPECT_EQ(coverage[1].missed, (std::vector<ItemId>{ItemId{"rides/c"}, ItemId{"rides/e"}}));
}

TEST(MockDebrief, LeavesOutPhasesThatWereNotPlanned) {
  const auto coverage = mock::coverageOf(aPlan(mock::Form::OneStage), twoNotes(), {});

  ASSERT_EQ(coverage.size(), 1U);
  EXPECT_EQ(coverage[0].phase, PhaseId{"data"});
}

TEST(MockDebrief, NamesTheWeakestPhaseFirst) {
  const auto coverage = mock::coverageOf(aPlan(), twoNotes(), {"rides/a", "rides/d"});
  EXPECT_EQ(mock::weakestFirst(coverage),
            (std::vector<PhaseId>{PhaseId{"serve"}, PhaseId{"data"}}));

  const auto whole = mock::coverageOf(aPlan(), twoNotes(), {"rides/a", "rides/b"});
  EXPECT_EQ(mock::weakestFirst(whole), std::vector<PhaseId>{PhaseId{"serve"}});
}

Rubric rubric(int mid, int senior, int staff) {
  return {{Level::Mid, {mid, 10}}, {Level::Senior, {senior, 20}}, {Level::Staff, {staff, 10}}};
}

TEST(MockLevel, IsReachedOneAfterTheOther) {
  EXPECT_EQ(mock::levelReached(rubric(4, 20, 10), std::nullopt), std::nullopt);
  EXPECT_EQ(mock::levelReached(rubric(5, 8, 10), std::nullopt), Level::Mid);
  EXPECT_EQ(mock::levelReached(rubric(5, 9, 3), std::nullopt), Level::Senior);
  EXPECT_EQ(mock::levelReached(rubric(5, 9, 4), std::nullopt), Level::Staff);
}

TEST(MockLevel, AsksForADrawingToo) {
  EXPECT_EQ(mock::levelReached(rubric(10, 20, 10), 0.2), std::nullopt);
  EXPECT_EQ(mock::levelReached(rubric(10, 20, 10), 0.4), Level::Mid);
  EXPECT_EQ(mock::levelReached(rubric(10, 20, 10), 0.55), Level::Senior);
  EXPECT_EQ(mock::levelReached(rubric(10, 20, 10), 1.0), Level::Staff);
}

TEST(MockLevel, NeverFallsWhenMoreIsCovered) {
  const auto rank = [](const std::optional<Level>& level) {
    return level ? static_cast<int>(*level) + 1 : 0;
  };
  for (int mid = 0; mid <= 10; ++mid)
    for (int senior = 0; senior <= 20; ++senior)
      for (int staff = 0; staff < 10; ++staff) {
        const int now = rank(mock::levelReached(rubric(mid, senior, staff), 0.5));
        EXPECT_LE(now, rank(mock::levelReached(rubric(mid, senior, staff + 1), 0.5)));
        EXPECT_LE(now, rank(mock::levelReached(rubric(mid, senior, staff), 0.6)));
      }
}

TEST(MockLevel, GivesNothingForNothing) {
  EXPECT_EQ(mock::levelReached({}, std::nullopt), std::nullopt);
  EXPECT_EQ(mock::levelReached({{Level::Staff, {0, 4}}}, std::nullopt), std::nullopt);
  EXPECT_EQ(mock::levelReached({}, 0.9), Level::Staff);
}

TEST(MockDebrief, ComparesWithAnEarlierAttempt) {
  Attempt earlier;
  earlier.workMinutes(12);
  Attempt later;
  later.workMinutes(9);
  const mock::Outcome before{Instant{0}, 10, 40, 0.4, Level::Mid};
  const mock::Outcome now{Instant{1}, 30, 40, 0.7, Level::Staff};

  const auto progress = mock::progressBetween(before, earlier.standing(), now, later.standing());

  EXPECT_DOUBLE_EQ(progress.coverage, 0.5);
  EXPECT_NEAR(*progress.board, 0.3, 1e-9);
  EXPECT_EQ(progress.levels, 2);
  EXPECT_EQ(progress.stages.at(StageId{"goal"}), minutes(-3));
}

TEST(MockDebrief, ReadsBackTheNamesOfLevels) {
  for (const Level level : {Level::Mid, Level::Senior, Level::Staff})
    EXPECT_EQ(mock::levelNamed(mock::nameOf(level)), level);
  EXPECT_EQ(mock::levelNamed("principal"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::test
