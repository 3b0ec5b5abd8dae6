// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_canvas.h"

#include <gmock/gmock.h>

#include <QAccessible>
#include <QPlainTextEdit>
#include <QTest>
#include <QWheelEvent>

#include "app/board/arranging.h"
#include "tests/app/board/board_builder.h"
#include "ui/board/board_editor.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using board::Edge;
using board::ElementId;
using board::Group;
using board::Part;

/// Keeps entries in memory; fails as long as it is told to.
class MemoryKeeper : public BoardKeeper {
 public:
  Status keep(const board::Entry& entry) override {
    if (isFull)
      return fail(ErrorKind::DiskFull, "disk");
    entries.push_back(entry);
    return {};
  }

  bool isFull = false;
  std::vector<board::Entry> entries;
};

class BoardCanvasTest : public testing::Test {
 protected:
  BoardCanvasTest() {
    editor.resize(1000, 720);
    editor.show();
    canvas.setBoard({}, &keeper);
    canvas.setFocus();
    // What comes late with the focus would be painted in one picture and not in the next.
    editor.activateWindow();
    (void)QTest::qWaitForWindowActive(&editor);
  }
  ~BoardCanvasTest() override { canvas.setBoard({}, nullptr); }

  void type(const QString& words) {
    QTest::keyClick(&canvas, words.front().toLatin1());
    auto* words_ = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
    ASSERT_NE(words_, nullptr);
    QTest::keyClicks(words_, words.mid(1));
    QTest::keyClick(words_, Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the finished editor
  }

  void place(const char* name, double x, double y) {
    ASSERT_TRUE(canvas.draw(board::placePart(canvas.document(), name, board::PartKind::Service,
                                             {x, y}, canvas.partExtent())));
  }

  QPoint pixel(double x, double y) { return canvas.toWidget().map(QPointF(x, y)).toPoint(); }
  QPoint middleOf(std::int64_t id) {
    return canvas.toWidget()
        .map(toPoint(canvas.document().find<Part>(ElementId{id})->box.centre()))
        .toPoint();
  }

  void drag(QPoint from, QPoint to) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, (from + to) / 2);
    QMouseEvent half(QEvent::MouseMove, QPointF((from + to) / 2), QPointF((from + to) / 2),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&canvas, &half);
    QMouseEvent whole(QEvent::MouseMove, QPointF(to), QPointF(to), Qt::NoButton, Qt::LeftButton,
                      {});
    QApplication::sendEvent(&canvas, &whole);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
  }

  MemoryKeeper keeper;
  BoardEditor editor;
  BoardCanvas& canvas = editor.canvas();
};

TEST_F(BoardCanvasTest, PlacesAPartWhoseNameIsTyped) {
  type(u"Feature store"_s);

  ASSERT_EQ(canvas.document().all<Part>().size(), 1U);
  const Part& part = *canvas.document().all<Part>().front();
  EXPECT_EQ(part.name, "Feature store");
  EXPECT_EQ(part.kind, board::PartKind::Store);
  EXPECT_EQ(canvas.selection(), board::Selection{part.id});
}

TEST_F(BoardCanvasTest, PlacesAPartWhereTheGroundIsDoubleClicked) {
  QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {300, 200});
  auto* words = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
  ASSERT_NE(words, nullptr);
  QTest::keyClicks(words, u"Ranker"_s);
  QTest::keyClick(words, Qt::Key_Return);

  ASSERT_EQ(canvas.document().all<Part>().size(), 1U);
  EXPECT_NEAR(middleOf(1).x(), 300, 2);
  EXPECT_NEAR(middleOf(1).y(), 200, 2);
}

TEST_F(BoardCanvasTest, WritesAChainWithTab) {
  QTest::keyClick(&canvas, 'U');
  for (const char* rest : {"ser", "Gateway"}) {
    auto* words = canvas.findChildren<QPlainTextEdit*>(u"boardEditor"_s).last();
    QTest::keyClicks(words, QString::fromLatin1(rest));
    QTest::keyClick(words, Qt::Key_Tab);
  }
  auto* last = canvas.findChildren<QPlainTextEdit*>(u"boardEditor"_s).last();
  QTest::keyClick(last, Qt::Key_Escape);

  EXPECT_EQ(canvas.document().all<Part>().size(), 2U);
  ASSERT_EQ(canvas.document().all<Edge>().size(), 1U);
  EXPECT_EQ(canvas.document().all<Edge>().front()->from, ElementId{1});
}

TEST_F(BoardCanvasTest, ConnectsByDraggingFromABorder) {
  place("User", 0, 0);
  place("Server", 300, 0);
  canvas.fit();
  const board::Box user = canvas.document().find<Part>(ElementId{1})->box;

  drag(pixel(user.right() - 1, user.centre().y), middleOf(2));

  ASSERT_EQ(canvas.document().all<Edge>().size(), 1U);
  EXPECT_EQ(canvas.document().all<Edge>().front()->to, ElementId{2});
}

TEST_F(BoardCanvasTest, OffersANewPartWhereAConnectionEndsOnFreeGround) {
  place("User", 0, 0);
  canvas.actualSize();
  const board::Box user = canvas.document().find<Part>(ElementId{1})->box;

  drag(pixel(user.right() - 1, user.centre().y), pixel(260, 120));
  auto* words = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
  ASSERT_NE(words, nullptr);
  QTest::keyClicks(words, u"Cache"_s);
  QTest::keyClick(words, Qt::Key_Return);

  EXPECT_EQ(canvas.document().all<Part>().size(), 2U);
  EXPECT_EQ(canvas.document().all<Edge>().size(), 1U);
  EXPECT_EQ(keeper.entries.size(), 2U);  // part and edge are one gesture
}

TEST_F(BoardCanvasTest, SelectsAWireAnywhereOnItsWay) {
  place("User", 0, 0);
  place("Server", 400, 200);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  canvas.select({});
  canvas.fit();
  const board::Wire wire = board::routeWires(canvas.document()).at(ElementId{3});

  for (std::size_t i = 0; i + 1 < wire.points.size(); ++i) {
    canvas.select({});
    const board::Point sum = wire.points[i] + wire.points[i + 1];
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, pixel(sum.x / 2, sum.y / 2));
    EXPECT_EQ(canvas.selection(), board::Selection{ElementId{3}}) << i;
  }
}

TEST_F(BoardCanvasTest, MovesAPartByDraggingIt) {
  place("User", 0, 0);
  canvas.actualSize();
  const board::Box before = canvas.document().find<Part>(ElementId{1})->box;

  drag(middleOf(1), middleOf(1) + QPoint(60, 40));

  EXPECT_EQ(canvas.document().find<Part>(ElementId{1})->box, before.movedBy({60, 40}));
  EXPECT_EQ(keeper.entries.size(), 2U);
}

TEST_F(BoardCanvasTest, SelectsWhatAFrameHolds) {
  place("User", 0, 0);
  place("Server", 300, 0);
  place("Far", 900, 500);
  canvas.fit();

  drag(pixel(-90, -60), pixel(390, 60));

  EXPECT_EQ(canvas.selection(), (board::Selection{ElementId{1}, ElementId{2}}));
}

TEST_F(BoardCanvasTest, ConnectsMovesAndRemovesByKeys) {
  place("User", 0, 0);
  place("Server", 300, 0);
  canvas.fit();
  canvas.select({ElementId{1}});

  QTest::keyClick(&canvas, Qt::Key_L, Qt::ControlModifier);
  QTest::keyClick(&canvas, Qt::Key_Right);
  QTest::keyClick(&canvas, Qt::Key_Return);
  ASSERT_EQ(canvas.document().all<Edge>().size(), 1U);

  canvas.select({ElementId{1}});
  const double before = canvas.document().find<Part>(ElementId{1})->box.y;
  QTest::keyClick(&canvas, Qt::Key_Down);
  EXPECT_EQ(canvas.document().find<Part>(ElementId{1})->box.y, before + 12);

  QTest::keyClick(&canvas, Qt::Key_Delete);
  EXPECT_EQ(canvas.document().elements().size(), 1U);
}

TEST_F(BoardCanvasTest, NamesWhatIsSelectedAndHasNoNameYet) {
  place("", 0, 0);
  place("Server", 300, 0);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  ASSERT_EQ(canvas.selection(), board::Selection{ElementId{3}});

  type(u"request"_s);
  canvas.select({ElementId{1}});
  type(u"User"_s);
  type(u"Cache"_s);

  EXPECT_EQ(canvas.document().find<Edge>(ElementId{3})->label, "request");
  EXPECT_EQ(canvas.document().find<Part>(ElementId{1})->name, "User");
  EXPECT_EQ(canvas.document().find<Part>(ElementId{4})->name, "Cache");
}

TEST_F(BoardCanvasTest, PlacesPartsThatAreTypedOneAfterAnotherBesideEachOther) {
  for (const char* name : {"User", "Gateway", "Cache", "Ranker"})
    type(QString::fromLatin1(name));

  const auto parts = canvas.document().all<Part>();
  ASSERT_EQ(parts.size(), 4U);
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_FALSE(parts[i]->box.touches(parts[k]->box)) << parts[i]->name << parts[k]->name;
}

TEST_F(BoardCanvasTest, WalksPartsEdgesAndGroupsWithTabAndLetsTheFocusGoAfterTheLast) {
  place("User", 0, 0);
  place("Server", 300, 0);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  ASSERT_TRUE(canvas.draw(board::groupSelection(canvas.document(), {ElementId{2}}, "Online")));
  canvas.select({});

  std::vector<std::int64_t> walked;
  for (int i = 0; i < 4; ++i) {
    QTest::keyClick(&canvas, Qt::Key_Tab);
    walked.push_back(canvas.selection().begin()->value());
  }

  EXPECT_EQ(walked, (std::vector<std::int64_t>{1, 3, 2, 4}));
  ASSERT_TRUE(canvas.hasFocus());
  QTest::keyClick(&canvas, Qt::Key_Tab);
  EXPECT_FALSE(canvas.hasFocus());
}

TEST_F(BoardCanvasTest, WritesTextByKeys) {
  QTest::keyClick(&canvas, Qt::Key_3, Qt::AltModifier);
  ASSERT_EQ(canvas.tool(), BoardCanvas::Tool::Text);
  QTest::keyClick(&canvas, Qt::Key_Return);
  auto* words = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
  ASSERT_NE(words, nullptr);
  QTest::keyClicks(words, u"100 ms"_s);
  QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);

  ASSERT_EQ(canvas.document().all<board::Text>().size(), 1U);
  EXPECT_EQ(canvas.tool(), BoardCanvas::Tool::Select);
}

TEST_F(BoardCanvasTest, ReshapesAGroupByKeys) {
  place("User", 0, 0);
  place("Server", 260, 0);
  ASSERT_TRUE(canvas.draw(board::groupSelection(canvas.document(), {ElementId{1}}, "Online")));
  ASSERT_FALSE(canvas.document().groupOf(ElementId{2}));

  for (int i = 0; i < 12; ++i)
    QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier | Qt::AltModifier);

  EXPECT_EQ(canvas.document().groupOf(ElementId{2}), ElementId{3});
}

TEST_F(BoardCanvasTest, TellsAScreenReaderWhatLiesOnIt) {
  place("User", 0, 0);
  place("Feature store", 300, 0);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  ASSERT_TRUE(canvas.draw(board::relabel(canvas.document(), ElementId{3}, "request")));

  QAccessibleInterface* board = QAccessible::queryAccessibleInterface(&canvas);

  ASSERT_NE(board, nullptr);
  ASSERT_EQ(board->childCount(), 3);
  EXPECT_EQ(board->child(0)->text(QAccessible::Name), u"User"_s);
  EXPECT_TRUE(board->child(0)->text(QAccessible::Description).contains(u"Feeds Feature store."_s));
  EXPECT_EQ(board->child(1)->text(QAccessible::Name), u"From User to Feature store: request"_s);
  canvas.select({ElementId{2}});
  ASSERT_NE(board->focusChild(), nullptr);
  EXPECT_EQ(board->focusChild()->text(QAccessible::Name), u"Feature store"_s);
  EXPECT_TRUE(board->child(2)->state().selected);
}

TEST_F(BoardCanvasTest, UndoesItsOwnGesturesOneByOne) {
  place("User", 0, 0);
  place("Server", 300, 0);
  canvas.select({ElementId{1}, ElementId{2}});
  QTest::keyClick(&canvas, Qt::Key_G, Qt::ControlModifier);
  auto* words = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
  ASSERT_NE(words, nullptr);
  words->selectAll();
  QTest::keyClicks(words, u"Online"_s);
  QTest::keyClick(words, Qt::Key_Return);
  ASSERT_EQ(canvas.document().all<Group>().front()->name, "Online");

  QTest::keySequence(&canvas, QKeySequence::Undo);
  EXPECT_EQ(canvas.document().all<Group>().front()->name, "Group");
  QTest::keySequence(&canvas, QKeySequence::Undo);
  EXPECT_TRUE(canvas.document().all<Group>().empty());
  QTest::keySequence(&canvas, QKeySequence::Redo);
  EXPECT_EQ(canvas.document().all<Group>().size(), 1U);
}

TEST_F(BoardCanvasTest, CopiesAndPastes) {
  place("User", 0, 0);
  place("Server", 300, 0);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  canvas.selectAll();

  QTest::keySequence(&canvas, QKeySequence::Copy);
  QTest::keySequence(&canvas, QKeySequence::Paste);

  EXPECT_EQ(canvas.document().all<Part>().size(), 4U);
  EXPECT_EQ(canvas.document().all<Edge>().size(), 2U);
}

TEST_F(BoardCanvasTest, DrawsInkAndText) {
  canvas.setTool(BoardCanvas::Tool::Ink);
  drag({100, 100}, {220, 180});
  EXPECT_EQ(canvas.document().all<board::Stroke>().size(), 1U);

  canvas.setTool(BoardCanvas::Tool::Text);
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, {400, 300});
  auto* words = canvas.findChild<QPlainTextEdit*>(u"boardEditor"_s);
  ASSERT_NE(words, nullptr);
  QTest::keyClicks(words, u"p99 under 100 ms"_s);
  QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(canvas.document().all<board::Text>().size(), 1U);
  EXPECT_EQ(canvas.document().all<board::Text>().front()->text, "p99 under 100 ms");
}

TEST_F(BoardCanvasTest, KeepsEveryGestureBeforeItIsPainted) {
  type(u"User"_s);
  type(u"Server"_s);

  EXPECT_EQ(keeper.entries, canvas.history().entries());
  EXPECT_EQ(canvas.unkept(), 0);
}

TEST_F(BoardCanvasTest, KeepsStrokesInMindWhileTheDiskIsFullAndBringsThemLater) {
  int failures = 0;
  QObject::connect(&canvas, &BoardCanvas::keepingFailed, &canvas, [&] { ++failures; });
  keeper.isFull = true;
  place("User", 0, 0);
  place("Server", 300, 0);
  EXPECT_EQ(canvas.unkept(), 2);
  EXPECT_EQ(failures, 1);

  keeper.isFull = false;
  place("Model", 600, 0);

  EXPECT_EQ(canvas.unkept(), 0);
  EXPECT_EQ(keeper.entries, canvas.history().entries());
}

TEST_F(BoardCanvasTest, KeepsThePointUnderThePointerWhileZoomingOnEndlessGround) {
  place("User", 0, 0);
  const QPointF before = canvas.toWidget().inverted().map(QPointF(900, 600));

  for (int i = 0; i < 12; ++i) {
    QWheelEvent wheel({900, 600}, {900, 600}, {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &wheel);
  }

  const QPointF after = canvas.toWidget().inverted().map(QPointF(900, 600));
  EXPECT_LT(canvas.viewport().scale, 0.2);
  EXPECT_NEAR(after.x(), before.x(), 8);
  EXPECT_NEAR(after.y(), before.y(), 8);
}

TEST_F(BoardCanvasTest, ChangesNothingWhenItMayOnlyBeLookedAt) {
  place("User", 0, 0);
  canvas.setReadOnly(true);

  drag(middleOf(1), middleOf(1) + QPoint(60, 40));
  QTest::keyClick(&canvas, Qt::Key_Delete);
  canvas.undo();

  EXPECT_EQ(keeper.entries.size(), 1U);
}

TEST_F(BoardCanvasTest, PaintsWhatChangedAsIfItHadPaintedAll) {
  place("User", 0, 0);
  place("Server", 300, 0);
  place("Cache", 300, 160);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{1}, ElementId{2})));
  canvas.fit();
  canvas.clearFocus();
  (void)canvas.grab();
  ASSERT_TRUE(canvas.draw(board::moveSelection(canvas.document(), {ElementId{2}}, {0, 90})));
  ASSERT_TRUE(canvas.draw(board::removeSelection(canvas.document(), {ElementId{3}})));
  ASSERT_TRUE(canvas.draw(board::relabel(canvas.document(), ElementId{4}, "request")));
  canvas.select({});
  const QImage pieceByPiece = canvas.grab().toImage();

  board::History again = *board::History::replay(canvas.history().entries());
  const Viewport viewport = canvas.viewport();
  canvas.setBoard(std::move(again), &keeper);
  canvas.setViewport(viewport);

  EXPECT_EQ(pieceByPiece, canvas.grab().toImage());
}

TEST_F(BoardCanvasTest, TidiesUpInOneStep) {
  place("Model", 0, 0);
  place("User", 40, 30);
  ASSERT_TRUE(canvas.draw(board::connectParts(canvas.document(), ElementId{2}, ElementId{1})));
  const auto before = keeper.entries.size();

  QTest::keySequence(&editor, QKeySequence(Qt::CTRL | Qt::Key_T));

  EXPECT_EQ(keeper.entries.size(), before + 1);
  EXPECT_LT(canvas.document().find<Part>(ElementId{2})->box.right(),
            canvas.document().find<Part>(ElementId{1})->box.x);
}

TEST_F(BoardCanvasTest, MovesByTheSmallMapWhileSomethingLiesOutsideTheView) {
  place("Near", 0, 0);
  place("Far", 3000, 0);
  canvas.fit();
  EXPECT_FALSE(canvas.isMapVisible());
  canvas.setViewport({false, 1, {0, 0}});
  ASSERT_TRUE(canvas.isMapVisible());
  (void)canvas.grab();
  const board::Selection before = canvas.selection();

  QTest::mouseClick(&canvas, Qt::LeftButton, {}, {canvas.width() - 26, canvas.height() - 30});

  EXPECT_GT(canvas.viewport().centre.x(), 2500);
  EXPECT_EQ(canvas.selection(), before) << "a click on the map chooses nothing";
  canvas.setMapShown(false);
  EXPECT_FALSE(canvas.isMapVisible());
}

}  // namespace
}  // namespace phaseboard::ui
