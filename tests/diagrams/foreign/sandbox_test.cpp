// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "diagrams/foreign/helper_protocol.h"
#include "tests/diagrams/foreign/foreign_samples.h"
#include "tests/diagrams/foreign/hostile_files.h"

namespace phaseboard::foreign {
namespace {

struct HelperRun {
  QProcess::ExitStatus status = QProcess::CrashExit;
  int code = -1;
  QByteArray out;
};

/// Runs the helper with bytes of our choice, past the check that stands before it.
HelperRun feed(const QByteArray& svg, const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  process.write(packRequest({QSize(1000, 1000), 0, svg}));
  process.closeWriteChannel();
  process.waitForFinished(30'000);
  return {process.exitStatus(), process.exitCode(), process.readAllStandardOutput()};
}

HelperRun feed(const std::string& svg) {
  return feed(QByteArray::fromStdString(svg), testHelper().program, testHelper().arguments);
}

TEST(Sandbox, StopsWhatTakesLongerThanTwoSeconds) {
  QElapsedTimer timer;
  timer.start();

  const HelperRun run = feed(manyTinyDashes());

  EXPECT_TRUE(run.status == QProcess::CrashExit || run.code != 0);
  EXPECT_TRUE(run.out.isEmpty());
  EXPECT_LT(timer.elapsed(), 20'000);  // wall clock, on a busy machine
}

TEST(Sandbox, EndsWithoutAnAnswerWhenItIsToldNothing) {
  QProcess process;
  process.start(testHelper().program, testHelper().arguments);
  process.closeWriteChannel();
  process.waitForFinished(30'000);

  EXPECT_NE(process.exitCode(), 0);
  EXPECT_TRUE(process.readAllStandardOutput().isEmpty());
}

TEST(Sandbox, OpensNoFileAndNoSocketOnceItReads) {
  const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
  if (strace.isEmpty())
    GTEST_SKIP() << "strace is not installed";
  const QTemporaryDir folder;
  const QString log = folder.filePath(QStringLiteral("calls"));
  const std::string wants = inSvg(
      "<image width='50' height='50' xlink:href='/etc/passwd'/><image width='50' height='50' "
      "xlink:href='file:///etc/hostname'/><text y='50' font-family='Serif'>text</text>");

  const HelperRun run = feed(
      QByteArray::fromStdString(wants), strace,
      QStringList{QStringLiteral("-f"), QStringLiteral("-e"),
                  QStringLiteral("trace=seccomp,open,openat,openat2,creat,socket,connect,execve"),
                  QStringLiteral("-o"), log, testHelper().program} +
          testHelper().arguments);

  if (run.code != 0 && run.out.isEmpty() && !QFile::exists(log))
    GTEST_SKIP() << "strace may not trace here";
  QFile file(log);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QString calls = QString::fromUtf8(file.readAll());
  if (!calls.contains(QLatin1String("execve(")))
    GTEST_SKIP() << "strace may not trace here";
  const qsizetype closed = calls.indexOf(QLatin1String("seccomp(SECCOMP_SET_MODE_FILTER"));
  ASSERT_GE(closed, 0) << calls.toStdString();
  const QStringList after = calls.mid(closed).split(u'\n', Qt::SkipEmptyParts).mid(1);
  for (const QString& call : after) {
    static const QRegularExpression kSucceeded(QStringLiteral(R"(\) += \d)"));
    EXPECT_FALSE(call.contains(kSucceeded)) << call.toStdString();
  }
  // It did try, or the test would show nothing.
  EXPECT_THAT(calls.mid(closed).toStdString(), testing::HasSubstr("/etc/passwd"));
}

}  // namespace
}  // namespace phaseboard::foreign
