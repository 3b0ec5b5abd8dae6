// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/theme.h"

#include <gmock/gmock.h>

namespace phaseboard::style {
namespace {

using Chain = std::vector<std::string>;

TEST(Theme, ResolvesAClassInTheRoleAroundIt) {
  const Paint inStore = resolve(ThemeName::Light, Chain{"part node store", "body"});
  const Paint inModel = resolve(ThemeName::Light, Chain{"part node model", "body"});

  EXPECT_EQ(inStore.fill, colours(ThemeName::Light, Role::Store).body);
  EXPECT_EQ(inStore.stroke, colours(ThemeName::Light, Role::Store).border);
  EXPECT_EQ(inModel.fill, colours(ThemeName::Light, Role::Model).body);
}

TEST(Theme, LetsMoreClassesAndLaterRulesWin) {
  const Paint card = resolve(ThemeName::Dark, Chain{"card"});
  const Paint modelCard = resolve(ThemeName::Dark, Chain{"part model", "card"});
  const Paint small = resolve(ThemeName::Dark, Chain{"tt small it"});

  EXPECT_EQ(card.stroke, colour(ThemeName::Dark, Neutral::CardBorder));
  EXPECT_EQ(modelCard.stroke, colours(ThemeName::Dark, Role::Model).ink);
  EXPECT_DOUBLE_EQ(small.text.size, 13.5 * 0.72);
  EXPECT_TRUE(small.text.italic);
  EXPECT_EQ(small.text.weight, 600);
}

TEST(Theme, FindsTheRoleThroughGroupsInBetween) {
  const Paint glyph = resolve(ThemeName::Light, Chain{"part node metric", "icon", "glyph"});

  EXPECT_EQ(glyph.stroke, colours(ThemeName::Light, Role::Metric).ink);
  EXPECT_EQ(glyph.fill, std::nullopt);
  EXPECT_TRUE(glyph.roundCap);
}

TEST(Theme, DashesTheWiresThatTheTableDashes) {
  EXPECT_THAT(resolve(ThemeName::Light, Chain{"part edge feedback", "wire"}).dash,
              testing::ElementsAre(6, 5));
  EXPECT_THAT(resolve(ThemeName::Light, Chain{"part edge flow", "wire"}).dash, testing::IsEmpty());
}

TEST(Theme, GivesPaintAsSvgDoesWhenNothingMatches) {
  const Paint paint = resolve(ThemeName::Light, Chain{"part", "unheard-of"});

  EXPECT_EQ(paint, Paint{});
}

TEST(Theme, WritesCssOnlyForTheClassesInUse) {
  const std::string css = style::css(ThemeName::Light, Chain{"canvas", "service", "tile"});

  EXPECT_EQ(css,
            ".canvas{fill:#FFFFFF}\n"
            ".service .tile{fill:#E3EDFD}\n");
}

TEST(Theme, WritesCssThatBothRenderersUnderstand) {
  for (const ThemeName theme : kThemes)
    for (const StyleRule& rule : rules(theme)) {
      const std::string text = cssDeclarations(rule.set);
      EXPECT_FALSE(text.empty()) << rule.selector;
      for (const char* forbidden : {"rgb", "hsl", "var(", "!important", "em;", "font:"})
        EXPECT_EQ(text.find(forbidden), std::string::npos) << rule.selector << text;
    }
}

TEST(Theme, KnowsTheSameClassesInBothThemes) {
  const auto& light = rules(ThemeName::Light);
  const auto& dark = rules(ThemeName::Dark);

  ASSERT_EQ(light.size(), dark.size());
  for (std::size_t i = 0; i < light.size(); ++i)
    EXPECT_EQ(light[i].selector, dark[i].selector);
  EXPECT_TRUE(isKnownClass("model"));
  EXPECT_FALSE(isKnownClass("modle"));
}

}  // namespace
}  // namespace phaseboard::style
