// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/card.h"

#include <gtest/gtest.h>

#include <QAccessible>

#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {
namespace {

TEST(CardTest, IsToAScreenReaderAButtonThatMayBeTheChosenOne) {
  PaintedControl::install();
  Card card;
  card.setInteractive(true);
  const auto* spoken = QAccessible::queryAccessibleInterface(&card);
  EXPECT_EQ(spoken->role(), QAccessible::Button);

  card.setChosen(true);
  EXPECT_TRUE(spoken->state().selected);
  card.setChosen(false);
  EXPECT_FALSE(spoken->state().selected);
}

}  // namespace
}  // namespace phaseboard::ui
