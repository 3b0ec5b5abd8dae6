// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/heat_map.h"

#include <gtest/gtest.h>

#include <QTest>

namespace phaseboard::ui {
namespace {

TEST(HeatMap, TellsTheDayThatTheKeysMarkAndStopsAtToday) {
  const StudyDay today{20'500};
  HeatMap map;
  map.resize(map.sizeHint());
  map.setDays({{plusDays(today, -7), {31, Millis{720'000}}}}, today);

  QTest::keyClick(&map, Qt::Key_Left);
  EXPECT_EQ(map.accessibleDescription(), map.describe(plusDays(today, -7)));
  EXPECT_TRUE(map.accessibleDescription().contains(QStringLiteral("31")));
  QTest::keyClick(&map, Qt::Key_Right);
  QTest::keyClick(&map, Qt::Key_Right);

  EXPECT_EQ(map.accessibleDescription(), map.describe(today));
}

}  // namespace
}  // namespace phaseboard::ui
