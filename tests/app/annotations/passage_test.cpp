// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/passage.h"

#include <gmock/gmock.h>

namespace phaseboard::annotations {
namespace {

constexpr std::string_view kText =
    "A lost mail costs ten spam mails. So fix precision at 99.9 % and maximise recall; the cost "
    "of a lost mail decides.";

std::string found(std::string_view text, const Passage& passage) {
  const auto place = findPassage(text, passage);
  return place ? std::string(text.substr(place->from, place->to - place->from)) : "nothing";
}

TEST(Passage, IsFoundWhateverItsMarksAndSpaces) {
  EXPECT_EQ(found(kText, {"FIX  precision,\nat 99.9", {}, {}}), "fix precision at 99.9");
  EXPECT_EQ(findPassage(kText, {"fix precision", {}, {}})->likeness, 1.0);
}

TEST(Passage, IsFoundInOtherWords) {
  const Passage before{"fix the precision at 99 percent and then maximise recall", {}, {}};

  EXPECT_EQ(found(kText, before), "fix precision at 99.9 % and maximise recall");
  const double like = findPassage(kText, before)->likeness;
  EXPECT_GE(like, 0.5);
  EXPECT_LT(like, 1.0);
}

TEST(Passage, IsNotFoundWhenMostOfItIsGone) {
  EXPECT_EQ(found(kText, {"train a larger model on more data every night", {}, {}}), "nothing");
  EXPECT_EQ(found(kText, {"", {}, {}}), "nothing");
  EXPECT_EQ(found(kText, {" ... ", {}, {}}), "nothing");
  EXPECT_EQ(found("", {"fix", {}, {}}), "nothing");
}

TEST(Passage, StandsWhereItsSurroundingsAre) {
  const auto first = findPassage(kText, {"a lost mail", {}, "costs ten"});
  const auto second = findPassage(kText, {"a lost mail", "the cost of", "decides"});
  ASSERT_TRUE(first && second);

  EXPECT_EQ(first->from, 0U);
  EXPECT_EQ(second->from, kText.rfind("a lost mail"));
}

TEST(Passage, StandsAtTheFirstOfEqualPlaces) {
  EXPECT_EQ(findPassage("one two. one two.", {"one two", {}, {}})->from, 0U);
}

TEST(Passage, TellsWordsThatOthersCameBetweenFromUntouchedOnes) {
  const auto place = findPassage("fix the precision", {"fix precision", {}, {}});

  ASSERT_TRUE(place);
  EXPECT_GT(place->likeness, 0.9);
  EXPECT_LT(place->likeness, 1.0);
}

TEST(Passage, CountsBytesOfLettersBeyondAscii) {
  const std::string text = "größer → kleiner";
  const auto place = findPassage(text, {"kleiner", {}, {}});

  ASSERT_TRUE(place);
  EXPECT_EQ(text.substr(place->from), "kleiner");
}

TEST(Likeness, IsTheShareOfCommonWords) {
  EXPECT_EQ(likeness("feature store", "Feature, Store"), 1.0);
  EXPECT_EQ(likeness("feature store", "model server"), 0.0);
  EXPECT_NEAR(likeness("online feature store", "offline feature store"), 2.0 / 3, 1e-9);
}

TEST(Words, AreTakenFromEitherEnd) {
  EXPECT_EQ(lastWords("one, two three.", 2), "two three");
  EXPECT_EQ(firstWords("one, two three.", 2), "one, two");
  EXPECT_EQ(firstWords("", 3), "");
}

}  // namespace
}  // namespace phaseboard::annotations
