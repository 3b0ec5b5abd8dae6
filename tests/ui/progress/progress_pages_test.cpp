// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include "app/ops/desk.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/time_bars.h"
#include "ui/library/thumbnail_store.h"
#include "ui/progress/ahead_page.h"
#include "ui/progress/progress_screen.h"
#include "ui/progress/prompts_page.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using memory::Rating;

class ProgressPagesTest : public testing::Test {
 protected:
  ProgressPagesTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ProgressScreen::refresh);
    m_screen.arrive({});
  }

  const review::Prompt& prompt(int number) const {
    return m_opened.pack->prompts()[static_cast<std::size_t>(number)];
  }
  void answer(int number, Rating rating) {
    ASSERT_TRUE(m_opened.session.perform([&](ops::Desk& desk) {
      return desk.answerPrompt(m_opened.pack->prompt(prompt(number).id).value(), rating,
                               Millis{9'000});
    }));
  }
  /// Answers on many days, as a fit needs them.
  void study(int prompts, int rounds) {
    for (int round = 0; round < rounds; ++round) {
      for (int i = 0; i < prompts; ++i)
        answer(i, (i + round * 7) % 6 == 0 ? Rating::Again : Rating::Good);
      m_opened.clock.advanceDays(1 + round * 3);
    }
  }
  template <class Page>
  Page* open(ProgressScreen::Page page) {
    m_screen.showPage(page);
    return m_screen.findChild<Page*>();
  }
  std::string words(const char* name) {
    return fromQt(m_screen.findChild<QLabel*>(QLatin1String(name))->text());
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ProgressScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(ProgressPagesTest, HaveATableBehindEveryChart) {
  study(30, 3);
  for (const auto page : {ProgressScreen::Page::Overview, ProgressScreen::Page::Ahead,
                          ProgressScreen::Page::Memory, ProgressScreen::Page::Prompts}) {
    m_screen.showPage(page);
    for (ChartPanel* panel : m_screen.findChildren<ChartPanel*>())
      panel->showTable(true);
  }
  for (ChartPanel* panel : m_screen.findChildren<ChartPanel*>()) {
    const auto* table = panel->findChild<QTableWidget*>();
    SCOPED_TRACE(fromQt(table->accessibleName()));
    EXPECT_GT(table->rowCount(), 0);
    EXPECT_GT(table->columnCount(), 1);
    panel->copyTable();
    EXPECT_EQ(QApplication::clipboard()->text().count(u'\n'), table->rowCount() + 1);
  }
}

TEST_F(ProgressPagesTest, ShowReadinessForThreeMoments) {
  study(10, 2);
  ports::Settings settings = m_opened.session.settings();
  settings.interviewDate = plusDays(m_opened.session.today(), 60);
  ASSERT_TRUE(
      m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  auto* moments = m_screen.findChild<Segments*>(u"readinessMoment"_s);
  auto* panel = qobject_cast<ChartPanel*>(moments->parentWidget());
  ASSERT_NE(panel, nullptr);
  panel->showTable(true);
  ASSERT_NE(panel->findChild<QTableWidget*>()->item(0, 1), nullptr);
  QStringList cells;
  for (int moment = 0; moment < 3; ++moment) {
    QTest::keyClick(moments, moment == 0 ? Qt::Key_Home : Qt::Key_Right);
    cells += panel->findChild<QTableWidget*>()->item(0, 1)->text();
  }
  EXPECT_EQ(QSet<QString>(cells.begin(), cells.end()).size(), 3) << fromQt(cells.join(u" "_s));
}

TEST_F(ProgressPagesTest, PlayTheDaysAheadWithOtherWishes) {
  study(10, 2);
  open<AheadPage>(ProgressScreen::Page::Ahead);
  const std::string before = words("outlookVerdict");

  m_screen.findChild<QSpinBox*>()->setValue(60);

  EXPECT_THAT(before, testing::HasSubstr("hours in 90 days"));
  EXPECT_NE(words("outlookVerdict"), before);
  EXPECT_EQ(m_opened.session.settings().newPerDay, 15) << "it is only played";
}

TEST_F(ProgressPagesTest, AddUpTheTimeByQuestion) {
  study(4, 1);
  open<AheadPage>(ProgressScreen::Page::Ahead);

  const auto& rows = m_screen.findChild<TimeBars*>()->rows();

  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().total(), Millis{36'000});
}

TEST_F(ProgressPagesTest, ListLeechesFlaggedAndPutAside) {
  ports::Settings settings = m_opened.session.settings();
  settings.leechLapses = 2;
  ASSERT_TRUE(
      m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  for (int lapse = 0; lapse < 2; ++lapse) {
    answer(0, Rating::Easy);
    m_opened.clock.advanceDays(60);
    answer(0, Rating::Again);
    m_opened.clock.advanceMinutes(12);
  }
  auto* page = open<PromptsPage>(ProgressScreen::Page::Prompts);
  auto* table = m_screen.findChild<QTableWidget*>(u"history"_s);
  ASSERT_TRUE(m_opened.session.perform(
      [&](ops::Desk& desk) { return desk.flagPrompt(prompt(1).id, true); }));
  ASSERT_TRUE(m_opened.session.perform(
      [&](ops::Desk& desk) { return desk.suspendPrompt(prompt(2).id, true); }));

  page->showList(PromptsPage::List::Leeches);
  EXPECT_EQ(table->rowCount(), 1);
  EXPECT_EQ(table->item(0, 0)->text(), u"2"_s);
  page->showList(PromptsPage::List::Flagged);
  EXPECT_EQ(table->rowCount(), 1);
  page->showList(PromptsPage::List::Aside);
  EXPECT_EQ(table->rowCount(), 1);
}

TEST_F(ProgressPagesTest, CorrectAGradeFromTheList) {
  answer(0, Rating::Easy);
  open<PromptsPage>(ProgressScreen::Page::Prompts);
  auto* table = m_screen.findChild<QTableWidget*>(u"history"_s);
  ASSERT_EQ(table->item(0, 2)->text(), u"Easy"_s);
  auto* again = m_screen.findChild<QWidget*>(u"correction"_s)->findChildren<QPushButton*>().front();

  again->click();

  EXPECT_EQ(table->item(0, 2)->text(), u"Again"_s);
  EXPECT_EQ(m_opened.store->events(prompt(0).id)->size(), 2U) << "appended";
  m_opened.session.undo();
  EXPECT_EQ(table->item(0, 2)->text(), u"Easy"_s);
}

TEST_F(ProgressPagesTest, SayInPlaceThatAPromptIsGone) {
  review::Prompt gone = prompt(0);
  gone.id = PromptId{"authored:gone/one"};
  gone.target = TargetId{"gone/one"};
  ASSERT_TRUE(m_opened.desk.answerPrompt(gone, Rating::Good, Millis{9'000}));
  int failures = 0;
  QObject::connect(&m_opened.session, &Session::failed, &m_screen, [&failures] { ++failures; });
  open<PromptsPage>(ProgressScreen::Page::Prompts);

  EXPECT_THAT(words("promptFacts"), testing::HasSubstr("gone"));
  EXPECT_FALSE(m_screen.findChild<QPushButton*>(u"openPrompt"_s)->isEnabled());
  EXPECT_FALSE(m_screen.findChild<QWidget*>(u"correction"_s)->isEnabled());
  EXPECT_EQ(failures, 0);
}

TEST_F(ProgressPagesTest, ShowTheMemoryOfTheChosenPrompt) {
  answer(0, Rating::Easy);
  m_opened.clock.advanceDays(9);
  answer(0, Rating::Good);
  open<PromptsPage>(ProgressScreen::Page::Prompts);

  EXPECT_THAT(words("promptFacts"), testing::HasSubstr("2 answer"));
  for (const LineChart* chart : m_screen.findChildren<LineChart*>()) {
    if (chart->accessibleName().startsWith(u"Memory of this"_s)) {
      EXPECT_EQ(chart->marks().size(), 2U);
    }
  }
}

}  // namespace
}  // namespace phaseboard::ui
