// SPDX-License-Identifier: Apache-2.0
// Writing answers in Study, by the real window on the shipped pack.
#include <algorithm>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/answers/reference.h"
#include "app/ops/referables.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/study/answer_editor.h"
#include "ui/study/answer_panel.h"
#include "ui/study/answer_preview.h"
#include "ui/study/diff_view.h"
#include "ui/study/key_point_list.h"
#include "ui/study/note_view.h"
#include "ui/study/versions_dialog.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsEmpty;
using testing::SizeIs;

const answers::AnswerKey kWritten{test::kShippedQuestion, PhaseId("serve")};

/// A window on the answer of one phase, closed and opened again on the same files.
struct WritingWindow {
  explicit WritingWindow(const test::TemporaryFolder& folder)
      : opened(folder / "notebook.db"),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    setMotionReduced(*qApp, true);
    window.resize(1440, 900);
    window.show();
    QApplication::setActiveWindow(&window);
    Place place{.screen = ScreenName::Study, .writing = true};
    place.question = kWritten.question;
    place.phase = kWritten.phase;
    window.goTo(place);
    QApplication::processEvents();
  }

  AnswerEditor* editor() { return window.findChild<AnswerEditor*>(u"answerEditor"_s); }
  AnswerPanel* panel() { return window.findChild<AnswerPanel*>(); }
  AnswerPreview* preview() { return panel()->findChild<AnswerPreview*>(u"answerPreview"_s); }
  QListView* list() { return window.findChild<QListView*>(u"referenceList"_s); }
  void type(const QString& text) { QTest::keyClicks(editor(), text); }
  void command(const char* name) {
    auto* action = window.findChild<QAction*>(QLatin1String(name));
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
  }
  std::string written() {
    const auto current = opened.store->currentAnswer(kWritten);
    return current && *current ? (*current)->text : std::string();
  }
  /// Some node of the figure that is shown, with its title.
  std::pair<PartId, std::string> someNode() {
    const auto diagram = opened.pack->diagram(window.currentPlace().diagram);
    for (const content::Part& part : diagram->parts)
      if (part.kind == content::PartKind::Node)
        return {part.id, part.title};
    return {};
  }
  content::Note note() { return *opened.pack->note(kWritten.question, kWritten.phase); }

  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

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

TEST(AnswersJourney, KeepsAPastedPictureAndShowsItAfterASecondStart) {
  const test::TemporaryFolder folder;
  {
    WritingWindow program(folder);
    QImage image(32, 16, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    program.panel()->addPicture(takeImage(png));
    ASSERT_EQ(*program.opened.imageStore.imageCount(kWritten), 1);
    EXPECT_TRUE(program.editor()->toPlainText().contains(u"](notebook:image/"_s));
    program.window.close();
  }
  WritingWindow again(folder);
  again.command("previewAnswerCommand");
  ASSERT_THAT(again.preview()->blocks(), SizeIs(1));
  TextBlock* block = again.preview()->blocks().front();

  const QImage picture = block->grab().toImage();

  bool isRed = false;
  for (int x = 0; x < picture.width(); ++x)
    isRed = isRed || picture.pixelColor(x, 8) == QColor(Qt::red);
  EXPECT_TRUE(isRed);
}

QImage colouredImage(QColor colour) {
  QImage image(32, 16, QImage::Format_RGB32);
  image.fill(colour);
  return image;
}

/// Lets go of `data` over the editor, as a file manager does.
void dropOn(AnswerEditor& editor, const QMimeData& data) {
  const QPointF middle = QRectF(editor.viewport()->rect()).center();
  QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(editor.viewport(), &enter);
  QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(editor.viewport(), &drop);
}

TEST(AnswersJourney, TakesPicturesFromTheClipboardAndByDrop) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  auto* copied = new QMimeData;
  copied->setImageData(colouredImage(Qt::red));
  QApplication::clipboard()->setMimeData(copied);
  program.editor()->paste();
  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 1);

  const QString file = toQt((folder / "sketch.png").string());
  ASSERT_TRUE(colouredImage(Qt::blue).save(file));
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(file)});
  dropOn(*program.editor(), dropped);

  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 2);
  EXPECT_EQ(program.editor()->toPlainText().count(u"](notebook:image/"_s), 2);
}

TEST(AnswersJourney, PastesTheTextOfATableThatComesWithItsPicture) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  auto* copied = new QMimeData;
  copied->setText(u"a\tb"_s);
  copied->setImageData(colouredImage(Qt::red));
  QApplication::clipboard()->setMimeData(copied);

  program.editor()->paste();

  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 0);
  EXPECT_EQ(program.editor()->toPlainText(), u"a\tb"_s);
}

TEST(AnswersJourney, SaysHowManyOfTheDroppedFilesWereTaken) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  QStringList words;
  QObject::connect(program.panel(), &AnswerPanel::said,
                   [&](const QString& said) { words += said; });
  const QString file = toQt((folder / "sketch.png").string());
  ASSERT_TRUE(colouredImage(Qt::blue).save(file));
  QMimeData dropped;
  dropped.setUrls(QList<QUrl>(25, QUrl::fromLocalFile(file)));

  dropOn(*program.editor(), dropped);

  ASSERT_FALSE(words.isEmpty());
  EXPECT_TRUE(words.back().contains(u"20"_s));
}

TEST(AnswersJourney, RefusesAPictureOfAnotherFormatInWords) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  QString words;
  QObject::connect(program.panel(), &AnswerPanel::said, [&](const QString& said) { words = said; });

  program.panel()->addPicture(takeImage(QByteArray("GIF89a")));

  EXPECT_TRUE(words.contains(u"PNG"_s));
  EXPECT_EQ(*program.opened.imageStore.imageCount(kWritten), 0);
  EXPECT_TRUE(program.editor()->toPlainText().isEmpty());
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

}  // namespace
}  // namespace phaseboard::ui
