// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/house_style.h"

#include <gtest/gtest.h>

#include <QDialogButtonBox>
#include <QPushButton>

namespace phaseboard::ui {
namespace {

TEST(HouseStyle, PutsNoPicturesOfTheDesktopOnTheButtonsOfDialogs) {
  HouseStyle style;
  QDialogButtonBox box;
  box.setStyle(&style);

  box.setStandardButtons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);

  EXPECT_EQ(style.styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons, nullptr, &box, nullptr),
            0);
  EXPECT_TRUE(box.button(QDialogButtonBox::Save)->icon().isNull());
}

}  // namespace
}  // namespace phaseboard::ui
