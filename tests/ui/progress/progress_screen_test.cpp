// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_screen.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QTableWidget>

#include "app/ops/desk.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/charts/forecast_chart.h"
#include "ui/charts/heat_map.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

class ProgressScreenTest : public testing::Test {
 protected:
  ProgressScreenTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ProgressScreen::refresh);
    m_screen.arrive({});
  }

  void answerFirstPrompt(memory::Rating rating = memory::Rating::Good) {
    const review::Prompt prompt =
        m_opened.pack->prompt(m_opened.pack->prompts().front().id).value();
    ASSERT_TRUE(m_opened.session.perform(
        [&](ops::Desk& desk) { return desk.answerPrompt(prompt, rating, Millis{9'000}); }));
  }

  std::string figure(const char* name) {
    return fromQt(m_screen.findChild<QLabel*>(QLatin1String(name))->text());
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ProgressScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
  QTableWidget* m_history = m_screen.findChild<QTableWidget*>(QStringLiteral("history"));
};

TEST_F(ProgressScreenTest, SaysWhatWillBeHereWhileThereIsNoHistory) {
  m_screen.showPage(ProgressScreen::Page::Prompts);
  EXPECT_TRUE(m_history->isHidden());
  EXPECT_FALSE(m_screen.findChild<QLabel*>(QStringLiteral("noHistory"))->isHidden());
  m_screen.showPage(ProgressScreen::Page::Overview);
  EXPECT_EQ(figure("coverage"), "0 %");
  EXPECT_EQ(figure("recall"), "0 %");
  EXPECT_EQ(figure("retention"), "\u2013");
  EXPECT_EQ(figure("daysInARow"), "0");
}

TEST_F(ProgressScreenTest, CountsWhatWasAnswered) {
  answerFirstPrompt();
  m_opened.clock.advanceDays(1);
  answerFirstPrompt(memory::Rating::Again);

  EXPECT_EQ(figure("retention"), "50 %");
  EXPECT_EQ(figure("daysInARow"), "2");
  m_screen.showPage(ProgressScreen::Page::Prompts);
  EXPECT_FALSE(m_history->isHidden());
  EXPECT_TRUE(m_screen.findChild<QLabel*>(QStringLiteral("noHistory"))->isHidden());
  ASSERT_EQ(m_history->rowCount(), 2);
  EXPECT_EQ(m_history->item(0, 2)->text(), QStringLiteral("Again"));
  EXPECT_EQ(m_history->item(1, 2)->text(), QStringLiteral("Good"));
  EXPECT_EQ(m_history->item(1, 4)->text(), QStringLiteral("9 s"));
}

TEST_F(ProgressScreenTest, TellsTheForecastAndTheCalendarToScreenReaders) {
  answerFirstPrompt(memory::Rating::Easy);

  m_screen.showPage(ProgressScreen::Page::Ahead);
  const auto* forecast = m_screen.findChild<ForecastChart*>();
  const auto* calendar = m_screen.findChild<HeatMap*>();

  EXPECT_TRUE(forecast->accessibleDescription().contains(QStringLiteral(": 1")));
  EXPECT_TRUE(calendar->describe(m_opened.session.today()).contains(QStringLiteral("1 answer")));
}

TEST_F(ProgressScreenTest, ListsAnAnswer) {
  m_screen.showPage(ProgressScreen::Page::Prompts);
  answerFirstPrompt();

  EXPECT_EQ(m_history->rowCount(), 1);
}

TEST_F(ProgressScreenTest, DoesNotListAnAnswerThatWasTakenBack) {
  m_screen.showPage(ProgressScreen::Page::Prompts);
  answerFirstPrompt();

  m_opened.session.undo();
  EXPECT_EQ(m_history->rowCount(), 0);

  m_opened.session.redo();
  EXPECT_EQ(m_history->rowCount(), 1);
}

}  // namespace
}  // namespace phaseboard::ui
