// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_screen.h"

#include <algorithm>
#include <array>
#include <functional>

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "diagrams/scene/scene.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/review/prompt_view.h"
#include "ui/review/rating_bar.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/diagram_view.h"

namespace phaseboard::ui {
namespace {

class ReviewScreenTest : public testing::Test {
 protected:
  ReviewScreenTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ReviewScreen::refresh);
    m_screen.resize(1000, 800);
    m_screen.show();
    m_screen.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&m_screen));
    m_screen.arrive({});
  }

  void press(Qt::Key key) {
    QWidget* focus = m_screen.focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &m_screen, key);
  }
  bool isRevealed() { return m_screen.findChild<PromptView*>()->isRevealed(); }
  std::vector<review::ReviewEvent> events() {
    const auto events = m_opened.store->recentEvents(50);
    EXPECT_TRUE(events.has_value());
    return events ? *events : std::vector<review::ReviewEvent>{};
  }
  /// The prompt that a grade now goes to.
  PromptId answerOne(Qt::Key grade = Qt::Key_3) {
    m_opened.clock.advanceSeconds(5);
    press(Qt::Key_Space);
    press(grade);
    const auto given = events();
    return given.empty() ? PromptId{} : given.front().prompt;
  }
  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = m_opened.session.settings();
    edit(settings);
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }
  void answerThroughTheDesk(int count) {
    for (int i = 0; i < count; ++i) {
      const review::Prompt& prompt = m_opened.pack->prompts()[static_cast<std::size_t>(i)];
      ASSERT_TRUE(m_opened.desk.answerPrompt(prompt, memory::Rating::Easy, Millis{20'000}));
    }
  }
  /// Makes one prompt of this kind the only one that is due; of `diagram`, or one that stands for
  /// no concept that another prompt could be about, where there is one.
  review::Prompt onlyOneOf(review::PromptKind kind, const std::string& diagram = {}) {
    const auto& prompts = m_opened.pack->prompts();
    auto chosen = std::ranges::find_if(prompts, [&](const review::Prompt& prompt) {
      return prompt.kind == kind &&
             (diagram.empty() ? !prompt.conceptId : prompt.diagram == DiagramId{diagram});
    });
    if (chosen == prompts.end())
      chosen = std::ranges::find(prompts, kind, &review::Prompt::kind);
    EXPECT_NE(chosen, prompts.end());
    change([](ports::Settings& settings) { settings.newPerDay = 0; });
    EXPECT_TRUE(m_opened.desk.answerPrompt(*chosen, memory::Rating::Easy, Millis{9'000}));
    m_opened.clock.advanceDays(90);
    m_screen.arrive({});
    return *chosen;
  }
  /// The title of the end page; empty while a prompt is asked.
  std::string endTitle() {
    const auto* title = m_screen.findChild<QLabel*>(QStringLiteral("endTitle"));
    return title->isVisible() ? fromQt(title->text()) : "";
  }
  void run(const QString& command) {
    for (QAction* action : m_screen.commands())
      if (action->text() == command)
        return action->trigger();
    ADD_FAILURE() << "no command " << fromQt(command);
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ReviewScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(ReviewScreenTest, ShowsTheAnswerOnSpaceAndTheNextPromptAfterAGrade) {
  press(Qt::Key_Space);
  ASSERT_TRUE(isRevealed());

  press(Qt::Key_3);

  EXPECT_FALSE(isRevealed());
  ASSERT_EQ(events().size(), 1U);
  EXPECT_EQ(events().front().rating, review::Rating::Good);
}

TEST_F(ReviewScreenTest, IgnoresAGradeBeforeTheAnswerIsShown) {
  press(Qt::Key_3);

  EXPECT_TRUE(events().empty());
  EXPECT_FALSE(isRevealed());
}

TEST_F(ReviewScreenTest, RecordsTheGradeOfEachKey) {
  const std::array grades{review::Rating::Again, review::Rating::Hard, review::Rating::Good,
                          review::Rating::Easy};
  const std::array keys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4};
  for (std::size_t index = 0; index < keys.size(); ++index) {
    SCOPED_TRACE(index);

    answerOne(keys[index]);

    ASSERT_EQ(events().size(), index + 1);
    EXPECT_EQ(events().front().rating, grades[index]);
  }
}

TEST_F(ReviewScreenTest, SchedulesWhatTheButtonPromised) {
  press(Qt::Key_Space);
  const QString promised =
      m_screen.findChild<QAbstractButton*>(QStringLiteral("grade3"))->accessibleName();

  press(Qt::Key_3);

  ASSERT_EQ(events().size(), 1U);
  const QString scheduled = intervalText(events().front().intervalSeconds);
  EXPECT_TRUE(promised.endsWith(scheduled)) << fromQt(promised) << " / " << fromQt(scheduled);
}

TEST_F(ReviewScreenTest, BringsThePromptBackWhenAGradeIsTakenBack) {
  const PromptId first = answerOne();

  m_opened.session.undo();
  const PromptId again = answerOne();

  EXPECT_EQ(again, first);
  EXPECT_EQ(std::ranges::count(events(), review::EventKind::Void, &review::ReviewEvent::kind), 1);
}

TEST_F(ReviewScreenTest, DoesNotAskABuriedPromptAgain) {
  const PromptId first = answerOne();
  m_opened.session.undo();

  run(QStringLiteral("Bury until tomorrow"));

  for (int count = 0; count < 5; ++count)
    EXPECT_NE(answerOne(), first);
}

TEST_F(ReviewScreenTest, DoesNotAskASuspendedPromptAgain) {
  const PromptId first = answerOne();
  m_opened.session.undo();

  run(QStringLiteral("Suspend prompt"));

  for (int count = 0; count < 5; ++count)
    EXPECT_NE(answerOne(), first);
}

TEST_F(ReviewScreenTest, GoesOnWhenAGradeIsDoneAgain) {
  const PromptId first = answerOne();
  m_opened.session.undo();

  m_opened.session.redo();

  EXPECT_FALSE(isRevealed());
  EXPECT_NE(answerOne(), first);
  EXPECT_EQ(std::ranges::count(events(), review::EventKind::Restore, &review::ReviewEvent::kind),
            1);
}

TEST_F(ReviewScreenTest, TakesAPromptsFirstAnswerNotBackWhenItsSecondIsDoneAgain) {
  onlyOneOf(review::PromptKind::NamePart);
  const PromptId prompt = answerOne(Qt::Key_1);
  ASSERT_EQ(answerOne(Qt::Key_2), prompt);
  m_opened.session.undo();

  m_opened.session.redo();
  answerOne(Qt::Key_3);

  EXPECT_EQ((*m_opened.store->promptRow(prompt))->state.reps, 4);
}

TEST_F(ReviewScreenTest, HidesTheAskedPartInItsFigureAndShowsOnlyThatPart) {
  const review::Prompt prompt = onlyOneOf(review::PromptKind::NamePart);
  const auto* figure = m_screen.findChild<DiagramView*>(QStringLiteral("promptFigure"));
  ASSERT_TRUE(figure->isVisible());
  EXPECT_TRUE(figure->isMasked(*prompt.part));
  EXPECT_EQ(figure->look().others(), scene::Emphasis::Normal);

  press(Qt::Key_Space);

  EXPECT_FALSE(figure->isMasked(*prompt.part));
  EXPECT_EQ(figure->look().others(), scene::Emphasis::Normal);
}

TEST_F(ReviewScreenTest, PaintsTheHiddenPartDifferently) {
  const review::Prompt prompt =
      onlyOneOf(review::PromptKind::NamePart, "ad-click-prediction/serving-path");
  auto* figure = m_screen.findChild<DiagramView*>(QStringLiteral("promptFigure"));
  QCoreApplication::processEvents();
  const QImage hidden = figure->grab().toImage();

  figure->setLook({});
  const QImage shown = figure->grab().toImage();

  const QRect part = figure->toWidget()
                         .mapRect(figure->scene()->item(*prompt.part)->box)
                         .toAlignedRect()
                         .adjusted(-16, -16, 16, 16);
  EXPECT_NE(hidden, shown);
  int outside = 0;
  for (int y = 0; y < shown.height(); ++y)
    for (int x = 0; x < shown.width(); ++x)
      outside += !part.contains(x, y) && hidden.pixel(x, y) != shown.pixel(x, y) ? 1 : 0;
  EXPECT_EQ(outside, 0) << "hiding is local";
}

TEST_F(ReviewScreenTest, EndsWhenEverythingIsAnsweredAndTellsTheFigures) {
  onlyOneOf(review::PromptKind::KeyPoint);

  answerOne(Qt::Key_4);

  EXPECT_EQ(endTitle(), "Done for today");
}

TEST_F(ReviewScreenTest, SaysThatNothingIsDueAndLearnsMoreOnRequest) {
  change([](ports::Settings& settings) { settings.newPerDay = 0; });
  ASSERT_EQ(endTitle(), "Nothing is due");

  run(QStringLiteral("Learn 10 more"));

  EXPECT_EQ(endTitle(), "");
  EXPECT_NE(answerOne(), PromptId{});
}

TEST_F(ReviewScreenTest, SaysThatTheMinutesOfTheDayAreUsed) {
  change([](ports::Settings& settings) {
    settings.newPerDay = 0;
    settings.dailyMinutes = 5;
  });
  answerThroughTheDesk(20);
  m_opened.clock.advanceDays(90);
  m_screen.arrive({});

  for (int count = 0; count < 15; ++count)
    answerOne(Qt::Key_4);

  EXPECT_EQ(endTitle(), "Today's minutes are used");
}

/// The same over a disk that can be made to fail.
class ReviewOnABadDisk : public testing::Test {
 protected:
  ReviewOnABadDisk() {
    m_screen.show();
    m_screen.arrive({});
    m_screen.commands().front()->trigger();
  }

  void grade() { m_screen.commands()[3]->trigger(); }
  bool isRevealed() { return m_screen.findChild<PromptView*>()->isRevealed(); }
  std::size_t events() { return m_opened.store->recentEvents(10)->size(); }

  test::TemporaryFolder m_folder;
  test::FaultVfs m_disk;
  test::ShippedSession m_opened{m_folder / "notebook.db", m_disk.name()};
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ReviewScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(ReviewOnABadDisk, KeepsThePromptAndSaysWhyUntilTheGradeIsOnTheDisk) {
  QSignalSpy failed(&m_opened.session, &Session::failed);
  m_disk.reset();
  m_disk.failAt(1, test::DiskFault::Full, true);

  grade();

  ASSERT_EQ(failed.count(), 1);
  EXPECT_EQ(failed.front().front().value<Error>().kind, ErrorKind::DiskFull);
  EXPECT_TRUE(isRevealed());
  EXPECT_EQ(events(), 0U);

  m_disk.reset();
  grade();

  EXPECT_EQ(failed.count(), 1);
  EXPECT_FALSE(isRevealed());
  EXPECT_EQ(events(), 1U);
}

}  // namespace
}  // namespace phaseboard::ui
