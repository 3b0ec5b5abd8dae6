// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_screen.h"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAction>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/review/prompt_view.h"
#include "ui/review/rating_bar.h"
#include "ui/shell/window_memory.h"

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

}  // namespace
}  // namespace phaseboard::ui
