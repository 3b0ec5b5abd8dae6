// SPDX-License-Identifier: Apache-2.0
// Studying apart from the day, time boxes, and marks on the review screen.
#include <gmock/gmock.h>

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/review/custom_study_dialog.h"
#include "ui/review/review_screen.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/chip.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

class CustomStudyTest : public testing::Test {
 protected:
  CustomStudyTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ReviewScreen::refresh);
    change([](ports::Settings& settings) { settings.newPerDay = 0; });
    m_screen.resize(1000, 800);
    m_screen.show();
    m_screen.arrive({});
  }

  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = m_opened.session.settings();
    edit(settings);
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }
  void know(int count) {
    for (int i = 0; i < count; ++i)
      ASSERT_TRUE(m_opened.session.perform([&](ops::Desk& desk) {
        return desk.answerPrompt(m_opened.pack->prompts()[static_cast<std::size_t>(i)],
                                 memory::Rating::Easy, Millis{8'000});
      }));
  }
  void run(const QString& command) {
    for (QAction* action : m_screen.commands())
      if (action->text().startsWith(command) && action->isEnabled())
        return action->trigger();
    ADD_FAILURE() << "no command " << fromQt(command);
  }
  void grade(const QString& command) {
    m_opened.clock.advanceSeconds(5);
    run(u"Show answer"_s);
    run(command);
  }
  std::int64_t reviews() { return m_opened.store->stats()->reviews; }
  std::string endTitle() {
    const auto* title = m_screen.findChild<QLabel*>(u"endTitle"_s);
    return title->isVisible() ? fromQt(title->text()) : "";
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ReviewScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(CustomStudyTest, CrammingRecordsNothingAndAsksAgainWhatWasForgotten) {
  know(3);
  const auto before = reviews();
  const auto state = m_opened.store->promptRow(m_opened.pack->prompts()[0].id).value()->state;

  m_screen.study({{}, true});
  EXPECT_TRUE(m_screen.findChild<Chip*>(u"studyMode"_s)->isVisible());
  grade(u"Grade: again"_s);
  grade(u"Grade: good"_s);
  grade(u"Grade: good"_s);
  EXPECT_EQ(endTitle(), "") << "the first one comes round again";
  grade(u"Grade: easy"_s);

  EXPECT_EQ(endTitle(), "That was all you chose");
  EXPECT_EQ(reviews(), before);
  EXPECT_EQ(m_opened.store->promptRow(m_opened.pack->prompts()[0].id).value()->state, state);
  EXPECT_EQ(m_opened.session.undoText(), u"grading"_s) << "cramming is no step";
}

TEST_F(CustomStudyTest, AsksTheLastOneOfACramAgain) {
  know(2);
  m_screen.study({{}, true});
  grade(u"Grade: good"_s);
  grade(u"Grade: good"_s);
  ASSERT_NE(endTitle(), "");

  run(u"Ask the last one again"_s);

  EXPECT_EQ(endTitle(), "");
}

TEST_F(CustomStudyTest, ReviewsOnlyWhatIsDueOfTheChoice) {
  know(6);
  m_opened.clock.advanceDays(90);
  const QuestionId other{"no-such-question"};
  m_screen.study({{.questions = {other}}, false});
  EXPECT_NE(endTitle(), "");

  m_screen.study({{}, false});
  const auto before = reviews();
  grade(u"Grade: good"_s);

  EXPECT_EQ(reviews(), before + 1);
  m_screen.findChild<QPushButton*>(u"goOn"_s)->click();
  EXPECT_FALSE(m_screen.findChild<Chip*>(u"studyMode"_s)->isVisible());
}

TEST_F(CustomStudyTest, PausesWhenTheTimeOfTheSittingIsUpAndGoesOn) {
  know(5);
  m_opened.clock.advanceDays(90);
  change([](ports::Settings& settings) { settings.sittingMinutes = 5; });
  m_screen.study({{}, false});
  m_opened.clock.advanceMinutes(6);
  grade(u"Grade: good"_s);
  EXPECT_EQ(endTitle(), "The time of this sitting is up");

  m_screen.findChild<QPushButton*>(u"goOn"_s)->click();

  EXPECT_EQ(endTitle(), "");
}

TEST_F(CustomStudyTest, FlagsThePromptOnTheScreen) {
  know(1);
  m_opened.clock.advanceDays(90);
  m_screen.arrive({});
  const auto* mark = m_screen.findChild<Chip*>(u"flagMark"_s);
  EXPECT_FALSE(mark->isVisible());

  run(u"Flag prompt"_s);
  EXPECT_TRUE(mark->isVisible());

  m_opened.session.undo();
  EXPECT_FALSE(mark->isVisible());
}

TEST_F(CustomStudyTest, DoesAnAnswerAgainThatWasTakenBackInTheSitting) {
  know(3);
  m_opened.clock.advanceDays(90);
  m_screen.arrive({});
  grade(u"Grade: good"_s);
  grade(u"Grade: good"_s);
  const auto given = reviews();

  m_opened.session.undo();
  m_opened.session.undo();
  EXPECT_EQ(reviews(), given - 2);
  m_opened.session.redo();
  m_opened.session.redo();
  EXPECT_EQ(reviews(), given);
  grade(u"Grade: good"_s);

  EXPECT_EQ(reviews(), given + 1);
  EXPECT_EQ(endTitle(), "Done for today");
}

TEST_F(CustomStudyTest, CountsWhatTheDialogChooses) {
  know(4);
  CustomStudyDialog dialog(m_opened.session);
  const auto* count = dialog.findChild<QLabel*>(u"studyCount"_s);
  EXPECT_TRUE(count->text().startsWith(u"4 prompt"_s));

  auto* questions = dialog.findChild<QListWidget*>(u"studyQuestions"_s);
  const QuestionId answered = m_opened.pack->prompts()[0].question;
  for (int row = 0; row < questions->count(); ++row)
    if (m_opened.pack->questions()[static_cast<std::size_t>(row)].id != answered)
      questions->item(row)->setCheckState(Qt::Checked);

  EXPECT_EQ(count->text(), u"No prompt is like this."_s);
}

}  // namespace
}  // namespace phaseboard::ui
