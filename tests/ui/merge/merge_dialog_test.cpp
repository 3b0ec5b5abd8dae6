// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_dialog.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "app/answers/history.h"
#include "tests/support/heart_beat.h"
#include "tests/support/merge_session.h"
#include "tests/support/notebook_builder.h"
#include "ui/exchange/long_work.h"
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
  EXPECT_EQ(m_open.backups, 2) << "of before and after";
  EXPECT_FALSE(m_dialog.isVisible());
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 1);
  session().undo();
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 0);
  EXPECT_FALSE((*m_open.shipped.store->currentAnswer(kShippedModel)).has_value());
}

/// Another notebook, of which comparing and merging take a while.
std::filesystem::path largeNotebook(const MergeSession& open, int reviews) {
  const std::filesystem::path file = open.folder / "large.db";
  NotebookSize size;
  size.number = 1;
  size.reviews = reviews;
  size.prompts = reviews / 5;
  EXPECT_TRUE(buildNotebook(file, size).has_value());
  return file;
}

TEST_F(MergeDialogTest, LetsTheWindowLiveWhileALargeNotebookComes) {
  const auto file = QString::fromStdString(largeNotebook(m_open, 4'000).string());
  test::HeartBeat heart;
  const double begin = test::HeartBeat::busyMillisOfAllThreads();

  m_dialog.openFile(file);
  QTest::mouseClick(button(), Qt::LeftButton);

  heart.beat();
  const double computed = test::HeartBeat::busyMillisOfAllThreads() - begin;
  // Comparing and merging take about half each; on the thread of the window one of them is one
  // stand. Counted in time computed, which does not depend on what else the machine does.
  EXPECT_LT(3 * heart.longestBusy(), computed);
  ASSERT_TRUE(m_dialog.merged().has_value());
  EXPECT_EQ(m_dialog.merged()->events, 4'000);
}

TEST_F(MergeDialogTest, IsStoppedInTheMiddleAndNothingHasCome) {
  m_dialog.openFile(QString::fromStdString(largeNotebook(m_open, 4'000).string()));
  QTimer impatient;
  QObject::connect(&impatient, &QTimer::timeout, [] {
    if (auto* work = qobject_cast<ui::LongWork*>(QApplication::activeModalWidget()))
      work->findChild<QPushButton*>(u"stopWork"_s)->click();
  });
  impatient.start(1);

  QTest::mouseClick(button(), Qt::LeftButton);

  EXPECT_FALSE(m_dialog.merged().has_value());
  EXPECT_TRUE(m_dialog.isVisible());
  EXPECT_TRUE(shown(u"mergeProblem"_s).isEmpty());
  EXPECT_EQ(m_open.shipped.store->stats()->reviews, 0);
  EXPECT_TRUE(m_open.shipped.desk.markFavourite("x", true).has_value()) << "the notebook is back";
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
