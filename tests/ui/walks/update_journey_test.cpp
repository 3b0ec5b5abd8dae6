// SPDX-License-Identifier: Apache-2.0
// The whole way, by the program itself: mark, write, undo, quit, reopen, search, update the pack.
#include <algorithm>

#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "db/connection.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/desktop/program.h"
#include "ui/shell/command_palette.h"
#include "ui/study/answer_editor.h"
#include "ui/study/note_blocks.h"
#include "ui/study/note_view.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

const PhaseId kJourneyPhase{"serve"};

class UpdateJourney : public testing::Test {
 protected:
  UpdateJourney() {
    ui::setMotionReduced(*qApp, true);
    fs::copy_file(inBuild("resources/mlsd.pack"), m_pack);
    const auto pack = shippedPack();
    const auto note = pack->note(kShippedQuestion, kJourneyPhase);
    for (const content::KeyPoint& point : note->keyPoints)
      m_points.push_back(point.id);
  }

  std::unique_ptr<ui::Program> open() {
    auto program = ui::Program::open({ui::toQt((m_folder / "notebook.db").string()),
                                      {m_pack},
                                      ui::toQt((m_folder / "window.ini").string())},
                                     m_clock, m_chance);
    EXPECT_THAT(program, IsOk());
    (*program)->window().resize(1440, 900);
    (*program)->show();
    QApplication::setActiveWindow(&(*program)->window());
    return std::move(*program);
  }

  static void study(ui::Program& program, bool writing) {
    ui::Place place{.screen = ui::ScreenName::Study, .question = kShippedQuestion};
    place.phase = kJourneyPhase;
    place.writing = writing;
    program.window().goTo(place);
    for (auto* note : program.window().findChildren<ui::NoteView*>())
      note->finish();
  }

  static void trigger(ui::Program& program, const QString& name) {
    auto* action = program.window().findChild<QAction*>(name);
    ASSERT_NE(action, nullptr) << ui::fromQt(name);
    action->trigger();
  }

  /// Marks the first words of a key point with the pointer's means.
  void highlight(ui::Program& program, const ItemId& point) {
    auto* note = program.window().findChild<ui::NoteView*>(u"note"_s);
    auto* block = note->page()->findChild<QWidget*>(ui::blockName(TargetId(point.value())));
    ASSERT_NE(block, nullptr);
    auto* text = block->findChild<ui::TextBlock*>();
    ASSERT_NE(text, nullptr);
    text->setFocus(Qt::MouseFocusReason);  // as a press on it gives
    text->select(0, 24);
    trigger(program, u"highlightCommand"_s);
  }

  static int marksIn(ui::Program& program) {
    const ops::PlacedCounts counts = program.session().annotations()->counts();
    return counts.exact + counts.reworded + counts.wordsGone + counts.unplaced;
  }

  /// The next version of the pack: one key point worded anew, one gone.
  void updatePack() {
    auto pack = db::Connection::open(m_pack, db::Access::ReadWrite);
    ASSERT_THAT(pack, IsOk());
    (*pack)->run("UPDATE key_point SET statement = 'Truly: ' || statement WHERE id = ?",
                 m_points[0].value());
    (*pack)->run(
        "DELETE FROM key_point_part "
        "WHERE key_point = (SELECT position FROM key_point WHERE id = ?)",
        m_points[1].value());
    (*pack)->run(
        "DELETE FROM key_point_concept "
        "WHERE key_point = (SELECT position FROM key_point WHERE id = ?)",
        m_points[1].value());
    (*pack)->run("DELETE FROM key_point WHERE id = ?", m_points[1].value());
  }

  TemporaryFolder m_folder;
  fs::path m_pack = m_folder / "mlsd.pack";
  FakeClock m_clock;
  SeededChance m_chance{11};
  std::vector<ItemId> m_points;
};

TEST_F(UpdateJourney, MarksWritesUndoesQuitsReopensSearchesAndUpdatesThePack) {
  ASSERT_GE(m_points.size(), 3U);
  const answers::AnswerKey key{kShippedQuestion, kJourneyPhase};
  {
    const auto program = open();
    study(*program, false);
    highlight(*program, m_points[0]);
    highlight(*program, m_points[1]);
    highlight(*program, m_points[2]);
    program->session().undo();
    EXPECT_EQ(marksIn(*program), 2);
    program->session().redo();
    EXPECT_EQ(marksIn(*program), 3);
    study(*program, true);
    auto* editor = program->window().findChild<ui::AnswerEditor*>();
    QTest::keyClicks(editor, u"Warm the caches before the zebra crosses."_s);
    trigger(*program, u"saveAnswerCommand"_s);
    program->window().close();
  }
  {
    const auto program = open();
    EXPECT_EQ(program->window().currentPlace().phase, kJourneyPhase);
    EXPECT_EQ(program->session().annotations()->counts().exact, 3);
    program->window().goTo({.screen = ui::ScreenName::Today});
    program->window().openPalette(u"kind:answer zebra"_s);
    auto* palette = program->window().findChild<ui::CommandPalette*>();
    QSignalSpy chosen(palette, &ui::CommandPalette::placeChosen);
    QTest::keyClick(program->window().findChild<QLineEdit*>(u"commandPaletteBox"_s),
                    Qt::Key_Return);
    ASSERT_TRUE(!chosen.isEmpty() || chosen.wait()) << "the answer is found";
    EXPECT_EQ(program->window().currentPlace().screen, ui::ScreenName::Study);
    EXPECT_TRUE(
        program->window().findChild<ui::AnswerEditor*>()->toPlainText().contains(u"zebra"_s));
    program->window().close();
  }
  updatePack();
  if (HasFatalFailure())
    return;

  const auto program = open();

  EXPECT_EQ(marksIn(*program), 3) << "as many as before, in their places or in the tray";
  const auto answer = program->store().currentAnswer(key);
  ASSERT_TRUE(answer && *answer);
  EXPECT_EQ((*answer)->text, "Warm the caches before the zebra crosses.");
}

}  // namespace
}  // namespace phaseboard::test
