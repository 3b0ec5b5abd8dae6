// SPDX-License-Identifier: Apache-2.0
// What people do with a figure in Study, by the real window on the shipped pack.
#include <algorithm>

#include <gmock/gmock.h>

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/figures/compare_dialog.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/parts_panel.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/window_memory.h"
#include "ui/study/part_panel.h"
#include "ui/study/step_bar.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/motion.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using scene::Emphasis;

class FigureJourney : public testing::Test {
 protected:
  FigureJourney() {
    setMotionReduced(*qApp, true);
    m_window.resize(1440, 900);
    m_window.show();
    m_window.activateWindow();
    open("serve");
  }

  void open(const char* phase) {
    Place place;
    place.screen = ScreenName::Study;
    place.question = test::kShippedQuestion;
    place.phase = PhaseId(phase);
    m_window.goTo(place);
  }
  void command(const char* name) {
    auto* action = m_window.findChild<QAction*>(QLatin1String(name));
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
  }
  template <class Widget>
  Widget* the(const char* name = nullptr) {
    return m_window.findChild<Widget*>(QString::fromLatin1(name));
  }
  DiagramView* view() { return the<DiagramView>("figure"); }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened{m_folder / "notebook.db"};
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  MainWindow m_window{{m_opened.session, m_memory, m_thumbnails}};
};

TEST_F(FigureJourney, FindsAPartAndOpensItsCard) {
  command("findPartCommand");
  auto* words = the<QLineEdit>("partSearch");
  ASSERT_TRUE(words->isVisible());
  const scene::Item& last = view()->scene()->items().back();

  QTest::keyClicks(words, last.title);
  QTest::keyClick(words, Qt::Key_Return);

  const auto& found = the<PartsPanel>()->found();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(view()->currentPart(), found.front());
  EXPECT_TRUE(the<PartPanel>()->isVisible()) << "its card";
  QTest::keyClick(words, Qt::Key_Escape);
  EXPECT_FALSE(the<PartsPanel>()->isVisible());
}

TEST_F(FigureJourney, RemembersHowEachFigureWasLookedAt) {
  command("actualSizeCommand");
  command("zoomInCommand");
  const Viewport left = view()->viewport();
  ASSERT_FALSE(left.fits);

  open("model");
  EXPECT_TRUE(view()->viewport().fits);
  open("serve");

  EXPECT_EQ(view()->viewport(), left);
}

TEST_F(FigureJourney, ZoomsToTheChosenPart) {
  const PartId part = view()->scene()->readingOrder().front();
  view()->setCurrentPart(part);
  const double before = view()->scale();

  command("zoomToPartCommand");

  EXPECT_GT(view()->scale(), before);
}

TEST_F(FigureJourney, PlaysTheNumberedPath) {
  auto* steps = the<StepBar>();
  ASSERT_GT(steps->count(), 1);

  command("playPathCommand");
  EXPECT_TRUE(steps->isPlaying());
  command("nextStepCommand");

  EXPECT_FALSE(steps->isPlaying());
  EXPECT_EQ(steps->current(), 1);
}

TEST_F(FigureJourney, GivesTheFigureTheWholeScreenAndBack) {
  command("presentCommand");
  EXPECT_TRUE(m_window.isFullScreen());
  EXPECT_FALSE(the<NavRail>()->isVisible());
  EXPECT_FALSE(m_window.menuBar()->isVisible());

  QTest::keyClick(view(), Qt::Key_Escape);

  EXPECT_FALSE(m_window.isFullScreen());
  EXPECT_TRUE(the<NavRail>()->isVisible());
  EXPECT_TRUE(m_window.menuBar()->isVisible());
}

TEST_F(FigureJourney, GivesTheScreenBackWhenSomebodyGoesElsewhere) {
  command("presentCommand");

  m_window.goTo({.screen = ScreenName::Library});

  EXPECT_FALSE(m_window.isFullScreen());
  EXPECT_TRUE(the<NavRail>()->isVisible());
}

TEST_F(FigureJourney, ColoursPartsByMemoryAndFollowsReviews) {
  const auto figure = m_window.currentPlace().diagram;
  const auto& prompts = m_opened.pack->prompts();
  const auto prompt = std::find_if(prompts.begin(), prompts.end(), [&](const auto& candidate) {
    return candidate.diagram == figure && candidate.part;
  });
  ASSERT_NE(prompt, prompts.end());

  command("tintCommand");
  EXPECT_EQ(view()->look().of(*prompt->part), Emphasis::Grey);
  m_opened.session.perform([&](ops::Desk& desk) {
    return desk.answerPrompt(*prompt, memory::Rating::Good, Millis{4'000});
  });
  EXPECT_GT(view()->look().recall(*prompt->part), 0.5);
  command("tintCommand");

  EXPECT_LT(view()->look().recall(*prompt->part), 0);
  EXPECT_EQ(view()->look().others(), Emphasis::Normal);
}

TEST_F(FigureJourney, ExportsTheFigureInTheOtherTheme) {
  m_memory.setChoice(u"exportFolder"_s, toQt(m_folder.path().string()));
  command("exportCommand");
  auto* dialog = m_window.findChild<ExportDialog*>();
  ASSERT_NE(dialog, nullptr);
  const QString file = toQt((m_folder / "figure.pdf").string());
  dialog->findChild<QLineEdit*>(u"exportPath"_s)->setText(file);

  dialog->findChild<QPushButton*>(u"exportButton"_s)->click();

  EXPECT_GT(QFileInfo(file).size(), 500);
  EXPECT_FALSE(dialog->isVisible());
}

TEST_F(FigureJourney, SaysWhyAFileCannotBeWritten) {
  command("exportCommand");
  auto* dialog = m_window.findChild<ExportDialog*>();
  ASSERT_NE(dialog, nullptr);
  dialog->findChild<QLineEdit*>(u"exportPath"_s)->setText(u"/nowhere/figure.png"_s);

  dialog->findChild<QPushButton*>(u"exportButton"_s)->click();

  EXPECT_TRUE(dialog->isVisible());
  EXPECT_TRUE(dialog->written().isEmpty());
}

TEST_F(FigureJourney, ComparesWithAnotherFigure) {
  command("compareCommand");
  auto* dialog = m_window.findChild<CompareDialog*>();
  ASSERT_NE(dialog, nullptr);
  ASSERT_TRUE(dialog->comparison().has_value());
  EXPECT_LT(dialog->comparison()->difference.score, 1);
  auto* first = dialog->findChild<DiagramView*>(u"firstFigure"_s);
  EXPECT_EQ(first->look().others(), Emphasis::Grey);

  dialog->choose(m_window.currentPlace().diagram, m_window.currentPlace().diagram);

  EXPECT_DOUBLE_EQ(dialog->comparison()->difference.score, 1);
}

TEST_F(FigureJourney, ChangesTheThemeOfTheFigureAtOnceAndNoFile) {
  const auto svg = m_opened.pack->diagram(m_window.currentPlace().diagram)->svg;
  const auto before = view()->theme();

  m_window.findChild<QAction*>(u"switchThemeCommand"_s)->trigger();

  EXPECT_NE(view()->theme(), before);
  EXPECT_EQ(view()->grab().toImage().pixelColor(3, 3),
            style::colour(view()->theme(), style::Neutral::Canvas));
  EXPECT_EQ(m_opened.pack->diagram(m_window.currentPlace().diagram)->svg, svg);
  m_opened.session.undo();
}

}  // namespace
}  // namespace phaseboard::ui
