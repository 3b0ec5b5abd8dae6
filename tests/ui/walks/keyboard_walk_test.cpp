// SPDX-License-Identifier: Apache-2.0
// Walking through screens and dialogs by keys alone.
#include <algorithm>
#include <functional>
#include <set>

#include <gmock/gmock.h>

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>

#include "tests/ui/walks/walked_window.h"
#include "ui/exchange/export_everything_dialog.h"
#include "ui/exchange/import_dialog.h"
#include "ui/figures/export_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/study/answer_editor.h"
#include "ui/study/versions_dialog.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsEmpty;

constexpr int kMostTabs = 700;  // a figure alone takes one for each of its parts

/// Widgets of a walk; what it leads to may make others go.
using Places = std::vector<QPointer<QWidget>>;

/// Where Tab leads, from where the focus is, until it comes back there. Empty when it never does.
Places walk(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
  Places places;
  for (int press = 0; press < kMostTabs; ++press) {
    QWidget* here = QApplication::focusWidget();
    if (here == nullptr)
      return {};
    const bool isNew = places.empty() || places.back() != here;
    if (isNew && places.size() > 1 && here == places.front())
      return places;
    if (isNew)
      places.push_back(here);
    QTest::keyClick(here, key, with);
  }
  return {};
}

/// Whether somebody who sees it would expect the keys to get there.
bool isMeantForKeys(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
         (widget->focusPolicy() & Qt::TabFocus) != 0 &&
         qobject_cast<QLineEdit*>(widget->parentWidget()) == nullptr;
}

/// Widgets in `host` that the walk does not come to.
std::vector<std::string> missedIn(const QWidget& host, const Places& places) {
  std::vector<std::string> missed;
  for (const QWidget* widget : host.findChildren<QWidget*>())
    if (isMeantForKeys(widget) && std::find(places.begin(), places.end(), widget) == places.end())
      missed.push_back(describeWidget(widget));
  return missed;
}

/// As Tab itself does.
void scrollTo(QWidget* place) {
  for (QWidget* around = place->parentWidget(); around != nullptr; around = around->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(around))
      area->ensureWidgetVisible(place);
}

/// Widgets that look the same with and without the focus.
std::vector<std::string> unmarkedOf(const Places& places) {
  std::vector<std::string> unmarked;
  for (const QPointer<QWidget>& place : places) {
    if (!place || !place->isVisible())
      continue;
    place->setFocus(Qt::TabFocusReason);
    scrollTo(place);
    QApplication::processEvents();
    QWidget* window = place->window();
    const QRect around =
        QRect(place->mapTo(window, QPoint()), place->size()).adjusted(-3, -3, 3, 3);
    const QImage with = window->grab(around).toImage();
    place->clearFocus();
    const QImage without = window->grab(around).toImage();
    if (with == without)
      unmarked.push_back(describeWidget(place));
  }
  return unmarked;
}

/// The tests of one place: nothing is missed, nothing is a trap, the way back is the way.
void expectWalkable(const QWidget& host, QWidget* start) {
  QApplication::setCursorFlashTime(0);
  start->setFocus(Qt::TabFocusReason);
  const Places places = walk(Qt::Key_Tab);
  ASSERT_FALSE(places.empty()) << "Tab never comes back to " << describeWidget(start)
                               << ", it is at " << describeWidget(QApplication::focusWidget());
  EXPECT_THAT(missedIn(host, places), IsEmpty());
  Places back = walk(Qt::Key_Backtab, Qt::ShiftModifier);
  ASSERT_EQ(back.size(), places.size()) << "the way back is another";
  std::reverse(back.begin() + 1, back.end());
  EXPECT_EQ(back, places);
  EXPECT_THAT(unmarkedOf(places), IsEmpty());
}

QWidget* searchButton(MainWindow& window) {
  for (auto* button : window.findChildren<QAbstractButton*>())
    if (button->accessibleName() == u"Search or run a command"_s)
      return button;
  return nullptr;
}

class KeyboardWalk : public testing::Test {
 protected:
  void expectWindowWalkable() { expectWalkable(m_open.window, searchButton(m_open.window)); }

  WalkedWindow m_open;
};

TEST_F(KeyboardWalk, ReachesEverythingInTheLibrary) {
  m_open.go({.screen = ScreenName::Library});
  expectWindowWalkable();
}

TEST_F(KeyboardWalk, ReachesEverythingInStudyAndEveryPartOfTheFigure) {
  m_open.go(WalkedWindow::study());
  expectWindowWalkable();
}

TEST_F(KeyboardWalk, ReachesEverythingAroundTheAnswer) {
  Place place = WalkedWindow::study();
  place.writing = true;
  m_open.go(place);
  expectWindowWalkable();
}

TEST_F(KeyboardWalk, ReachesEverythingInSettings) {
  m_open.go({.screen = ScreenName::Settings});
  expectWindowWalkable();
}

TEST_F(KeyboardWalk, ReachesEverythingOnTheListOfAnnotations) {
  m_open.go({.screen = ScreenName::Annotations});
  expectWindowWalkable();
}

TEST_F(KeyboardWalk, HasTheKeysOfAPageFromTheStart) {
  WalkedWindow started;
  started.go(WalkedWindow::study());

  const QWidget* focus = started.window.focusWidget();
  const auto* study = started.window.findChild<QWidget*>(QStringLiteral("studyScreen"));
  ASSERT_NE(focus, nullptr);
  EXPECT_TRUE(focus == study || study->isAncestorOf(focus)) << describeWidget(focus);
}

TEST_F(KeyboardWalk, StaysOnTheRailWhileItChoosesAScreen) {
  m_open.go({.screen = ScreenName::Today});
  QWidget* rail = nullptr;
  for (auto* one : m_open.window.findChildren<QWidget*>())
    if (one->accessibleName() == u"Navigation"_s)
      rail = one;
  ASSERT_NE(rail, nullptr);
  rail->setFocus(Qt::TabFocusReason);

  QTest::keyClick(rail, Qt::Key_Down);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);

  EXPECT_EQ(m_open.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(QApplication::focusWidget(), rail);
}

TEST_F(KeyboardWalk, SearchesByKeysAndEscapeGoesBackToWhereOneWas) {
  m_open.go({.screen = ScreenName::Library});
  auto* filter = m_open.window.findChild<QLineEdit*>(u"galleryFilter"_s);
  filter->setFocus();

  QTest::keyClick(filter, Qt::Key_K, Qt::ControlModifier);
  auto* box = m_open.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);
  ASSERT_EQ(QApplication::focusWidget(), box);
  QTest::keyClicks(box, u"ranker"_s);
  QTest::keyClick(box, Qt::Key_Tab);
  EXPECT_EQ(QApplication::focusWidget(), box) << "nothing behind the palette is reached";
  QTest::keyClick(box, Qt::Key_Escape);

  EXPECT_FALSE(m_open.window.findChild<CommandPalette*>()->isVisible());
  EXPECT_EQ(QApplication::focusWidget(), filter);
}

TEST_F(KeyboardWalk, LeavesTheEditorByTab) {
  Place place = WalkedWindow::study();
  place.writing = true;
  m_open.go(place);
  auto* editor = m_open.window.findChild<AnswerEditor*>();
  ASSERT_EQ(QApplication::focusWidget(), editor);

  QTest::keyClick(editor, Qt::Key_Tab);

  EXPECT_NE(QApplication::focusWidget(), editor);
  EXPECT_TRUE(editor->toPlainText().isEmpty());
}

TEST_F(KeyboardWalk, LeavesAListInTheEditorByEscapeAndTab) {
  Place place = WalkedWindow::study();
  place.writing = true;
  m_open.go(place);
  auto* editor = m_open.window.findChild<AnswerEditor*>();
  QTest::keyClicks(editor, u"- one"_s);

  QTest::keyClick(editor, Qt::Key_Tab);
  EXPECT_EQ(editor->toPlainText(), u"  - one"_s);
  QTest::keyClick(editor, Qt::Key_Backtab, Qt::ShiftModifier);
  EXPECT_EQ(editor->toPlainText(), u"- one"_s);
  QTest::keyClick(editor, Qt::Key_Escape);
  QTest::keyClick(editor, Qt::Key_Tab);

  EXPECT_EQ(editor->toPlainText(), u"- one"_s);
  EXPECT_NE(QApplication::focusWidget(), editor);
  editor->setFocus();
  QTest::keyClick(editor, Qt::Key_Backtab, Qt::ShiftModifier);
  EXPECT_NE(QApplication::focusWidget(), editor)
      << "an item that stands at the edge goes no further";
}

/// From top to bottom, and from left to right within a line.
void expectReadingOrder(const Places& places) {
  for (std::size_t i = 1; i < places.size(); ++i) {
    const QPoint before = places[i - 1]->mapTo(places[i - 1]->window(), QPoint());
    const QPoint after = places[i]->mapTo(places[i]->window(), QPoint());
    const bool isBelow = after.y() > before.y() + places[i - 1]->height() / 2;
    const bool isBeside = after.y() + places[i]->height() > before.y() && after.x() > before.x();
    EXPECT_TRUE(isBelow || isBeside)
        << describeWidget(places[i]) << " comes after " << describeWidget(places[i - 1]);
  }
}

void expectDialogWalkable(QDialog& dialog) {
  dialog.show();
  QApplication::setActiveWindow(&dialog);
  QApplication::processEvents();
  QWidget* first = nullptr;
  for (QWidget* widget : dialog.findChildren<QWidget*>())
    if (isMeantForKeys(widget) &&
        (first == nullptr ||
         widget->mapTo(&dialog, QPoint()).y() < first->mapTo(&dialog, QPoint()).y() ||
         (widget->mapTo(&dialog, QPoint()).y() == first->mapTo(&dialog, QPoint()).y() &&
          widget->mapTo(&dialog, QPoint()).x() < first->mapTo(&dialog, QPoint()).x())))
      first = widget;
  ASSERT_NE(first, nullptr);
  expectWalkable(dialog, first);
  first->setFocus(Qt::TabFocusReason);
  expectReadingOrder(walk(Qt::Key_Tab));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  EXPECT_FALSE(dialog.isVisible()) << "Escape closes it";
}

TEST_F(KeyboardWalk, ReachesEverythingInTheDialogOfExportForEveryKind) {
  for (int kind = 0; kind < 5; ++kind) {
    SCOPED_TRACE(kind);
    ExportEverythingDialog dialog(m_open.opened.session, m_open.door(), test::kShippedQuestion,
                                  toQt(m_open.folder.path().string()));
    dialog.findChild<QComboBox*>(u"exportKind"_s)->setCurrentIndex(kind);
    expectDialogWalkable(dialog);
    EXPECT_TRUE(dialog.written().isEmpty());
  }
}

TEST_F(KeyboardWalk, ExportsWithEnterFromTheNameOfTheFile) {
  ExportEverythingDialog dialog(m_open.opened.session, m_open.door(), test::kShippedQuestion,
                                toQt(m_open.folder.path().string()));
  dialog.findChild<QComboBox*>(u"exportKind"_s)
      ->setCurrentIndex(static_cast<int>(ExportKind::Json));
  dialog.show();
  auto* name = dialog.findChild<QLineEdit*>(u"exportEverythingPath"_s);

  QTest::keyClick(name, Qt::Key_Return);

  EXPECT_FALSE(dialog.isVisible());
  EXPECT_TRUE(std::filesystem::exists(m_open.folder / "phaseboard-notebook.json"));
}

TEST_F(KeyboardWalk, ReachesEverythingInTheDialogOfImport) {
  ImportDialog dialog(m_open.opened.session, m_open.door(),
                      {test::kShippedQuestion, PhaseId{"model"}});
  const auto table = m_open.folder.write("cards.csv", "ask,answer\nQ1,A1\nQ2,A2\n");
  dialog.show();
  auto* name = dialog.findChild<QLineEdit*>(u"importPath"_s);
  name->setText(toQt(table.string()));

  QTest::keyClick(name, Qt::Key_Return);

  EXPECT_TRUE(dialog.isVisible()) << "Enter reads the file, and no more";
  EXPECT_FALSE(dialog.imported().has_value());
  EXPECT_EQ(dialog.findChild<QTableWidget*>(u"importPrompts"_s)->rowCount(), 2);
  expectDialogWalkable(dialog);
}

TEST_F(KeyboardWalk, ReachesEverythingInTheDialogsOfAFigureAndOfVersions) {
  m_open.go(WalkedWindow::study());
  const auto figure = m_open.opened.pack->diagram(m_open.window.currentPlace().diagram);
  ASSERT_TRUE(figure.has_value());
  ExportDialog exported(m_open.opened.session, *figure, toQt(m_open.folder.path().string()));
  expectDialogWalkable(exported);

  const answers::AnswerKey key{test::kShippedQuestion, PhaseId("serve")};
  ASSERT_TRUE(m_open.opened.desk.writeAnswer(key, "rank by clicks"));
  m_open.opened.clock.advanceMinutes(5);
  ASSERT_TRUE(m_open.opened.desk.writeAnswer(key, "rank by value"));
  const auto versions = m_open.opened.store->versions(key);
  ASSERT_TRUE(versions.has_value());
  VersionsDialog dialog(m_open.opened.session, *versions);
  expectDialogWalkable(dialog);
}

}  // namespace
}  // namespace phaseboard::ui
