// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_screen.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/board/board_graph.h"
#include "app/ops/rebuild.h"
#include "app/ops/replay.h"
#include "tests/support/result_matchers.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/board/board_editor.h"
#include "ui/board/rebuild_result.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

const DiagramId kServingPath{"ad-click-prediction/serving-path"};

/// A window with the Board screen in front.
struct BoardWindow {
  explicit BoardWindow(const test::TemporaryFolder& folder)
      : opened(folder / "notebook.db"),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    window.resize(1440, 900);
    window.show();
    window.goTo(Place{.screen = ScreenName::Board});
  }

  void click(const char* name) {
    auto* button = window.findChild<QPushButton*>(QString::fromLatin1(name));
    ASSERT_NE(button, nullptr) << name;
    button->click();
  }

  void type(const QString& words) {
    QTest::keyClick(&canvas(), words.front().toLatin1());
    auto* editor = canvas().findChildren<QPlainTextEdit*>(u"boardEditor"_s).last();
    QTest::keyClicks(editor, words.mid(1));
    QTest::keyClick(editor, Qt::Key_Return);
    canvas().select({});
  }

  BoardCanvas& canvas() { return window.findChild<BoardEditor*>()->canvas(); }
  std::vector<board::BoardInfo> boards() { return *opened.boardStore.boards(); }

  /// Draws the parts and edges of a figure except those whose titles are named.
  void drawFigure(const content::Diagram& figure, const std::set<std::string>& without) {
    std::map<PartId, board::ElementId> places;
    double x = 0;
    for (const content::Part& part : figure.parts) {
      if (part.kind != content::PartKind::Node || without.contains(part.title))
        continue;
      places.emplace(part.id, canvas().document().nextId());
      canvas().draw(board::placePart(canvas().document(), part.title,
                                     *board::partKindNamed(part.shape), {x += 220, 0},
                                     canvas().partExtent()));
    }
    for (const content::Part& part : figure.parts) {
      if (part.kind != content::PartKind::Edge || !places.contains(*part.from) ||
          !places.contains(*part.to))
        continue;
      const board::ElementId id = canvas().document().nextId();
      canvas().draw(
          board::connectParts(canvas().document(), places.at(*part.from), places.at(*part.to)));
      canvas().draw(board::relabel(canvas().document(), id, part.label));
    }
  }

  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

TEST(BoardScreen, SaysWhatItIsForWhileThereIsNoBoard) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);

  const auto buttons = open.window.currentScreen()->findChildren<QPushButton*>();

  EXPECT_TRUE(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) {
    return button->isVisible() && button->text() == u"New board"_s;
  }));
}

TEST(BoardScreen, FindsADrawingAgainAfterTheProgramWasClosed) {
  const test::TemporaryFolder folder;
  board::Document drawn;
  {
    BoardWindow open(folder);
    open.click("newBoard");
    open.type(u"User"_s);
    open.type(u"Ranking model"_s);
    drawn = open.canvas().document();
    ASSERT_EQ(drawn.all<board::Part>().size(), 2U);
  }
  BoardWindow open(folder);

  EXPECT_EQ(open.canvas().document(), drawn);
  EXPECT_EQ(open.window.findChild<QListView*>(u"boardList"_s)->model()->rowCount(), 1);
}

TEST(BoardScreen, GoesOnWithTheListWhenABoardIsThrownAway) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  open.click("newBoard");
  open.opened.clock.advanceMinutes(1);
  open.click("newBoard");
  ASSERT_EQ(open.boards().size(), 2U);

  for (QAction* action : open.window.currentScreen()->commands())
    if (action->text() == u"Throw the board away"_s)
      action->trigger();
  EXPECT_EQ(open.boards().size(), 1U);

  open.opened.session.undo();
  EXPECT_EQ(open.boards().size(), 2U);
}

TEST(BoardScreen, LeavesABoardThatWasTakenBackFromAnotherScreen) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  open.click("newBoard");
  ASSERT_EQ(open.boards().size(), 1U);
  open.window.goTo(Place{.screen = ScreenName::Today});
  open.opened.session.undo();
  ASSERT_TRUE(open.boards().empty());
  const QSignalSpy failed(&open.opened.session, &Session::failed);

  open.window.goTo(Place{.screen = ScreenName::Board});

  EXPECT_EQ(failed.size(), 0);
  EXPECT_TRUE(open.window.currentScreen()->place().board.value().empty());
}

TEST(BoardScreen, RebuildsAFigureGradesItAndTakesThatBack) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  Place place{.screen = ScreenName::Board};
  place.diagram = kServingPath;
  open.window.goTo(place);
  open.click("startRebuild");
  ASSERT_EQ(open.boards().front().level, board::Level::NothingGiven);
  const auto figure = *open.opened.pack->diagram(kServingPath);
  open.drawFigure(figure, {"Auction"});
  open.click("compareRebuild");
  auto* result = open.window.findChild<RebuildResult*>();
  ASSERT_TRUE(result->isVisible());
  EXPECT_EQ(result->view().look().of(PartId("auction")), scene::Emphasis::Missing);

  open.click("confirmRebuild");

  const auto info = open.boards().front();
  ASSERT_TRUE(info.outcome);
  EXPECT_GT(info.outcome->score, 0.5);
  EXPECT_LT(info.outcome->score, 1);
  const auto missed = review::promptId(review::PromptKind::NamePart,
                                       content::partTarget(kServingPath, PartId("auction")));
  ASSERT_TRUE(open.opened.store->promptRow(missed)->has_value());
  EXPECT_EQ(ops::compareWithLog(*open.opened.store, {})->differenceCount, 0);

  open.opened.session.undo();
  EXPECT_FALSE(open.boards().front().outcome);
  EXPECT_FALSE(open.opened.store->promptRow(missed)->has_value());
}

TEST(BoardScreen, GradesTheWholeFigureForTheReviewThatAskedForIt) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  Place place{.screen = ScreenName::Board};
  place.diagram = kServingPath;
  place.isAsked = true;
  open.window.goTo(place);
  open.click("startRebuild");
  open.drawFigure(*open.opened.pack->diagram(kServingPath), {});
  open.click("compareRebuild");
  open.click("confirmRebuild");

  const auto whole =
      review::promptId(review::PromptKind::RebuildDiagram, TargetId{kServingPath.value()});
  const auto row = *open.opened.store->promptRow(whole);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->state.reps, 1);
  EXPECT_TRUE(open.canvas().isReadOnly());
  open.click("goOnReviewing");
  EXPECT_EQ(open.window.currentPlace().screen, ScreenName::Review);
}

TEST(BoardScreen, TellsHowARebuildCameOutBefore) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  Place place{.screen = ScreenName::Board};
  place.diagram = kServingPath;
  open.window.goTo(place);
  open.click("startRebuild");
  open.click("compareRebuild");
  open.click("confirmRebuild");
  open.click("rebuildAgain");

  const auto labels = open.window.currentScreen()->findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().startsWith(u"Before: "_s);
  }));
  auto* figures = open.window.findChild<QListWidget*>(u"rebuildFigures"_s);
  EXPECT_GT(figures->count(), 20);
}

TEST(BoardScreen, GivesTheBoardBackToGoOnDrawing) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  Place place{.screen = ScreenName::Board};
  place.diagram = kServingPath;
  open.window.goTo(place);
  open.click("startRebuild");
  open.type(u"User"_s);
  open.click("compareRebuild");

  open.click("backToBoard");

  EXPECT_TRUE(open.canvas().isVisible());
  EXPECT_EQ(open.canvas().document().all<board::Part>().size(), 1U);
}

TEST(BoardScreen, GivesThePartsWithOrWithoutTheirNames) {
  for (const int level : {0, 1}) {
    const test::TemporaryFolder folder;
    BoardWindow open(folder);
    Place place{.screen = ScreenName::Board};
    place.diagram = kServingPath;
    open.window.goTo(place);
    auto* levels = open.window.findChild<Segments*>(u"rebuildLevels"_s);
    levels->setCurrent(level);
    open.click("startRebuild");

    const auto parts = open.canvas().document().all<board::Part>();
    EXPECT_EQ(parts.size(), 10U);
    EXPECT_TRUE(std::all_of(parts.begin(), parts.end(), [level](const board::Part* part) {
      return part->name.empty() == (level == 1);
    }));
    open.canvas().undo();
    EXPECT_EQ(open.canvas().document().all<board::Part>().size(), 10U);
  }
}

TEST(BoardScreen, ShowsEveryFigureThatIsDrawnAsItIsAsComplete) {
  const test::TemporaryFolder folder;
  BoardWindow open(folder);
  open.click("newBoard");
  int figures = 0;
  for (const ports::QuestionCard& question : open.opened.pack->questions())
    for (const ports::DiagramCard& card : question.diagrams) {
      if (card.kind != "flow" || figures == 12)
        continue;
      ++figures;
      SCOPED_TRACE(card.id.value());
      open.click("newBoard");
      open.drawFigure(*open.opened.pack->diagram(card.id), {});

      const auto judged = ops::judgeRebuild(*open.opened.pack, card.id, board::Level::NothingGiven,
                                            open.canvas().document());

      ASSERT_THAT(judged, test::IsOk());
      for (const PartId& missing : judged->difference.missing) {
        const auto diagram = *open.opened.pack->diagram(card.id);
        const auto part = std::find_if(diagram.parts.begin(), diagram.parts.end(),
                                       [&](const auto& one) { return one.id == missing; });
        EXPECT_EQ(part->kind, content::PartKind::Group) << missing;  // no groups were drawn
      }
      EXPECT_TRUE(judged->difference.extra.empty());
    }
  EXPECT_GT(figures, 4);
}

}  // namespace
}  // namespace phaseboard::ui
