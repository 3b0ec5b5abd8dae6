// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/line_chart.h"

#include <gtest/gtest.h>

#include <QTest>

#include "ui/charts/chart_table.h"

namespace phaseboard::ui {
namespace {

class LineChartTest : public testing::Test {
 protected:
  LineChartTest() {
    m_chart.resize(m_chart.sizeHint());
    m_chart.setAxes({0, 10, {{0, QStringLiteral("0")}, {10, QStringLiteral("10")}}},
                    percentAxis(0.5, 1));
    m_chart.setLines({{QStringLiteral("recall"), Ink::Accent, {{0, 1}, {5, 0.8}, {10, 0.6}}}});
    m_chart.setMarks({{0, QStringLiteral("first")}, {5, QStringLiteral("second")}});
  }

  LineChart m_chart{QStringLiteral("A curve")};
};

TEST_F(LineChartTest, TellsEveryMarkAndThenTheOneThatTheKeysReach) {
  EXPECT_EQ(m_chart.accessibleDescription(), QStringLiteral("first; second"));
  QTest::keyClick(&m_chart, Qt::Key_End);
  EXPECT_EQ(m_chart.accessibleDescription(), QStringLiteral("second"));
  QTest::keyClick(&m_chart, Qt::Key_Left);
  EXPECT_EQ(m_chart.accessibleDescription(), QStringLiteral("first"));
}

TEST_F(LineChartTest, PaintsItsLineAndItsMark) {
  const QImage plain = m_chart.grab().toImage();
  QTest::keyClick(&m_chart, Qt::Key_End);
  EXPECT_NE(m_chart.grab().toImage(), plain);
  m_chart.setLines({});
  EXPECT_NE(m_chart.grab().toImage(), plain);
}

TEST(ChartAxes, HaveRoundEnds) {
  const ChartAxis axis = percentAxis(0.83, 1);
  EXPECT_DOUBLE_EQ(axis.low, 0.8);
  EXPECT_DOUBLE_EQ(axis.high, 1);
  EXPECT_EQ(axis.ticks.back().second, QStringLiteral("100 %"));
  EXPECT_DOUBLE_EQ(countAxis(37).high, 40);
  EXPECT_DOUBLE_EQ(countAxis(0.2).high, 4);
  EXPECT_EQ(countAxis(10, QStringLiteral("min")).ticks.back().second, QStringLiteral("10 min"));
}

TEST(ChartTable, IsCopiedWithTabs) {
  EXPECT_EQ(tabSeparated({{QStringLiteral("a"), QStringLiteral("b")},
                          {{QStringLiteral("1"), QStringLiteral("2")}}}),
            QStringLiteral("a\tb\n1\t2\n"));
}

}  // namespace
}  // namespace phaseboard::ui
