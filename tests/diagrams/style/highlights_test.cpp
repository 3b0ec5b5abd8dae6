// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/highlights.h"

#include <gtest/gtest.h>

namespace phaseboard::style {
namespace {

class HighlightsTest : public testing::TestWithParam<ThemeName> {};

TEST_P(HighlightsTest, LeaveWordsReadable) {
  const ApplicationColours application = applicationColours(GetParam());
  for (const Pen pen : kPens) {
    EXPECT_GE(contrast(application.text, colours(GetParam(), pen).paper), 4.5)
        << static_cast<int>(pen);
    EXPECT_GE(contrast(application.mutedText, colours(GetParam(), pen).paper), 3.5)
        << static_cast<int>(pen);
  }
}

TEST_P(HighlightsTest, AreSeenOnCardsAndFigures) {
  const QColor canvas = colour(GetParam(), Neutral::Canvas);
  for (const Pen pen : kPens) {
    EXPECT_GE(contrast(colours(GetParam(), pen).ink, canvas), 3) << static_cast<int>(pen);
    EXPECT_GE(contrast(colours(GetParam(), pen).ink, applicationColours(GetParam()).card), 3)
        << static_cast<int>(pen);
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, HighlightsTest, testing::ValuesIn(kThemes));

}  // namespace
}  // namespace phaseboard::style
