// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_panel.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>

#include "tests/support/fault_vfs.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/study/answer_editor.h"
#include "ui/study/draft_keeper.h"
#include "ui/study/notice_bar.h"

namespace phaseboard::ui {
namespace {

const answers::AnswerKey kKey{test::kShippedQuestion, PhaseId("frame")};

class AnswerPanelTest : public testing::Test {
 protected:
  AnswerEditor* editor(AnswerPanel& panel) { return panel.findChild<AnswerEditor*>(); }
  std::string written() {
    const auto version = m_opened.store->currentAnswer(kKey);
    return version && *version ? (*version)->text : std::string();
  }
  std::string drafted() {
    const auto draft = m_opened.store->draft(kKey);
    return draft && *draft ? (*draft)->text : std::string();
  }

  test::ShippedSession m_opened;
};

TEST_F(AnswerPanelTest, KeepsADraftSoonAfterTheLastKey) {
  DraftKeeper keeper(m_opened.session);
  keeper.begin(kKey, std::nullopt);
  QSignalSpy kept(&keeper, &DraftKeeper::kept);

  keeper.typed(QStringLiteral("half a thou"));

  EXPECT_EQ(drafted(), "");
  ASSERT_TRUE(kept.wait(DraftKeeper::kLatestMillis));
  EXPECT_EQ(drafted(), "half a thou");
  EXPECT_FALSE(keeper.isPending());
}

TEST_F(AnswerPanelTest, KeepsADraftWhileTypingGoesOnWithoutAPause) {
  DraftKeeper keeper(m_opened.session);
  keeper.begin(kKey, std::nullopt);
  QSignalSpy kept(&keeper, &DraftKeeper::kept);
  QElapsedTimer since;
  since.start();

  while (kept.isEmpty() && since.elapsed() < 2 * DraftKeeper::kLatestMillis) {
    keeper.typed(QString::number(since.elapsed()));
    kept.wait(DraftKeeper::kQuietMillis / 4);
  }

  EXPECT_EQ(kept.count(), 1);
  EXPECT_LE(since.elapsed(), DraftKeeper::kLatestMillis + DraftKeeper::kQuietMillis);
}

TEST_F(AnswerPanelTest, CommitsWhatWasTypedWhenAnotherPhaseIsOpened) {
  AnswerPanel panel(m_opened.session);
  panel.open(kKey, {});
  QTest::keyClicks(editor(panel), QStringLiteral("rank by value"));

  panel.open({test::kShippedQuestion, PhaseId("data")}, {});

  EXPECT_EQ(written(), "rank by value");
  EXPECT_EQ(drafted(), "");
  EXPECT_TRUE(editor(panel)->toPlainText().isEmpty());
}

TEST_F(AnswerPanelTest, CommitsNothingWithoutAChange) {
  AnswerPanel panel(m_opened.session);
  panel.open(kKey, {});
  QSignalSpy changed(&m_opened.session, &Session::changed);

  panel.commit();

  EXPECT_EQ(changed.count(), 0);
}

TEST_F(AnswerPanelTest, PutsADraftOfTheSameVersionBack) {
  ASSERT_TRUE(m_opened.desk.keepDraft(kKey, "unfinished", std::nullopt).has_value());
  AnswerPanel panel(m_opened.session);

  panel.open(kKey, {});

  EXPECT_EQ(editor(panel)->toPlainText(), QStringLiteral("unfinished"));
  EXPECT_FALSE(panel.findChild<NoticeBar*>()->isHidden());
}

TEST_F(AnswerPanelTest, OffersADraftOfAnotherVersionWithoutOverwriting) {
  ASSERT_TRUE(m_opened.desk.writeAnswer(kKey, "first").has_value());
  const auto first = m_opened.store->currentAnswer(kKey);
  ASSERT_TRUE(m_opened.desk.writeAnswer(kKey, "second").has_value());
  ASSERT_TRUE(m_opened.desk.keepDraft(kKey, "from the first", (*first)->id).has_value());
  AnswerPanel panel(m_opened.session);

  panel.open(kKey, {});
  panel.commit();

  EXPECT_EQ(editor(panel)->toPlainText(), QStringLiteral("second"));
  EXPECT_EQ(written(), "second");
  EXPECT_EQ(drafted(), "from the first");
  Q_EMIT panel.findChild<NoticeBar*>()->firstChosen();
  EXPECT_EQ(written(), "from the first");
  EXPECT_EQ(m_opened.store->versions(kKey)->size(), 3U);
}

TEST_F(AnswerPanelTest, ShowsTheAnswerAgainAfterUndo) {
  ASSERT_TRUE(m_opened.desk.writeAnswer(kKey, "first").has_value());
  AnswerPanel panel(m_opened.session);
  QObject::connect(&m_opened.session, &Session::changed, &panel, &AnswerPanel::refresh);
  panel.open(kKey, {});
  m_opened.clock.advanceMinutes(1);
  editor(panel)->setPlainText(QStringLiteral("second"));
  panel.commit();
  ASSERT_EQ(written(), "second");

  m_opened.session.undo();

  EXPECT_EQ(editor(panel)->toPlainText(), QStringLiteral("first"));
}

TEST(AnswerPanelOnABadDisk, KeepsTheTextAndSavesItWhenTheDiskIsBack) {
  const test::TemporaryFolder folder;
  test::FaultVfs disk;
  test::ShippedSession opened(folder / "notebook.db", disk.name());
  QSignalSpy failed(&opened.session, &Session::failed);
  AnswerPanel panel(opened.session);
  panel.open(kKey, {});
  auto* editor = panel.findChild<AnswerEditor*>();
  disk.reset();
  disk.failAt(1, test::DiskFault::Full, true);

  QTest::keyClicks(editor, QStringLiteral("rank by value"));
  panel.commit();

  EXPECT_EQ(failed.count(), 1);
  EXPECT_EQ(editor->toPlainText(), QStringLiteral("rank by value"));
  EXPECT_TRUE(panel.findChild<DraftKeeper*>()->isPending());
  disk.reset();
  panel.findChild<DraftKeeper*>()->keepNow();
  const auto draft = opened.store->draft(kKey);
  ASSERT_TRUE(draft && *draft);
  EXPECT_EQ((*draft)->text, "rank by value");
}

TEST_F(AnswerPanelTest, GoesOnWithAList) {
  AnswerPanel panel(m_opened.session);
  panel.open(kKey, {});

  QTest::keyClicks(editor(panel), QStringLiteral("- one"));
  QTest::keyClick(editor(panel), Qt::Key_Return);
  QTest::keyClicks(editor(panel), QStringLiteral("two"));

  EXPECT_EQ(editor(panel)->toPlainText(), QStringLiteral("- one\n- two"));
}

}  // namespace
}  // namespace phaseboard::ui
