// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/mock_export.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QFileInfo>

#include "tests/support/result_matchers.h"
#include "tests/ui/mock/mock_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

/// An attempt with something of everything.
ops::MockReport lived(MockWindow& open) {
  open.start(kHighLevelForm, kGuidingStyle);
  open.ask(u"Zyx | quibble?"_s);
  open.write("mockAnswer", u"A cache # of scores"_s);
  open.drawPart(u"User"_s);
  open.drawPart(u"Ranking model"_s);
  open.work(90);
  open.rehearsal().showFollowUp();
  open.click("finishMock");
  return open.report(open.mocks().front().id);
}

TEST(MockExport, WritesEverythingAsMarkdown) {
  const test::TemporaryFolder folder;
  MockWindow open;
  const ops::MockReport report = lived(open);
  const QString path = toQt((folder / "debrief.md").string());

  ASSERT_THAT(exportMock(report, open.opened.session, path), test::IsOk());

  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const std::string text = file.readAll().toStdString();
  EXPECT_THAT(text, HasSubstr("# " + report.title + "\n"));
  EXPECT_THAT(text, HasSubstr("| **High-level design** | 1:30 | 5:00 |"));
  EXPECT_THAT(text, HasSubstr("Zyx | quibble?"));
  EXPECT_THAT(text, HasSubstr("A cache # of scores"));
  EXPECT_THAT(text, HasSubstr("## Follow-up"));
  EXPECT_THAT(text, HasSubstr("3:30 were left."));
  EXPECT_THAT(text, HasSubstr("**What was expected**\n\n- [ ] "));
  EXPECT_THAT(text, HasSubstr("Missing: "));
}

TEST(MockExport, WritesAPdfWithTheBoard) {
  const test::TemporaryFolder folder;
  MockWindow open;
  const ops::MockReport report = lived(open);
  const QString path = toQt((folder / "debrief.pdf").string());
  const QString bare = toQt((folder / "bare.pdf").string());
  ops::MockReport without = report;
  without.board.reset();

  ASSERT_THAT(exportMock(report, open.opened.session, path), test::IsOk());
  ASSERT_THAT(exportMock(without, open.opened.session, bare), test::IsOk());

  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_TRUE(file.read(5) == "%PDF-");
  EXPECT_GT(file.size(), QFileInfo(bare).size());
}

TEST(MockExport, RefusesWhatItCannotWriteAndLeavesNothing) {
  const test::TemporaryFolder folder;
  MockWindow open;
  const ops::MockReport report = lived(open);

  EXPECT_THAT(exportMock(report, open.opened.session, toQt((folder / "debrief.doc").string())),
              test::FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(
      exportMock(report, open.opened.session, toQt((folder / "none" / "debrief.pdf").string())),
      test::FailsWith(ErrorKind::ReadOnly));
  EXPECT_FALSE(std::filesystem::exists(folder / "debrief.doc"));
}

}  // namespace
}  // namespace phaseboard::ui
