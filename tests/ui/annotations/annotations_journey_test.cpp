// SPDX-License-Identifier: Apache-2.0
// Marking and writing in Study, by the real window on the shipped pack.
#include <algorithm>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/annotations/annotation_card.h"
#include "ui/annotations/annotation_section.h"
#include "ui/annotations/figure_pins.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/study/note_blocks.h"
#include "ui/study/note_view.h"
#include "ui/study/part_panel.h"
#include "ui/study/part_pulse.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsEmpty;
using testing::SizeIs;

/// A window that is closed and opened again on the same files.
struct AnnotatingWindow {
  explicit AnnotatingWindow(const test::TemporaryFolder& folder)
      : opened(folder / "notebook.db"),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    setMotionReduced(*qApp, true);
    window.resize(1440, 900);
    window.show();
    Place place;
    place.screen = ScreenName::Study;
    place.question = test::kShippedQuestion;
    place.phase = PhaseId("serve");
    window.goTo(place);
    note()->finish();
  }

  NoteView* note() { return window.findChild<NoteView*>(u"note"_s); }
  DiagramView* figure() { return window.findChild<DiagramView*>(u"figure"_s); }
  FigurePins* pins() { return window.findChild<FigurePins*>(); }

  void command(const char* name) {
    auto* action = window.findChild<QAction*>(QLatin1String(name));
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
  }
  /// A text of an item with a few words, the summary excepted.
  TextBlock* someText() {
    for (auto* block : note()->page()->findChildren<QWidget*>())
      if (const auto target = targetOfBlock(block))
        for (auto* text : block->findChildren<TextBlock*>())
          if (target->value().find('#') == std::string::npos && text->plainText().size() > 60)
            return text;
    return nullptr;
  }
  PartId someNode() {
    for (const scene::Item& item : figure()->scene()->items())
      if (item.kind == content::PartKind::Node)
        return item.id;
    return {};
  }
  std::vector<annotations::Annotation> all() {
    auto read = opened.annotationStore.annotations();
    EXPECT_TRUE(read.has_value());
    return read ? *read : std::vector<annotations::Annotation>{};
  }

  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

/// Fills in the dialog that the next command opens.
void answerDialog(const QString& note, const QString& tags) {
  QTimer::singleShot(0, [note, tags] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QPlainTextEdit*>(u"annotationNote"_s)->setPlainText(note);
    dialog->findChild<QLineEdit*>(u"annotationTags"_s)->setText(tags);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
  });
}

TEST(AnnotationsJourney, MarksWordsWritesUndoesQuitsAndFindsThemAgain) {
  const test::TemporaryFolder folder;
  QString name;
  {
    AnnotatingWindow program(folder);
    TextBlock* text = program.someText();
    ASSERT_NE(text, nullptr);
    text->select(4, 30);
    program.command("highlightCommand");
    ASSERT_THAT(text->marks(), SizeIs(1));
    const TextMark mark = text->marks().front();
    const QString words = text->plainText();
    EXPECT_LE(mark.from, 4);
    EXPECT_GT(mark.to, 20);
    EXPECT_TRUE(mark.from == 0 || !words[mark.from - 1].isLetterOrNumber()) << "words are whole";
    EXPECT_FALSE(words[mark.to].isLetterOrNumber()) << "words are whole";
    EXPECT_TRUE(mark.colour.isValid());

    program.opened.session.undo();
    EXPECT_THAT(text->marks(), IsEmpty());
    program.opened.session.redo();
    EXPECT_THAT(text->marks(), SizeIs(1));

    answerDialog(u"Say this *first*."_s, u"Say First, ask"_s);
    program.command("annotateCommand");
    program.window.close();
  }

  AnnotatingWindow again(folder);

  const auto all = again.all();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[1].content.note, "Say this *first*.");
  EXPECT_EQ(all[1].content.tags, (std::vector<std::string>{"ask", "say-first"}));
  TextBlock* text = again.someText();
  EXPECT_THAT(text->marks(), SizeIs(2));
}

TEST(AnnotationsJourney, PinsAPartAndThePinFollowsEveryZoom) {
  const test::TemporaryFolder folder;
  AnnotatingWindow program(folder);
  const PartId part = program.someNode();
  program.figure()->setCurrentPart(part);

  answerDialog(u"What if it is slow?"_s, {});
  program.command("annotateCommand");

  ASSERT_THAT(program.pins()->pins(), SizeIs(1));
  const FigurePin pin = program.pins()->pins().front();
  EXPECT_EQ(pin.part, part);
  EXPECT_TRUE(pin.words.contains(u"slow"_s));
  for (const double zoom : {1.0, 2.0}) {
    zoom > 1 ? program.figure()->zoomToPart(part) : program.figure()->fit();
    const QPointF corner =
        program.figure()->toWidget().map(program.figure()->scene()->item(part)->box.topRight());
    EXPECT_NEAR(program.pins()->placeOf(pin).center().x(), corner.x(), 0.5);
    EXPECT_NEAR(program.pins()->placeOf(pin).center().y(), corner.y(), 0.5);
  }
}

TEST(AnnotationsJourney, OpensTheCardOfAPartByItsPin) {
  const test::TemporaryFolder folder;
  AnnotatingWindow program(folder);
  const PartId part = program.someNode();
  program.figure()->setCurrentPart(part);
  program.command("starCommand");
  program.figure()->setCurrentPart(std::nullopt);
  const QRectF place = program.pins()->placeOf(program.pins()->pins().front());

  QTest::mouseClick(program.figure(), Qt::LeftButton, Qt::NoModifier, place.center().toPoint());

  auto* card = program.window.findChild<PartPanel*>();
  ASSERT_TRUE(card->isVisible());
  card->findChild<NoteView*>(u"partPage"_s)->finish();
  auto* section = card->findChild<AnnotationSection*>();
  ASSERT_NE(section, nullptr);
  EXPECT_EQ(section->count(), 1);
  EXPECT_EQ(section->target(),
            content::partTarget(DiagramId(program.window.currentPlace().diagram), part));
}

TEST(AnnotationsJourney, RemovesWithOneKeyAndUndoBringsItBack) {
  const test::TemporaryFolder folder;
  AnnotatingWindow program(folder);
  program.someText()->select(0, 25);
  program.command("starCommand");
  auto* card = program.note()->page()->findChild<AnnotationCard*>();
  ASSERT_NE(card, nullptr);

  QTest::keyClick(card, Qt::Key_Delete);
  QCoreApplication::processEvents();  // it is removed after the key was handled

  EXPECT_THAT(program.all(), IsEmpty());
  EXPECT_THAT(program.someText()->marks(), IsEmpty());
  program.opened.session.undo();
  EXPECT_THAT(program.someText()->marks(), SizeIs(1));
}

TEST(AnnotationsJourney, IsFoundByItsWordsAndItsPartPulses) {
  const test::TemporaryFolder folder;
  AnnotatingWindow program(folder);
  const PartId part = program.someNode();
  program.figure()->setCurrentPart(part);
  answerDialog(u"Ask about the zebra crossing."_s, u"ask"_s);
  program.command("annotateCommand");
  program.window.goTo(Place{.screen = ScreenName::Today});

  program.window.openPalette(u"tag:ask zeb"_s);
  auto* box = program.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);
  QTest::keyClick(box, Qt::Key_Return);

  EXPECT_EQ(program.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(program.figure()->currentPart(), part);
  EXPECT_EQ(program.window.findChild<PartPulse*>()->part(), part);
  const QPointF middle =
      program.figure()->toWidget().map(program.figure()->scene()->item(part)->box.center());
  EXPECT_LT((middle - QRectF(program.figure()->rect()).center()).manhattanLength(), 120);
}

TEST(AnnotationsJourney, AddsToTheMenuOfAText) {
  const test::TemporaryFolder folder;
  AnnotatingWindow program(folder);
  TextBlock* text = program.someText();
  text->select(0, 20);
  QMenu menu;

  Q_EMIT text->menuOpening(&menu);

  const auto actions = menu.actions();
  const auto pens = std::find_if(actions.begin(), actions.end(),
                                 [](const QAction* one) { return one->menu() != nullptr; });
  ASSERT_NE(pens, actions.end());
  ASSERT_EQ((*pens)->menu()->actions().size(), 5);
  (*pens)->menu()->actions()[2]->trigger();
  ASSERT_THAT(program.all(), SizeIs(1));
  EXPECT_EQ(program.all().front().content.colour, annotations::Colour::Blue);
}

}  // namespace
}  // namespace phaseboard::ui
