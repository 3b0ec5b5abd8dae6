// SPDX-License-Identifier: Apache-2.0
// The window goes on while much comes into the notebook, is taken back and done again.
#include <gmock/gmock.h>

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

#include "tests/support/anki_sample.h"
#include "tests/support/heart_beat.h"
#include "tests/support/result_matchers.h"
#include "tests/support/zip_builder.h"
#include "tests/ui/walks/walked_window.h"
#include "ui/exchange/import_dialog.h"
#include "ui/exchange/long_work.h"

namespace phaseboard::ui {
namespace {

constexpr int kNotes = 700;
constexpr int kAnswersEach = 2;

class LivingWindow : public testing::Test {
 protected:
  LivingWindow() {
    m_walk.go({.screen = ScreenName::Today});
    const std::string deck = test::zipOf(
        {{"collection.anki2", test::ankiCollection(test::manyCards(kNotes, kAnswersEach))}});
    m_dialog.openFile(toQt(m_walk.folder.write("deck.apkg", deck).string()));
  }

  void bringIn() {
    m_dialog.findChild<QPushButton*>(QStringLiteral("importButton"))->click();
    ASSERT_TRUE(m_dialog.imported().has_value());
    ASSERT_EQ(m_dialog.imported()->created, kNotes);
  }
  /// Runs a command and says what share of its time the window's thread computed in one go.
  double longestShare(const QString& command) {
    m_walk.settle();
    test::HeartBeat heart;
    QElapsedTimer whole;
    whole.start();
    m_walk.command(command);
    heart.beat();
    return heart.longestBusy() / static_cast<double>(whole.elapsed());
  }
  std::size_t ownPrompts() { return m_walk.opened.store->ownPrompts()->size(); }

  WalkedWindow m_walk;
  ImportDialog m_dialog{m_walk.opened.session,
                        m_walk.door(),
                        {test::kShippedQuestion, PhaseId{"model"}},
                        &m_walk.window};
};

TEST_F(LivingWindow, TheTableOfPromptsOfAnImportIsReadElsewhere) {
  (void)m_walk.opened.session.prompts();
  bringIn();

  // Reading it here would cost what this costs.
  const double begin = test::HeartBeat::busyMillis();
  const auto table = ops::PromptTable::read(*m_walk.opened.pack, *m_walk.opened.store);
  const double reading = test::HeartBeat::busyMillis() - begin;
  const double taken = test::HeartBeat::busyMillis();
  const ops::PromptTable* known = m_walk.opened.session.prompts();

  ASSERT_THAT(table, test::IsOk());
  ASSERT_NE(known, nullptr);
  EXPECT_LT(test::HeartBeat::busyMillis() - taken, reading / 4);
  ASSERT_EQ(known->rows().size(), table->rows().size());
  for (std::size_t at = 0; at < known->rows().size(); ++at) {
    ASSERT_EQ(known->rows()[at].prompt->id, table->rows()[at].prompt->id);
    ASSERT_EQ(known->rows()[at].state, table->rows()[at].state);
  }
}

TEST_F(LivingWindow, UndoAndRedoOfALargeImportRunElsewhere) {
  bringIn();

  EXPECT_LT(longestShare(QStringLiteral("undoCommand")), 0.5);
  EXPECT_EQ(ownPrompts(), 0U);
  EXPECT_LT(longestShare(QStringLiteral("redoCommand")), 0.5);
  EXPECT_EQ(ownPrompts(), std::size_t{kNotes});
  EXPECT_EQ(m_walk.opened.session.prompts()->prompts().own().size(), std::size_t{kNotes});
}

TEST_F(LivingWindow, WhatWasTakenOverIsKeptUp) {
  bringIn();
  const PromptId one = m_walk.opened.store->ownPrompts()->front().id;

  ASSERT_TRUE(m_walk.opened.session.perform(
      [&](ops::Desk& desk) { return desk.suspendPrompt(one, true); }));

  EXPECT_TRUE(m_walk.opened.session.prompts()->find(one)->suspended);
}

TEST_F(LivingWindow, AnUndoThatIsStoppedTakesNothingBack) {
  bringIn();
  QTimer stop;
  QObject::connect(&stop, &QTimer::timeout, [this] {
    if (auto* work = m_walk.window.findChild<LongWork*>())
      work->stop();
  });
  stop.start(0);
  QSignalSpy failed(&m_walk.opened.session, &Session::failed);

  m_walk.command(QStringLiteral("undoCommand"));

  EXPECT_EQ(ownPrompts(), std::size_t{kNotes});
  EXPECT_EQ(failed.count(), 0) << "who stops it knows";
  EXPECT_FALSE(m_walk.opened.session.undoText().isEmpty());
}

}  // namespace
}  // namespace phaseboard::ui
