// SPDX-License-Identifier: Apache-2.0
// The program itself, started where it cannot open a window of its own.
#include <gmock/gmock.h>

#include <QProcess>

#include "db/notebook/notebook_lock.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

struct Ended {
  int status = -1;
  std::string words;
};

Ended runProgram(const QStringList& arguments, const QProcessEnvironment& environment) {
  QProcess program;
  program.setProcessEnvironment(environment);
  program.start(QStringLiteral(PHASEBOARD_PROGRAM), arguments);
  EXPECT_TRUE(program.waitForFinished(60'000));
  return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
          program.readAllStandardError().toStdString()};
}

QProcessEnvironment offscreen() {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
  return environment;
}

TEST(SecondWindow, IsRefusedWithALineWhereThereIsNoDisplay) {
  const test::TemporaryFolder folder;
  const auto file = folder / "notebook.db";
  const auto lock = db::NotebookLock::acquire(file);
  ASSERT_THAT(lock, test::IsOk());

  const Ended ended = runProgram({u"--notebook"_s, toQt(file.string())}, offscreen());

  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.words, testing::HasSubstr(file.string() + " is already open"));
}

TEST(SecondWindow, OfPacksWithTheSameQuestionNamesBothFiles) {
  const test::TemporaryFolder folder;
  const QString pack = toQt(test::inBuild("resources/mlsd.pack").string());

  const Ended ended = runProgram({u"--notebook"_s, toQt((folder / "notebook.db").string()),
                                  u"--pack"_s, pack, u"--pack"_s, pack},
                                 offscreen());

  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.words, testing::HasSubstr(fromQt(pack) + " and in " + fromQt(pack)));
}

TEST(SecondWindow, NeedsADisplayAndSaysSo) {
  QProcessEnvironment environment = offscreen();
  for (const QString& name : {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
    environment.remove(name);

  const Ended ended = runProgram({}, environment);

  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.words, testing::HasSubstr("no display"));
}

}  // namespace
}  // namespace phaseboard::ui
