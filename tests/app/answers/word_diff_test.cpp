// SPDX-License-Identifier: Apache-2.0
#include "app/answers/word_diff.h"

#include <random>

#include <gmock/gmock.h>

namespace phaseboard::test {
namespace {

using answers::DiffKind;
using answers::DiffRun;
using answers::wordDiff;
using testing::ElementsAre;
using testing::IsEmpty;

std::string joinedWithout(DiffKind kind, const std::vector<DiffRun>& runs) {
  std::string text;
  for (const DiffRun& run : runs)
    if (run.kind != kind)
      text += run.text;
  return text;
}

void expectFaithful(const std::string& before, const std::string& after) {
  const auto runs = wordDiff(before, after);
  EXPECT_EQ(joinedWithout(DiffKind::Added, runs), before);
  EXPECT_EQ(joinedWithout(DiffKind::Removed, runs), after);
  for (std::size_t i = 1; i < runs.size(); ++i)
    EXPECT_NE(runs[i].kind, runs[i - 1].kind);
}

TEST(WordDiff, SaysNothingOfEqualTexts) {
  EXPECT_THAT(wordDiff("", ""), IsEmpty());
  EXPECT_THAT(wordDiff("same words", "same words"),
              ElementsAre(DiffRun{DiffKind::Same, "same words"}));
}

TEST(WordDiff, ShowsWholeWords) {
  EXPECT_THAT(
      wordDiff("use a two-tower model", "use a three-tower model"),
      ElementsAre(DiffRun{DiffKind::Same, "use a "}, DiffRun{DiffKind::Removed, "two-tower"},
                  DiffRun{DiffKind::Added, "three-tower"}, DiffRun{DiffKind::Same, " model"}));
}

TEST(WordDiff, ReadsAReplacedSentenceAsOne) {
  EXPECT_THAT(wordDiff("Rank by clicks. Done.", "Order with value. Done."),
              ElementsAre(DiffRun{DiffKind::Removed, "Rank by clicks"},
                          DiffRun{DiffKind::Added, "Order with value"},
                          DiffRun{DiffKind::Same, ". Done."}));
}

TEST(WordDiff, LeavesTheWordsAroundAnAdditionAlone) {
  EXPECT_THAT(wordDiff("one two", "one and a half two"),
              ElementsAre(DiffRun{DiffKind::Same, "one "}, DiffRun{DiffKind::Added, "and a half "},
                          DiffRun{DiffKind::Same, "two"}));
}

TEST(WordDiff, KeepsLettersBeyondAsciiWhole) {
  EXPECT_THAT(wordDiff("größer", "grösser"), ElementsAre(DiffRun{DiffKind::Removed, "größer"},
                                                         DiffRun{DiffKind::Added, "grösser"}));
}

TEST(WordDiff, GivesBothTextsBackWhateverTheyAre) {
  std::mt19937 chance(7);  // a fixed seed
  const std::vector<std::string> words{"a", "b", "c", " ", "\n", "- ", "don't", "é", ".", "  "};
  for (int round = 0; round < 400; ++round) {
    std::string before;
    std::string after;
    for (int i = 0; i < round % 40; ++i) {
      before += words[chance() % words.size()];
      after += words[chance() % words.size()];
    }
    expectFaithful(before, after);
  }
}

TEST(WordDiff, ReplacesTheMiddleAsAWholeWhenTooMuchDiffers) {
  std::string before = "begin ";
  std::string after = "begin ";
  for (int i = 0; i < 2 * answers::kMostEdits; ++i) {
    before += "a" + std::to_string(i) + ".";
    after += "b" + std::to_string(i) + ".";
  }

  const auto runs = wordDiff(before + " end", after + " end");

  EXPECT_EQ(runs.front(), (DiffRun{DiffKind::Same, "begin "}));
  EXPECT_EQ(runs.back().kind, DiffKind::Same);
  EXPECT_EQ(joinedWithout(DiffKind::Added, runs), before + " end");
  EXPECT_EQ(joinedWithout(DiffKind::Removed, runs), after + " end");
}

TEST(WordDiff, CountsWords) {
  EXPECT_EQ(answers::countsOf(wordDiff("one two three", "one four three five")),
            (answers::DiffCounts{2, 1}));
  EXPECT_EQ(answers::wordCount("Don't use a two-tower model, it's 3 ms - really."), 9);
}

}  // namespace
}  // namespace phaseboard::test
