// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_dialog.h"

#include <gmock/gmock.h>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "app/answers/history.h"
#include "tests/support/merge_session.h"
#include "ui/study/answer_panel.h"
#include "ui/study/conflict_dialog.h"
#include "ui/study/notice_bar.h"
#include "ui/widgets/label.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;
using testing::SizeIs;
using ui::Label;
using ui::MergeDialog;

const answers::AnswerKey kShippedModel{kShippedQuestion, PhaseId{"model"}};

class MergeDialogTest : public testing::Test {
 protected:
  MergeDialogTest() { m_dialog.show(); }

  QPushButton* button() { return m_dialog.findChild<QPushButton*>(u"mergeButton"_s); }
  QString shown(const QString& name) {
    const auto* label = m_dialog.findChild<Label*>(name);
    return label->isVisible() ? label->text() : QString();
  }
  ui::Session& session() { return m_open.shipped.session; }
  void mergeOther(const std::string& text) {
    m_dialog.openFile(QString::fromStdString(m_open.writeOther(text).string()));
    QTest::mouseClick(button(), Qt::LeftButton);
  }

  MergeSession m_open;
  MergeDialog m_dialog{m_open.shipped.session, m_open.door};
};

TEST_F(MergeDialogTest, ShowsWhatWouldComeAndChangesNothingYet) {
  EXPECT_FALSE(button()->isEnabled());

  m_dialog.openFile(QString::fromStdString(m_open.writeOther("elsewhere").string()));

  EXPECT_TRUE(shown(u"mergeSays"_s).contains(u"1 review"_s)) << shown(u"mergeSays"_s).toStdString();
  EXPECT_TRUE(shown(u"mergeConflicts"_s).isEmpty());
  EXPECT_TRUE(button()->isEnabled());
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 0);
}

TEST_F(MergeDialogTest, MergesAfterABackupAsOneStepThatUndoTakesBack) {
  mergeOther("elsewhere");

  ASSERT_TRUE(m_dialog.merged().has_value());
  EXPECT_EQ(m_open.backups, 1);
  EXPECT_FALSE(m_dialog.isVisible());
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 1);
  session().undo();
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 0);
  EXPECT_FALSE((*m_open.shipped.store->currentAnswer(kShippedModel)).has_value());
}

TEST_F(MergeDialogTest, SaysWhyAFileIsRefused) {
  const auto noise = m_open.folder.write("noise.db", std::string(5'000, 'x'));

  m_dialog.openFile(QString::fromStdString(noise.string()));
  EXPECT_FALSE(shown(u"mergeProblem"_s).isEmpty());
  EXPECT_FALSE(button()->isEnabled());
  m_dialog.openFile(QString::fromStdString(m_open.shipped.store->path().string()));
  EXPECT_FALSE(shown(u"mergeProblem"_s).isEmpty()) << "the notebook itself";
}

TEST_F(MergeDialogTest, TellsOfAnswersThatWereWrittenOnBothSides) {
  session().run([](ops::Desk& desk) { return desk.writeAnswer(kShippedModel, "here"); }).value();

  m_dialog.openFile(QString::fromStdString(m_open.writeOther("elsewhere").string()));

  EXPECT_TRUE(shown(u"mergeConflicts"_s).startsWith(u"1 answer"_s));
}

TEST_F(MergeDialogTest, AnAnswerWrittenOnBothSidesIsShownAsSuchAndSettled) {
  session().run([](ops::Desk& desk) { return desk.writeAnswer(kShippedModel, "here"); }).value();
  mergeOther("elsewhere");
  ui::AnswerPanel panel(session());
  panel.open(kShippedModel, {});
  panel.show();
  EXPECT_TRUE(panel.findChild<ui::NoticeBar*>()->isVisible());
  const auto ends = answers::openEnds(*m_open.shipped.store->versions(kShippedModel));
  ASSERT_THAT(ends, SizeIs(2));

  ui::ConflictDialog conflict(session(), ends);
  conflict.takeLeft();
  EXPECT_EQ(conflict.text(), ends.front().text);
  conflict.takeBoth();
  EXPECT_THAT(conflict.text(),
              testing::AllOf(testing::HasSubstr("here"), testing::HasSubstr("elsewhere")));
  session()
      .run([&](ops::Desk& desk) { return desk.settleAnswer(kShippedModel, conflict.text()); })
      .value();

  EXPECT_THAT(answers::openEnds(*m_open.shipped.store->versions(kShippedModel)), SizeIs(1));
}

}  // namespace
}  // namespace phaseboard::test
