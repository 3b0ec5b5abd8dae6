// SPDX-License-Identifier: Apache-2.0
#include "app/answers/sentences.h"

#include <gmock/gmock.h>

namespace phaseboard::test {
namespace {

using answers::sentencesOf;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Sentences, EndWhereAFullStopIsNotPartOfAWord) {
  EXPECT_THAT(sentencesOf("Use 3.5 ms, e.g. for reads. Then rank! Why? Because."),
              ElementsAre("Use 3.5 ms, e.g. for reads.", "Then rank!", "Why?", "Because."));
}

TEST(Sentences, OfAParagraphGoOverItsLines) {
  EXPECT_THAT(sentencesOf("One sentence on\ntwo lines. Another\n\nA new paragraph"),
              ElementsAre("One sentence on two lines.", "Another", "A new paragraph"));
}

TEST(Sentences, StandApartInListsHeadingsAndTables) {
  EXPECT_THAT(
      sentencesOf("## Data\n- clicks as labels\n- **logs**\n2. join them\n> said\n"
                  "| a | b |\n|---|---|\n| c | d |"),
      ElementsAre("Data", "clicks as labels", "**logs**", "join them", "said", "a | b", "c | d"));
}

TEST(Sentences, LeaveCodeOut) {
  EXPECT_THAT(sentencesOf("before\n```\nx = 1. Y\n```\nafter"), ElementsAre("before", "after"));
  EXPECT_THAT(sentencesOf("```\nnever closed"), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::test
