// SPDX-License-Identifier: Apache-2.0
// Writing answers in Study, by the real window on the shipped pack.
#include <algorithm>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/answers/reference.h"
#include "app/ops/referables.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/study/writing_window.h"
#include "ui/bridge/text.h"
#include "ui/study/diff_view.h"
#include "ui/study/key_point_list.h"
#include "ui/study/note_view.h"
#include "ui/study/versions_dialog.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsEmpty;
using testing::SizeIs;

TEST(AnswersJourney, CompletesAReferenceAndItsLinkLeadsThere) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const auto [part, title] = program.someNode();
  const std::string target = program.window.currentPlace().diagram.value() + "/" + part.value();

  program.type(u"We ask @"_s + toQt(title));
  ASSERT_NE(program.list(), nullptr);
  ASSERT_FALSE(program.list()->isHidden());
  QTest::keyClick(program.editor(), Qt::Key_Return);
  program.type(u" twice."_s);

  EXPECT_TRUE(program.list()->isHidden());
  const auto references = answers::referencesIn(fromQt(program.editor()->toPlainText()));
  ASSERT_THAT(references, SizeIs(1));
  EXPECT_EQ(references.front().kind, answers::ReferenceKind::Part);
  EXPECT_EQ(references.front().label, title);
  program.command("previewAnswerCommand");
  ASSERT_THAT(program.preview()->blocks(), SizeIs(1));
  Q_EMIT program.preview()->linkActivated(QUrl(u"part:"_s + toQt(target)));
  auto* figure = program.window.findChild<DiagramView*>(u"figure"_s);
  EXPECT_EQ(figure->currentPart(), part);
}

TEST(AnswersJourney, LeavesTheSignAloneAfterEscapeAndInAnAddress) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);

  program.type(u"@"_s);
  ASSERT_FALSE(program.list()->isHidden());
  QTest::keyClick(program.editor(), Qt::Key_Escape);
  program.type(u"s"_s);
  EXPECT_TRUE(program.list()->isHidden());
  program.type(u" me@s"_s);
  EXPECT_TRUE(program.list()->isHidden());
  EXPECT_EQ(fromQt(program.editor()->toPlainText()), "@s me@s");
}

TEST(AnswersJourney, TypesetsOnlyThePieceThatChanges) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  program.editor()->setPlainText(u"first\n\nsecond\n\nthird"_s);
  program.command("writeAndPreviewCommand");
  const std::vector<TextBlock*> before = program.preview()->blocks();
  ASSERT_THAT(before, SizeIs(3));

  QTextCursor cursor = program.editor()->textCursor();
  cursor.setPosition(8);
  program.editor()->setTextCursor(cursor);
  program.type(u"x"_s);

  EXPECT_EQ(program.preview()->blocks(), before);
  EXPECT_EQ(before[1]->markdown(), u"sxecond"_s);
  program.editor()->setPlainText(u"first\n\nthird"_s);
  EXPECT_THAT(program.preview()->blocks(), testing::ElementsAre(before[0], before[2]));
}

TEST(AnswersJourney, ShowsWhatAVersionChangedAndRestoresIt) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  ASSERT_TRUE(program.opened.desk.writeAnswer(kWritten, "rank by clicks"));
  program.opened.clock.advanceMinutes(5);
  ASSERT_TRUE(program.opened.desk.writeAnswer(kWritten, "rank by value and clicks"));

  QTimer::singleShot(0, [] {
    auto* dialog = qobject_cast<VersionsDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    dialog->showView(VersionsDialog::View::Change);
    EXPECT_EQ(fromQt(dialog->findChild<DiffView*>()->toPlainText()), "rank by value and clicks");
    EXPECT_TRUE(dialog->findChild<Label*>(u"diffWords"_s)->text().startsWith(u"2 word"_s));
    auto* list = dialog->findChild<QListView*>(u"versionList"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    dialog->showView(VersionsDialog::View::Text);
    dialog->accept();
  });
  program.panel()->showVersions();

  EXPECT_EQ(program.written(), "rank by clicks");
  EXPECT_THAT(*program.opened.store->versions(kWritten), SizeIs(3));
}

TEST(AnswersJourney, PutsTheNoteBesideTheAnswerAndOutlinesWhatItSays) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const std::string point = program.note().keyPoints.front().statement;
  program.editor()->setPlainText(toQt(point));

  program.command("compareAnswerCommand");
  auto* note = program.window.findChild<NoteView*>(u"comparedNoteView"_s);
  ASSERT_NE(note, nullptr);
  note->finish();

  auto* card = note->page()->findChild<Card*>(
      blockName(TargetId(program.note().keyPoints.front().id.value())));
  ASSERT_NE(card, nullptr);
  EXPECT_TRUE(card->isChosen());
  EXPECT_FALSE(program.editor()->isHidden());
  program.command("compareAnswerCommand");
  EXPECT_FALSE(note->isVisible());
}

TEST(AnswersJourney, GradesThePhaseByItsTicksAndTakesThatBack) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  program.type(u"All of it."_s);
  auto* points = program.window.findChild<KeyPointList*>();
  program.command("gradeAnswerCommand");
  ASSERT_TRUE(points->isOpen()) << "nothing is ticked yet";
  for (auto* box : points->findChildren<QCheckBox*>())
    box->click();
  ASSERT_EQ(points->suggested(), memory::Rating::Easy);

  points->findChild<QPushButton*>(u"gradePhase"_s)->click();

  const PromptId prompt = review::promptId(review::PromptKind::AnswerPhase,
                                           content::noteTarget(kWritten.question, kWritten.phase));
  const auto events = program.opened.store->events(prompt);
  ASSERT_THAT(*events, SizeIs(1));
  EXPECT_EQ(events->front().rating, memory::Rating::Easy);
  EXPECT_EQ(program.written(), "All of it.");
  program.opened.session.undo();
  EXPECT_FALSE(*program.opened.store->promptRow(prompt));
}

TEST(AnswersJourney, ShowsOneSOwnWordsOnThePartAndWhatIsNeverSaid) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const auto [part, title] = program.someNode();
  program.editor()->setPlainText(u"I would keep the %1 small."_s.arg(toQt(title)));
  program.panel()->commit();

  auto* figure = program.window.findChild<DiagramView*>(u"figure"_s);
  program.command("unsaidPartsCommand");
  auto* page = program.window.findChild<NoteView*>(u"partPage"_s);
  page->finish();
  QStringList unsaid;
  for (auto* label : page->page()->findChildren<Label*>())
    unsaid.push_back(label->text());
  EXPECT_FALSE(unsaid.contains(toQt(title)));
  EXPECT_GT(unsaid.size(), 5);

  Q_EMIT program.preview()->linkActivated(
      QUrl(u"part:"_s + toQt(program.window.currentPlace().diagram.value() + "/" + part.value())));
  page->finish();

  EXPECT_EQ(figure->currentPart(), part);
  bool isShown = false;
  for (auto* text : page->page()->findChildren<TextBlock*>())
    isShown = isShown || text->plainText().startsWith(u"I would keep the"_s);
  EXPECT_TRUE(isShown);
}

TEST(AnswersJourney, QuotesOneSOwnWordsAnewWhenTheAnswerChanges) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const auto [part, title] = program.someNode();
  program.window.findChild<DiagramView*>(u"figure"_s)->setCurrentPart(part);
  Q_EMIT program.preview()->linkActivated(
      QUrl(u"part:"_s + toQt(program.window.currentPlace().diagram.value() + "/" + part.value())));
  const auto quotes = [&] {
    auto* page = program.window.findChild<NoteView*>(u"partPage"_s);
    page->finish();
    QStringList words;
    for (const auto* text : page->page()->findChildren<TextBlock*>())
      words.push_back(text->plainText());
    return words.join(u'\n');
  };

  program.editor()->setPlainText(u"I would keep the %1 small."_s.arg(toQt(title)));
  program.panel()->commit();

  EXPECT_TRUE(quotes().contains(u"I would keep the"_s));
  program.opened.session.undo();
  EXPECT_FALSE(quotes().contains(u"I would keep the"_s));
}

TEST(AnswersJourney, CountsTheWordsOfAVersionAsTheEditorDoes) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  program.editor()->setPlainText(
      u"# Rank by the [Click model](concept:click)\n\n![Picture](notebook:image/1)\n\n- twice"_s);
  program.panel()->commit();
  const QString count = QString::number(program.editor()->wordCount()) + u" word"_s;
  EXPECT_EQ(program.editor()->wordCount(), 6);

  const VersionsDialog dialog(program.opened.session, *program.opened.store->versions(kWritten));

  EXPECT_TRUE(dialog.findChild<Label*>(u"diffWords"_s)->text().startsWith(count));
  const auto* list = dialog.findChild<QListView*>(u"versionList"_s);
  EXPECT_TRUE(list->model()->index(0, 0).data().toString().contains(count));
}

TEST(AnswersJourney, MarksAPlaceAndComesBackToItAfterASecondStart) {
  const test::TemporaryFolder folder;
  {
    WritingWindow program(folder);
    program.command("bookmarkCommand");
    EXPECT_TRUE(program.window.findChild<QAction*>(u"bookmarkCommand"_s)->isChecked());
    program.opened.session.undo();
    EXPECT_FALSE(program.window.findChild<QAction*>(u"bookmarkCommand"_s)->isChecked());
    program.opened.session.redo();
    program.window.close();
  }
  WritingWindow again(folder);
  Place today;
  today.screen = ScreenName::Today;
  again.window.goTo(today);

  again.window.openPlaces();
  auto* list = again.window.findChild<QListView*>(u"commandPaletteList"_s);
  ASSERT_GE(list->model()->rowCount(), 2) << "the bookmark, and where the window was";
  EXPECT_EQ(list->model()->index(0, 0).data(PaletteModel::kKindRole).toString(), u"Bookmark"_s);
  QTest::keyClick(again.window.findChild<QWidget*>(u"commandPaletteBox"_s), Qt::Key_Return);

  EXPECT_EQ(again.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(again.window.currentPlace().phase, kWritten.phase);
}

TEST(AnswersJourney, TicksTheKeyPointsInOnesOwnWords) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const content::KeyPoint point = program.note().keyPoints.front();
  const auto tickedWords = [&] {
    QStringList words;
    for (const auto* text : program.window.findChild<KeyPointList*>()->findChildren<TextBlock*>())
      words.push_back(text->plainText());
    return words.join(u'\n');
  };

  ASSERT_TRUE(program.opened.session.perform([&](ops::Desk& desk) {
    return desk.overrideText(point.id.value(), "statement", "Zebras come first.", point.statement);
  }));
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  EXPECT_TRUE(tickedWords().contains(u"Zebras come first."_s)) << fromQt(tickedWords());
  program.opened.session.undo();
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  EXPECT_FALSE(tickedWords().contains(u"Zebras come first."_s));
}

}  // namespace
}  // namespace phaseboard::ui
