// SPDX-License-Identifier: Apache-2.0
#include "app/merge/trail.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/support/fake_clock.h"

namespace phaseboard::merge {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// A board on which these strokes were drawn, a second apart; a capital letter half a second later.
Trail drawn(const std::string& strokes, const std::string& id = "board") {
  Trail trail{Subject::Board, id, {}};
  std::int64_t at = 0;
  for (const char stroke : strokes) {
    at += 1'000;
    trail.steps.push_back({Instant{at + (stroke < 'a' ? 500 : 0)}, std::string(1, stroke)});
  }
  return trail;
}

std::string strokesOf(const Trail& trail) {
  std::string strokes;
  for (const Step& step : trail.steps)
    strokes += step.bytes;
  return strokes;
}

TEST(Trail, TheLongerOneHoldsWhenItGoesOnWithTheOther) {
  const auto one = settled({drawn("abcd"), drawn("ab"), drawn("abcd")});

  ASSERT_THAT(one, SizeIs(1));
  EXPECT_EQ(strokesOf(one.front()), "abcd");
  EXPECT_EQ(one.front().id, "board");
}

TEST(Trail, BothWaysAreKeptWhereTwoWentOnDifferently) {
  const auto two = settled({drawn("abX"), drawn("abc")});

  ASSERT_THAT(two, SizeIs(2));
  EXPECT_EQ(two[0].id, "board");
  EXPECT_EQ(strokesOf(two[0]), "abc") << "it went on first";
  EXPECT_EQ(rootOf(two[1].id), "board");
  EXPECT_EQ(strokesOf(two[1]), "abX");
}

TEST(Trail, ABranchKeepsItsIdWhenItGrows) {
  const auto before = settled({drawn("abc"), drawn("abX")});
  Trail grown = before[1];
  grown.steps.push_back({Instant{9'000}, "y"});

  const auto after = settled({before[0], before[1], grown});

  ASSERT_THAT(after, SizeIs(2));
  EXPECT_EQ(after[1].id, before[1].id);
  EXPECT_EQ(strokesOf(after[1]), "abXy");
}

TEST(Trail, ItDoesNotMatterInWhichOrderOrHowOftenCopiesMeet) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    test::SeededChance chance{seed};
    std::vector<Trail> copies;
    for (int i = 0; i < 4; ++i) {
      std::string strokes = "ab";
      for (std::uint64_t length = chance.next() % 4; length > 0; --length)
        strokes += "cdXY"[chance.next() % 4];
      copies.push_back(drawn(strokes));
    }
    const auto all = settled(copies);
    std::vector<Trail> gathered;
    for (int i = 0; i < 12; ++i)
      for (const Trail& copy :
           {copies[chance.next() % 4], copies[static_cast<std::size_t>(i % 4)]}) {
        gathered.push_back(copy);
        gathered = settled(gathered);
      }
    EXPECT_TRUE(gathered == all);
    EXPECT_TRUE(settled(all) == all);
  }
}

}  // namespace
}  // namespace phaseboard::merge
