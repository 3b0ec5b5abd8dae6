// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/placement.h"

#include <gmock/gmock.h>

namespace phaseboard::annotations {
namespace {

TargetText aTarget(const std::string& id, const std::string& title, const std::string& text) {
  TargetText target;
  target.id = TargetId{id};
  target.title = title;
  target.text = text;
  target.version = std::hash<std::string>{}(title + text);
  return target;
}

const TargetText kStore = aTarget("ads/path/store", "Feature store",
                                  "Feature store\nServes the same features online and offline, so "
                                  "that training and serving agree.");

Anchor passage(const std::string& words) {
  const std::size_t from = kStore.text.find(words);
  return anchorTo(kStore, kStore.text, from, from + words.size());
}

TEST(Anchor, KeepsAPassageWithWhatStandsAroundIt) {
  const Anchor anchor = passage("online and offline");

  EXPECT_EQ(anchor.target, kStore.id);
  EXPECT_EQ(anchor.quote, "online and offline");
  EXPECT_EQ(anchor.before, "Feature store\nServes the same features");
  EXPECT_EQ(anchor.after, "so that training and serving agree");
  EXPECT_EQ(anchor.snapshot, "Feature store");
  EXPECT_EQ(anchor.version, kStore.version);
}

TEST(Anchor, KeepsWordsWholeThatWereCut) {
  EXPECT_EQ(passage("nline and off").quote, "online and offline");
  EXPECT_EQ(passage("nline and off").before, "Feature store\nServes the same features");
  EXPECT_EQ(passage(" and ").quote, " and ");
}

TEST(Anchor, MeansTheWholeTargetWhenNoWordIsChosen) {
  EXPECT_FALSE(anchorTo(kStore, "a, b", 1, 3).isPassage());
  EXPECT_FALSE(anchorTo(kStore, "short", 90, 99).isPassage());
}

TEST(Standing, IsExactWhileNothingChanged) {
  EXPECT_EQ(standingOf(anchorTo(kStore), &kStore), Standing::Exact);
  EXPECT_EQ(standingOf(passage("online and offline"), &kStore), Standing::Exact);
}

TEST(Standing, IsExactForWordsThatStayedInATextThatChanged) {
  const TargetText longer =
      aTarget("ads/path/store", "Feature store", kStore.text + " It is read in two milliseconds.");

  EXPECT_EQ(standingOf(passage("online and offline"), &longer), Standing::Exact);
  EXPECT_EQ(standingOf(anchorTo(kStore), &longer), Standing::Reworded);
}

TEST(Standing, TellsRewordedPassagesFromLostOnes) {
  const TargetText reworded =
      aTarget("ads/path/store", "Feature store", "The same features, on-line and offline alike.");
  const TargetText other = aTarget("ads/path/store", "Feature store", "A key-value database.");

  EXPECT_EQ(standingOf(passage("the same features online and offline"), &reworded),
            Standing::Reworded);
  EXPECT_EQ(standingOf(passage("online and offline"), &other), Standing::WordsGone);
}

TEST(Standing, IsUnplacedWithoutTheTarget) {
  EXPECT_EQ(standingOf(anchorTo(kStore), nullptr), Standing::Unplaced);
}

TEST(Suggestion, IsThePlaceThatIsCalledAlmostTheSame) {
  const std::vector<TargetText> candidates{aTarget("ads/path/model", "Ranking model", "Ranks."),
                                           aTarget("ads/path/fs", "Online feature store", "Keeps."),
                                           aTarget("ads/path/log", "Event log", "Logs.")};

  const auto best = suggestPlace(anchorTo(kStore), candidates);

  ASSERT_TRUE(best);
  EXPECT_EQ(best->target->id, TargetId{"ads/path/fs"});
}

TEST(Suggestion, FollowsTheWordsOfAPassage) {
  const std::vector<TargetText> candidates{aTarget("ads/path/fs", "Feature table", "Keeps rows."),
                                           aTarget("ads/agree", "Training and serving must agree",
                                                   "Use the same features online and offline.")};

  const auto best = suggestPlace(passage("the same features online and offline"), candidates);

  ASSERT_TRUE(best);
  EXPECT_EQ(best->target->id, TargetId{"ads/agree"});
  const Anchor again = reanchored(passage("the same features online and offline"), *best->target);
  EXPECT_EQ(again.quote, "the same features online and offline");
  EXPECT_EQ(again.version, best->target->version);
}

TEST(Suggestion, IsNothingWhenNothingIsAlike) {
  EXPECT_FALSE(suggestPlace(anchorTo(kStore), {aTarget("ads/path/log", "Event log", "Logs.")}));
  EXPECT_FALSE(suggestPlace(anchorTo(kStore), {}));
}

}  // namespace
}  // namespace phaseboard::annotations
