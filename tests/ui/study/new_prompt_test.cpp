// SPDX-License-Identifier: Apache-2.0
// "New prompt from selection" in the study screen.
#include <functional>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/window_memory.h"
#include "ui/study/answer_editor.h"
#include "ui/study/note_view.h"
#include "ui/study/study_screen.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

class NewPromptTest : public testing::Test {
 protected:
  NewPromptTest() {
    m_screen.resize(1300, 860);
    m_screen.show();
  }

  void open(const Place& place) {
    m_screen.arrive(place);
    for (int round = 0; round < 5; ++round)
      QCoreApplication::processEvents();
  }
  Place modelPhase() {
    Place place;
    place.screen = ScreenName::Study;
    place.question = test::kShippedQuestion;
    place.phase = m_opened.pack->framework().phases[3].id;
    return place;
  }
  /// Runs the command, asks "Why?" in its dialog and returns the prompt that was made.
  review::Prompt make() {
    QTimer::singleShot(0, [] {
      QWidget* dialog = QApplication::activeModalWidget();
      ASSERT_NE(dialog, nullptr);
      dialog->findChild<QPlainTextEdit*>(QStringLiteral("ownAsk"))
          ->setPlainText(QStringLiteral("Why?"));
      auto* answer = dialog->findChild<QPlainTextEdit*>(QStringLiteral("ownAnswer"));
      if (answer->toPlainText().isEmpty())
        answer->setPlainText(QStringLiteral("nothing was selected"));
      dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    });
    for (QAction* action : m_screen.commands())
      if (action->text().startsWith(QStringLiteral("New prompt")))
        action->trigger();
    const auto own = m_opened.store->ownPrompts();
    EXPECT_TRUE(own && own->size() == 1);
    return own && !own->empty() ? own->front() : review::Prompt{};
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  StudyScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(NewPromptTest, TakesTheWordsSelectedInANote) {
  open(modelPhase());
  TextBlock* block = nullptr;
  for (auto* one : m_screen.findChild<NoteView*>()->findChildren<TextBlock*>())
    if (block == nullptr && one->isVisible() && one->plainText().size() > 40)
      block = one;
  ASSERT_NE(block, nullptr);
  QTest::mouseDClick(block, Qt::LeftButton, Qt::NoModifier, QPoint(30, 10));
  const std::string word = fromQt(block->selectedText().trimmed());
  ASSERT_FALSE(word.empty());

  const review::Prompt made = make();

  EXPECT_EQ(made.answer, word);
  EXPECT_EQ(made.question, test::kShippedQuestion);
  EXPECT_EQ(made.phase, modelPhase().phase);
}

TEST_F(NewPromptTest, TakesTheWordsSelectedInTheAnswer) {
  Place place = modelPhase();
  place.writing = true;
  open(place);
  auto* editor = m_screen.findChild<AnswerEditor*>();
  editor->setPlainText(QStringLiteral("Two towers, one index."));
  editor->selectAll();

  EXPECT_EQ(make().answer, "Two towers, one index.");
}

TEST_F(NewPromptTest, PointsAtThePartThatIsOpen) {
  Place place = modelPhase();
  for (const ports::QuestionCard& card : m_opened.pack->questions())
    if (card.id == place.question)
      for (const ports::DiagramCard& figure : card.diagrams)
        if (figure.phase == place.phase && place.diagram.value().empty())
          place.diagram = figure.id;
  const auto figure = m_opened.pack->diagram(place.diagram);
  ASSERT_TRUE(figure);
  for (const content::Part& part : figure->parts)
    if (part.kind == content::PartKind::Node)
      place.part = part.id;
  open(place);

  const review::Prompt made = make();

  EXPECT_EQ(made.diagram, place.diagram);
  EXPECT_EQ(made.part, place.part);
  EXPECT_NE(made.answer, "nothing was selected");
}

TEST_F(NewPromptTest, TakesTheWordsSelectedInTheNoteBesideTheAnswer) {
  Place place = modelPhase();
  place.writing = true;
  open(place);
  m_screen.findChild<QAction*>(QStringLiteral("compareAnswerCommand"))->trigger();
  auto* note = m_screen.findChild<NoteView*>(QStringLiteral("comparedNoteView"));
  ASSERT_NE(note, nullptr);
  note->finish();
  QCoreApplication::processEvents();
  TextBlock* block = nullptr;
  for (auto* one : note->findChildren<TextBlock*>())
    if (block == nullptr && one->isVisible() && one->plainText().size() > 40)
      block = one;
  ASSERT_NE(block, nullptr);
  block->select(0, 12);
  const std::string words = fromQt(block->selectedText().trimmed());

  const review::Prompt made = make();

  EXPECT_EQ(made.answer, words);
  EXPECT_EQ(made.phase, place.phase);
}

}  // namespace
}  // namespace phaseboard::ui
