// SPDX-License-Identifier: Apache-2.0
// What a screen reader is told: the tree of each screen and dialog, dumped and checked. With
// PHASEBOARD_DUMP=FOLDER the trees are written there, to be read by people.
#include <gmock/gmock.h>

#include <QAccessible>
#include <QComboBox>
#include <QListView>
#include <QTimer>

#include "tests/ui/walks/accessible_tree.h"
#include "tests/ui/walks/walked_window.h"
#include "ui/exchange/export_everything_dialog.h"
#include "ui/exchange/import_dialog.h"
#include "ui/figures/export_dialog.h"
#include "ui/models/palette_model.h"
#include "ui/study/fold_card.h"
#include "ui/study/reword_dialog.h"
#include "ui/study/versions_dialog.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/segments.h"
#include "ui/workbench/left_behind_dialog.h"
#include "ui/workbench/wordings_dialog.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;
using testing::IsEmpty;

class ScreenReaderWalk : public testing::Test {
 protected:
  void expectSpoken(QWidget& root, const std::string& name) {
    SCOPED_TRACE(name);
    m_tree = AccessibleTree::of(root);
    EXPECT_GT(m_tree.things, 10);
    EXPECT_THAT(m_tree.faults, IsEmpty());
    m_tree.dump(name);
  }
  void expectDialogSpoken(QDialog& dialog, const std::string& name) {
    dialog.show();
    QApplication::processEvents();
    expectSpoken(dialog, name);
  }

  void expectOpenDialogSpoken(const char* object, const std::string& name) {
    auto* dialog = m_open.window.findChild<QDialog*>(QLatin1String(object));
    ASSERT_NE(dialog, nullptr) << name;
    expectDialogSpoken(*dialog, name);
    dialog->reject();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

  WalkedWindow m_open;
  AccessibleTree m_tree;
};

TEST_F(ScreenReaderWalk, HearsANameAndARoleForEverythingOnEveryScreen) {
  for (const ScreenEntry& entry : screenTable()) {
    m_open.go(entry.name == ScreenName::Study ? WalkedWindow::study()
                                              : Place{.screen = entry.name});
    expectSpoken(m_open.window, fromQt(entry.title));
  }
}

TEST_F(ScreenReaderWalk, HearsThePartsOfTheFigureInTheWindow) {
  m_open.go(WalkedWindow::study());
  const auto* figure = m_open.window.findChild<DiagramView*>(u"figure"_s);
  expectSpoken(m_open.window, "study-figure");

  ASSERT_FALSE(figure->scene()->items().empty());
  for (const scene::Item& item : figure->scene()->items())
    EXPECT_THAT(m_tree.text, HasSubstr(fromQt(item.title.simplified().left(90))));
}

TEST_F(ScreenReaderWalk, HearsTheAnswerAndThePart) {
  Place place = WalkedWindow::study();
  place.writing = true;
  m_open.go(place);
  m_open.command(u"writeAndPreviewCommand"_s);
  m_open.command(u"compareAnswerCommand"_s);
  expectSpoken(m_open.window, "study-answer");
  m_open.command(u"gradeAnswerCommand"_s);
  expectSpoken(m_open.window, "study-grade");
  m_open.command(u"unsaidPartsCommand"_s);
  expectSpoken(m_open.window, "study-unsaid");
  Place part = WalkedWindow::study();
  part.diagram = m_open.window.currentPlace().diagram;
  part.part = m_open.window.findChild<DiagramView*>(u"figure"_s)->scene()->items().front().id;
  m_open.go(part);
  expectSpoken(m_open.window, "study-part");
}

TEST_F(ScreenReaderWalk, HearsWhichPartsOfANoteAreHeadingsAndWhatUnfolds) {
  m_open.go(WalkedWindow::study());
  expectSpoken(m_open.window, "Study");

  EXPECT_THAT(m_tree.text, HasSubstr("Heading \"Key points\""));
  EXPECT_THAT(m_tree.text, HasSubstr("collapsed"));
  auto* card = m_open.window.findChild<FoldCard*>();
  ASSERT_NE(card, nullptr);
  QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(card);
  heard->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
  EXPECT_TRUE(card->isOpen());
  EXPECT_TRUE(heard->state().expanded);
}

TEST_F(ScreenReaderWalk, HearsTheSearch) {
  m_open.go({.screen = ScreenName::Library});
  m_open.window.openPalette(u"feature"_s);
  m_open.settle();
  expectSpoken(m_open.window, "search");
  const QAbstractItemModel& results =
      *m_open.window.findChild<QListView*>(u"commandPaletteList"_s)->model();
  ASSERT_GT(results.rowCount(), 0);
  const QModelIndex first = results.index(0, 0);
  EXPECT_THAT(fromQt(first.data(Qt::AccessibleTextRole).toString()),
              HasSubstr(fromQt(first.data(PaletteModel::kKindRole).toString())));
}

TEST_F(ScreenReaderWalk, HearsTheDialogs) {
  for (int kind = 0; kind < 5; ++kind) {
    ExportEverythingDialog dialog(m_open.opened.session, m_open.door(), test::kShippedQuestion, {});
    dialog.findChild<QComboBox*>(u"exportKind"_s)->setCurrentIndex(kind);
    expectDialogSpoken(dialog, "export-" + std::to_string(kind));
  }
  const auto table = m_open.folder.write("cards.csv", "ask,answer\nQ1,A1\nQ2,A2\n");
  ImportDialog import(m_open.opened.session, m_open.door(),
                      {test::kShippedQuestion, PhaseId{"model"}});
  import.openFile(toQt(table.string()));
  expectDialogSpoken(import, "import");
  m_open.go(WalkedWindow::study());
  const auto figure = m_open.opened.pack->diagram(m_open.window.currentPlace().diagram);
  ASSERT_TRUE(figure.has_value());
  ExportDialog exported(m_open.opened.session, *figure, {});
  expectDialogSpoken(exported, "export-figure");
  const answers::AnswerKey key{test::kShippedQuestion, PhaseId("serve")};
  ASSERT_TRUE(m_open.opened.desk.writeAnswer(key, "rank by clicks"));
  const auto written = m_open.opened.store->versions(key);
  ASSERT_TRUE(written.has_value());
  VersionsDialog versions(m_open.opened.session, *written);
  expectDialogSpoken(versions, "versions");
}

TEST_F(ScreenReaderWalk, HearsTheDialogsOfOwnContent) {
  const content::Note note = *m_open.opened.pack->note(test::kShippedQuestion, PhaseId("serve"));
  const content::KeyPoint& point = note.keyPoints.front();
  ASSERT_TRUE(m_open.opened.session.perform([&](ops::Desk& desk) {
    return desk.overrideText(point.id.value(), "why", "Because.", "It was another.");
  }));
  ASSERT_TRUE(m_open.opened.session.perform([&](ops::Desk& desk) {
    return desk.writeAnswer({QuestionId{"gone"}, PhaseId{"serve"}}, "Zebras.");
  }));
  showWordings(m_open.opened.session, &m_open.window);
  expectOpenDialogSpoken("wordingsDialog", "wordings");
  showLeftBehind(m_open.opened.session, &m_open.window);
  expectOpenDialogSpoken("leftBehindDialog", "left-behind");
  QTimer::singleShot(0, &m_open.window,
                     [this] { expectOpenDialogSpoken("rewordDialog", "reword"); });
  rewordTarget(m_open.opened.session, point.id.value(), &m_open.window);
}

TEST_F(ScreenReaderWalk, HearsAConceptAndAnnotations) {
  const auto note = m_open.opened.pack->note(test::kShippedQuestion, PhaseId("serve"));
  const auto targets = annotations::targetsOf(*note);
  ASSERT_FALSE(targets.empty());
  ASSERT_TRUE(m_open.opened.session.runOnAnnotations([&](ops::AnnotationOperations& operations) {
    return operations.annotate(anchorTo(targets.front()),
                               {std::nullopt, "Ask about it.", {"ask"}, true});
  }));
  m_open.go({.screen = ScreenName::Annotations});
  expectSpoken(m_open.window, "annotations-list");
  EXPECT_THAT(m_tree.text, HasSubstr("Ask about it."));
  Place place = WalkedWindow::study();
  place.conceptId = m_open.opened.pack->concepts()->front().id;
  m_open.go(place);
  expectSpoken(m_open.window, "concept");
}

TEST(PaintedControl, TabsAreHeardOneByOneAndCanBePressed) {
  Segments tabs({u"Note"_s, u"Answer"_s});
  QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&tabs);
  ASSERT_EQ(heard->role(), QAccessible::PageTabList);
  ASSERT_EQ(heard->childCount(), 2);
  EXPECT_TRUE(heard->child(0)->state().selected);

  QAccessibleInterface* second = heard->child(1);
  second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());

  EXPECT_EQ(tabs.current(), 1);
  EXPECT_TRUE(second->state().selected);
  EXPECT_FALSE(heard->child(0)->state().selected);
  EXPECT_EQ(heard->indexOfChild(second), 1);
}

TEST(PaintedControl, AChipThatCanBeCheckedIsABoxAndAPlainOneIsText) {
  Chip plain(u"serve"_s);
  Chip box(u"Favourites"_s);
  box.setCheckable(true);
  QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&box);

  heard->actionInterface()->doAction(QAccessibleActionInterface::pressAction());

  EXPECT_EQ(heard->role(), QAccessible::CheckBox);
  EXPECT_TRUE(heard->state().checked);
  EXPECT_EQ(QAccessible::queryAccessibleInterface(&plain)->role(), QAccessible::StaticText);
}

TEST(SpokenFields, ABoxToChooseFromHasItsNameAndWhatIsChosen) {
  QComboBox box;
  box.addItems({u"Light"_s, u"Dark"_s});
  box.setAccessibleName(u"Theme"_s);
  PaintedControl::install();
  QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&box);

  EXPECT_EQ(heard->role(), QAccessible::ComboBox);
  EXPECT_EQ(heard->text(QAccessible::Name), u"Theme"_s);
  EXPECT_EQ(heard->text(QAccessible::Value), u"Light"_s);
  box.setCurrentIndex(1);
  EXPECT_EQ(heard->text(QAccessible::Value), u"Dark"_s);
  EXPECT_TRUE(heard->state().expandable);
}

}  // namespace
}  // namespace phaseboard::ui
