// SPDX-License-Identifier: Apache-2.0
#include "ui/today/today_screen.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableWidget>
#include <QTest>

#include "app/ops/desk.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/forecast_chart.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/window_memory.h"
#include "ui/today/backlog_card.h"
#include "ui/widgets/card.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

class TodayScreenTest : public testing::Test {
 protected:
  TodayScreenTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &TodayScreen::refresh);
    QObject::connect(&m_screen, &Screen::placeRequested, &m_screen,
                     [this](const Place& place) { m_places.push_back(place); });
    m_screen.arrive({});
  }

  void answer(int count, memory::Rating rating = memory::Rating::Easy) {
    for (int i = 0; i < count; ++i) {
      const review::Prompt& prompt = m_opened.pack->prompts()[static_cast<std::size_t>(i)];
      ASSERT_TRUE(m_opened.session.perform(
          [&](ops::Desk& desk) { return desk.answerPrompt(prompt, rating, Millis{20'000}); }));
      m_opened.clock.advanceSeconds(20);
    }
  }
  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = m_opened.session.settings();
    edit(settings);
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }
  std::string words(const QString& name) {
    const auto* label = m_screen.findChild<QLabel*>(name);
    EXPECT_NE(label, nullptr) << fromQt(name);
    return label == nullptr ? "" : fromQt(label->text());
  }
  QPushButton* start() { return m_screen.findChild<QPushButton*>(u"startReview"_s); }
  Card* next(const QString& title) {
    for (Card* card : m_screen.findChildren<Card*>())
      if (card->accessibleName().startsWith(title))
        return card;
    return nullptr;
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  TodayScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
  std::vector<Place> m_places;
};

TEST_F(TodayScreenTest, OffersNewPromptsAndSomethingToReadInAnEmptyNotebook) {
  EXPECT_THAT(words(u"dueNumber"_s), testing::HasSubstr("min"));
  EXPECT_THAT(words(u"dueDetail"_s), testing::HasSubstr("0 to repeat, 15 new"));
  EXPECT_THAT(words(u"newDetail"_s), testing::HasSubstr("15 new today"));
  EXPECT_EQ(words(u"interviewNumber"_s), "No date");
  EXPECT_TRUE(start()->isEnabled());
  EXPECT_NE(next(u"Read: "_s), nullptr);
}

TEST_F(TodayScreenTest, SaysWhatToDoWhenNothingIsDue) {
  change([](ports::Settings& settings) { settings.newPerDay = 0; });

  EXPECT_EQ(words(u"dueNumber"_s), "Nothing due");
  EXPECT_THAT(words(u"dueDetail"_s), testing::HasSubstr("Study"));
  EXPECT_FALSE(start()->isEnabled());
}

TEST_F(TodayScreenTest, CountsWhatIsDue) {
  change([](ports::Settings& settings) { settings.newPerDay = 0; });
  answer(12);
  m_opened.clock.advanceDays(60);

  m_screen.arrive({});

  EXPECT_THAT(words(u"dueNumber"_s), testing::HasSubstr("min"));
  EXPECT_THAT(words(u"dueDetail"_s), testing::HasSubstr("12 to repeat, 0 new"));
  EXPECT_EQ(start()->text(), u"Start review"_s);
}

TEST_F(TodayScreenTest, ShowsTheBacklogApartFromTodayAndSpreadsItAsPreviewed) {
  change([](ports::Settings& settings) {
    settings.newPerDay = 0;
    settings.dailyMinutes = 5;
  });
  answer(60);
  m_opened.clock.advanceDays(90);
  m_screen.arrive({});
  auto* backlog = m_screen.findChild<BacklogCard*>();
  ASSERT_FALSE(backlog->isHidden());
  EXPECT_THAT(words(u"backlogNumber"_s), testing::StartsWith("60 prompt"));
  EXPECT_THAT(words(u"dueDetail"_s), testing::HasSubstr("more wait"));
  auto* days = m_screen.findChild<QSlider*>(u"catchUpDays"_s);
  auto* preview = backlog->findChild<ForecastChart*>();
  const auto shown = preview->days().size();
  days->setValue(days->value() + 1);
  EXPECT_EQ(preview->days().size(), shown + 1) << "it is only shown";
  EXPECT_THAT(words(u"backlogNumber"_s), testing::StartsWith("60 prompt"));

  m_screen.findChild<QPushButton*>(u"spreadBacklog"_s)->click();

  EXPECT_THAT(words(u"dueDetail"_s), testing::Not(testing::HasSubstr("more wait")));
  m_opened.session.undo();
  EXPECT_THAT(words(u"backlogNumber"_s), testing::StartsWith("60 prompt"));
}

TEST_F(TodayScreenTest, SaysThatTheUserIsAwayAndTakesThemBack) {
  answer(5);
  change([this](ports::Settings& settings) {
    settings.away =
        review::DayRange{m_opened.session.today(), plusDays(m_opened.session.today(), 6)};
  });
  EXPECT_THAT(words(u"backlogNumber"_s), testing::StartsWith("Until"));
  EXPECT_EQ(words(u"dueNumber"_s), "A day off");

  m_screen.findChild<QPushButton*>(u"comeBack"_s)->click();

  EXPECT_FALSE(m_opened.session.settings().away.has_value());
  EXPECT_TRUE(m_screen.findChild<BacklogCard*>()->isHidden());
}

TEST_F(TodayScreenTest, SaysHowReadyOneWillBe) {
  answer(8);
  change([this](ports::Settings& settings) {
    settings.interviewDate = plusDays(m_opened.session.today(), 40);
  });

  EXPECT_THAT(words(u"readyDetail"_s), testing::HasSubstr("if you repeat what is begun"));
  EXPECT_NE(next(u"Rehearse: "_s), nullptr);
}

TEST_F(TodayScreenTest, HasATableBehindItsCharts) {
  answer(3);

  int shown = 0;
  for (ChartPanel* panel : m_screen.findChildren<ChartPanel*>()) {
    if (panel->isHidden())
      continue;  // of the backlog, when there is none
    ++shown;
    panel->showTable(true);
    const auto* table = panel->findChild<QTableWidget*>();
    SCOPED_TRACE(fromQt(table->accessibleName()));
    EXPECT_FALSE(table->accessibleName().isEmpty());
    EXPECT_GT(table->rowCount(), 0);
    EXPECT_GT(table->columnCount(), 1);
  }
  EXPECT_EQ(shown, 2);
}

TEST_F(TodayScreenTest, GoesOnWithAReviewThatWasBegun) {
  answer(1, memory::Rating::Again);
  EXPECT_EQ(start()->text(), u"Continue review"_s);

  start()->click();

  ASSERT_EQ(m_places.size(), 1U);
  EXPECT_EQ(m_places.front().screen, ScreenName::Review);
}

TEST_F(TodayScreenTest, SaysThatTheDayIsDone) {
  change([](ports::Settings& settings) { settings.newPerDay = 0; });

  answer(2);

  EXPECT_EQ(words(u"dueNumber"_s), "Done");
  EXPECT_THAT(words(u"dueDetail"_s), testing::StartsWith("2 answer"));
}

TEST_F(TodayScreenTest, GoesOnWithTheAnswerThatWasWrittenLast) {
  const answers::AnswerKey key{test::kShippedQuestion, PhaseId("serve")};
  ASSERT_TRUE(m_opened.session.perform(
      [&](ops::Desk& desk) { return desk.keepDraft(key, "half a thought", std::nullopt); }));
  m_screen.arrive({});
  Card* card = next(u"Your answer: "_s);
  ASSERT_NE(card, nullptr);

  QTest::keyClick(card, Qt::Key_Return);

  ASSERT_EQ(m_places.size(), 1U);
  EXPECT_EQ(m_places.front().phase, key.phase);
  EXPECT_TRUE(m_places.front().writing);
}

TEST_F(TodayScreenTest, CountsTheDaysToTheInterview) {
  change([this](ports::Settings& settings) {
    settings.interviewDate = plusDays(m_opened.session.today(), 12);
  });

  EXPECT_THAT(words(u"interviewNumber"_s), testing::StartsWith("12 day"));

  m_opened.clock.advanceDays(13);
  m_screen.arrive({});
  EXPECT_EQ(words(u"interviewNumber"_s), "Over");
}

}  // namespace
}  // namespace phaseboard::ui
