// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/palette.h"

#include <string>

#include <gtest/gtest.h>

#include "diagrams/style/theme.h"

namespace phaseboard::style {
namespace {

void expectContrast(const QColor& front, const QColor& back, double least,
                    const std::string& pair) {
  EXPECT_GE(contrast(front, back), least)
      << pair << ": " << front.name().toStdString() << " on " << back.name().toStdString();
}

class PaletteTest : public testing::TestWithParam<ThemeName> {
 protected:
  const ThemeName m_theme = GetParam();
  const QColor m_ink = colour(m_theme, Neutral::Ink);
  const QColor m_muted = colour(m_theme, Neutral::Muted);
  const QColor m_canvas = colour(m_theme, Neutral::Canvas);
  const QColor m_card = colour(m_theme, Neutral::Card);
};

TEST_P(PaletteTest, MakesTitlesReadableOnEveryBody) {
  for (const Role role : kRoles) {
    const RoleColours c = colours(m_theme, role);
    const std::string name(className(role));
    for (const QColor& back : {c.body, c.tile, m_card, m_canvas}) {
      expectContrast(m_ink, back, 7, "title in " + name);
      expectContrast(m_muted, back, 4.5, "sub-title in " + name);
      expectContrast(c.ink, back, 4.5, "coloured words in " + name);
    }
    expectContrast(c.onInk, c.ink, 4.5, "text on solid " + name);
  }
}

TEST_P(PaletteTest, MakesIconsVisibleOnTheirTiles) {
  for (const Role role : kRoles) {
    const RoleColours c = colours(m_theme, role);
    expectContrast(c.ink, c.tile, 3, "icon of " + std::string(className(role)));
  }
}

TEST_P(PaletteTest, MakesLaneTitlesAndContentReadable) {
  for (const Lane lane : kLanes) {
    const LaneColours c = colours(m_theme, lane);
    const std::string name(className(lane));
    expectContrast(c.title, c.fill, 4.5, "title of lane " + name);
    expectContrast(m_ink, c.fill, 7, "label in lane " + name);
  }
}

TEST_P(PaletteTest, MakesWiresVisibleOnTheCanvasAndInEveryLane) {
  for (const Wire wire : kWires) {
    const QColor colour = wireStyle(m_theme, wire).colour;
    const double least = wire == Wire::Ref ? 1.8 : 3;
    expectContrast(colour, m_canvas, least, std::string(className(wire)));
    if (wire == Wire::Ref)
      continue;
    for (const Lane lane : kLanes)
      expectContrast(colour, colours(m_theme, lane).fill, least,
                     std::string(className(wire)) + " in " + std::string(className(lane)));
  }
}

TEST_P(PaletteTest, MakesNeutralsReadable) {
  for (const QColor& back : {m_canvas, m_card}) {
    expectContrast(m_ink, back, 7, "ink");
    expectContrast(m_muted, back, 4.5, "muted");
    expectContrast(colour(m_theme, Neutral::Axis), back, 3, "axis");
  }
  expectContrast(colour(m_theme, Neutral::OnBadge), colour(m_theme, Neutral::Badge), 4.5, "badge");
}

TEST_P(PaletteTest, MakesHeatMapsReadableAtEveryStep) {
  for (const Role role : kRoles)
    for (int step = 1; step <= 6; ++step) {
      const std::vector<std::string> cell{std::string(className(role)),
                                          "heat" + std::to_string(step)};
      const std::vector<std::string> words{step == 6 ? "tt onsolid" : "tt"};
      expectContrast(*resolve(m_theme, words).fill, *resolve(m_theme, cell).fill, 4.5,
                     cell.front() + " " + cell.back());
    }
}

TEST_P(PaletteTest, MakesTheWindowsReadable) {
  const ApplicationColours app = applicationColours(m_theme);

  for (const QColor& back : {app.window, app.sidebar, app.card, app.hover, app.pressed}) {
    expectContrast(app.text, back, 7, "text");
    expectContrast(app.mutedText, back, 4.5, "muted text");
    expectContrast(app.disabledText, back, 2.8, "disabled text");
    expectContrast(app.focusRing, back, 2.6, "focus ring");
  }
  expectContrast(app.onSelection, app.selection, 7, "selected text");
  for (const QColor& back : {app.accent, app.accentHover})
    expectContrast(app.onAccent, back, 4.5, "button text");
  expectContrast(app.accent, app.card, 4.5, "link");
  expectContrast(app.accent, app.accentSoft, 4.5, "link on soft");
  expectContrast(app.good, app.goodSoft, 4.5, "good");
  expectContrast(app.warn, app.warnSoft, 4.5, "warn");
  expectContrast(app.bad, app.badSoft, 4.5, "bad");
}

INSTANTIATE_TEST_SUITE_P(Themes, PaletteTest, testing::ValuesIn(kThemes),
                         [](const testing::TestParamInfo<ThemeName>& theme) {
                           return theme.param == ThemeName::Light ? "Light" : "Dark";
                         });

TEST(PaletteNames, AreFoundAgain) {
  for (const Role role : kRoles)
    EXPECT_EQ(roleNamed(className(role)), role);
  for (const Wire wire : kWires)
    EXPECT_EQ(wireNamed(className(wire)), wire);
  for (const Lane lane : kLanes)
    EXPECT_EQ(laneNamed(className(lane)), lane);
  EXPECT_EQ(roleNamed("modle"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::style
