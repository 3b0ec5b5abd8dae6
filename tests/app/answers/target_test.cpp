// SPDX-License-Identifier: Apache-2.0
#include "app/answers/target.h"

#include <gtest/gtest.h>

#include "app/answers/reference.h"

namespace phaseboard::test {
namespace {

using answers::lengthInWords;
using answers::Target;
using answers::targetOf;
using answers::WritingTime;

framework::Framework twoStages() {
  framework::Framework framework;
  framework.stages = {{StageId{"talk"}, "Talking", {PhaseId{"clarify"}, PhaseId{"frame"}}, 8},
                      {StageId{"build"}, "Building", {PhaseId{"serve"}}, 0}};
  return framework;
}

TEST(AnswerTarget, SharesAStageAmongItsPhases) {
  EXPECT_EQ(targetOf(twoStages(), {}, PhaseId{"frame"}, 40), (Target{4, 160}));
}

TEST(AnswerTarget, HeedsTheUsersOwnMinutesAndSpeed) {
  EXPECT_EQ(targetOf(twoStages(), {{StageId{"talk"}, 5}}, PhaseId{"frame"}, 100), (Target{3, 250}));
}

TEST(AnswerTarget, IsNothingWithoutTimeOrStage) {
  EXPECT_FALSE(targetOf(twoStages(), {}, PhaseId{"serve"}, 40).has_value());
  EXPECT_FALSE(targetOf(twoStages(), {}, PhaseId{"monitor"}, 40).has_value());
}

TEST(LengthInWords, CountsLabelsOfLinksAndNoPictures) {
  EXPECT_EQ(lengthInWords("The [Feature store](part:q/d/feature-store) is [fast](x)."), 5);
  EXPECT_EQ(lengthInWords("One\n\n![Picture of it](notebook:image/01a2-b3)\n\ntwo"), 2);
  EXPECT_EQ(lengthInWords("[no link](goes\non [and](on"), 6);
  EXPECT_EQ(lengthInWords("![](x)"), 0);
  EXPECT_EQ(lengthInWords(""), 0);
}

TEST(LengthInWords, IsSoonDoneWithALineOfBrackets) {
  std::string brackets;
  for (int i = 0; i < 100'000; ++i)
    brackets += "[](";
  EXPECT_EQ(lengthInWords(brackets), 0);
  EXPECT_TRUE(answers::referencesIn(brackets).empty());
}

TEST(WritingTime, CountsFromKeyToKeyAndNoLongPauses) {
  WritingTime time;
  time.noteKey(Instant{1'000});
  time.noteKey(Instant{5'000});
  time.noteKey(Instant{5'000 + 2 * WritingTime::kLongestPause.value()});
  time.noteKey(Instant{66'000});

  EXPECT_EQ(time.spent(), Millis{4'000 + 1'000});
}

TEST(WritingTime, IsNotTakenBackByAClockThatGoesBack) {
  WritingTime time;
  time.noteKey(Instant{9'000});
  time.noteKey(Instant{10'000});
  time.noteKey(Instant{2'000});

  EXPECT_EQ(time.spent(), Millis{1'000});
}

}  // namespace
}  // namespace phaseboard::test
