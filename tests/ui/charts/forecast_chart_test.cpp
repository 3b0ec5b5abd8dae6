// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/forecast_chart.h"

#include <gtest/gtest.h>

#include <QTest>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

const StudyDay kToday{20'500};

class ForecastChartTest : public testing::Test {
 protected:
  ForecastChartTest() {
    m_chart.resize(m_chart.sizeHint());
    m_chart.setForecast({{12, Millis{240'000}, 5, Millis{60'000}, Millis{600'000}},
                         {0, Millis{0}, 0, Millis{0}, Millis{600'000}},
                         {31, Millis{700'000}, 0, Millis{0}, Millis{600'000}}},
                        kToday, plusDays(kToday, 2));
  }

  void press(Qt::Key key) { QTest::keyClick(&m_chart, key); }
  int marked() const {
    for (int day = 0; day < 3; ++day)
      if (m_chart.accessibleDescription() == m_chart.describe(day))
        return day;
    return -1;
  }

  ForecastChart m_chart;
};

TEST_F(ForecastChartTest, TellsAllDaysWhileNoneIsMarked) {
  EXPECT_EQ(marked(), -1);
  for (const char* count : {"12", "31"})
    EXPECT_TRUE(m_chart.accessibleDescription().contains(QLatin1String(count)));
}

TEST_F(ForecastChartTest, TellsTheDayThatTheKeysMark) {
  press(Qt::Key_Right);
  EXPECT_EQ(marked(), 0);
  press(Qt::Key_Right);
  press(Qt::Key_Right);

  EXPECT_EQ(marked(), 2);
  EXPECT_TRUE(m_chart.accessibleDescription().contains(QStringLiteral("31")));
}

TEST_F(ForecastChartTest, StopsAtBothEnds) {
  press(Qt::Key_End);
  press(Qt::Key_Right);
  EXPECT_EQ(marked(), 2);

  press(Qt::Key_Home);
  press(Qt::Key_Left);
  EXPECT_EQ(marked(), 0);
}

TEST_F(ForecastChartTest, MarksTodayWithTheFocusAndNothingWithoutIt) {
  QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
  QCoreApplication::sendEvent(&m_chart, &in);
  EXPECT_EQ(marked(), 0);

  QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
  QCoreApplication::sendEvent(&m_chart, &out);
  EXPECT_EQ(marked(), -1);
}

TEST_F(ForecastChartTest, ShowsTheMarkOnADayWithoutPrompts) {
  press(Qt::Key_Home);
  press(Qt::Key_Right);
  const QImage marked = m_chart.grab().toImage();

  press(Qt::Key_Right);

  EXPECT_NE(m_chart.grab().toImage(), marked);
}

TEST_F(ForecastChartTest, TellsTheBacklogApartFromTheDay) {
  EXPECT_TRUE(m_chart.describe(0).contains(QStringLiteral("due, 4 min")));
  EXPECT_TRUE(m_chart.describe(0).contains(QStringLiteral("5 more from earlier, 1 min")));
  EXPECT_TRUE(m_chart.describe(2).contains(QStringLiteral("your day has 10 min")));
  EXPECT_EQ(m_chart.table().rows.size(), 3);
  EXPECT_EQ(m_chart.table().rows[0][3], QStringLiteral("5"));
}

TEST_F(ForecastChartTest, TakesNoKeysWithoutAForecast) {
  ForecastChart empty;

  QTest::keyClick(&empty, Qt::Key_Right);

  EXPECT_TRUE(empty.accessibleDescription().isEmpty());
}

}  // namespace
}  // namespace phaseboard::ui
