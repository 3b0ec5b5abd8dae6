// SPDX-License-Identifier: Apache-2.0
#include "ui/foreign/foreign_dialog.h"

#include <algorithm>
#include <ctime>

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

#include "tests/support/places.h"
#include "ui/foreign/foreign_view.h"

namespace phaseboard::ui {
namespace {

using testing::HasSubstr;

constexpr int kPatience = 60'000;

foreign::HelperProgram cliAsHelper() {
  return {QStringLiteral(PHASEBOARD_CLI), {QLatin1String(foreign::kHelperOption)}};
}

QString sampleFile(const char* name) {
  return QString::fromStdString((test::inSources("tests/data/foreign-svg") / name).string());
}

std::string wordsOf(const QWidget& dialog, const char* name) {
  return dialog.findChild<QLabel*>(QLatin1String(name))->text().toStdString();
}

TEST(ForeignDialog, ListsThePartsOfADrawingAndNamesWhatItDoesNotShow) {
  ForeignDialog dialog(sampleFile("inkscape.svg"), cliAsHelper());
  QSignalSpy spy(&dialog, &ForeignDialog::shown);
  dialog.show();

  ASSERT_TRUE(spy.wait(kPatience));

  const auto* parts = dialog.findChild<QListWidget*>(QStringLiteral("parts"));
  ASSERT_EQ(parts->count(), 3);
  EXPECT_EQ(parts->item(0)->text(), QLatin1String("Retrieval"));
  EXPECT_THAT(wordsOf(dialog, "unsupported"), HasSubstr("typeface DejaVu Sans"));
  EXPECT_THAT(wordsOf(dialog, "description"), HasSubstr("thousand candidates"));
}

TEST(ForeignDialog, KeepsALongListOfFeaturesInItsPlace) {
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("odd.svg")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'><style>");
  for (int i = 0; i < 90; ++i)
    file.write(QByteArrayLiteral("g + a:nth-child(") + QByteArray::number(i) + "){fill:red}\n");
  file.write("</style><rect id='a' width='99' height='99'><title>A</title></rect></svg>");
  file.close();
  ForeignDialog dialog(file.fileName(), cliAsHelper());
  QSignalSpy spy(&dialog, &ForeignDialog::shown);
  dialog.show();
  const int height = dialog.height();
  ASSERT_TRUE(spy.wait(kPatience));
  QCoreApplication::processEvents();

  EXPECT_THAT(wordsOf(dialog, "unsupported"), HasSubstr("and 66 more"));
  const auto* words = dialog.findChild<QLabel*>(QStringLiteral("unsupported"));
  EXPECT_LT(words->parentWidget()->height(), words->height());
  EXPECT_EQ(dialog.height(), height);
  EXPECT_GT(dialog.findChild<QListWidget*>(QStringLiteral("parts"))->height(), 100);
}

TEST(ForeignDialog, ChoosesThePartThatIsClicked) {
  ForeignDialog dialog(sampleFile("drawio.svg"), cliAsHelper());
  QSignalSpy spy(&dialog, &ForeignDialog::shown);
  dialog.show();
  ASSERT_TRUE(spy.wait(kPatience));
  auto* view = dialog.findChild<ForeignView*>();
  auto* parts = dialog.findChild<QListWidget*>(QStringLiteral("parts"));

  int found = -1;
  for (int x = 0; x < view->width() && found < 0; x += 4) {
    if (const auto part = view->partAt(QPointF(x, view->height() / 2.0)); part && *part == 1)
      found = x;
  }

  ASSERT_GE(found, 0);
  Q_EMIT view->partChosen(1);
  EXPECT_EQ(parts->currentRow(), 1);
  EXPECT_THAT(wordsOf(dialog, "description"), HasSubstr("every night"));
}

TEST(ForeignDialog, SaysWhyAFileIsRefused) {
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("bad.svg")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(
      "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image width='9' "
      "height='9' href='/etc/passwd'/></svg>");
  file.close();
  ForeignDialog dialog(file.fileName(), cliAsHelper());
  QSignalSpy spy(&dialog, &ForeignDialog::shown);
  dialog.show();

  ASSERT_TRUE(spy.wait(kPatience));

  EXPECT_THAT(wordsOf(dialog, "state"), HasSubstr("cannot be opened"));
  EXPECT_THAT(wordsOf(dialog, "reason"), HasSubstr("/etc/passwd"));
}

/// Milliseconds of the processor that this thread has had; other programs do not count.
double ownMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

TEST(ForeignDialog, LeavesTheWindowFreeWhileItReads) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer slows the helper beyond its two seconds";
#endif
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("large.svg")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'>");
  for (int i = 0; i < 5'000; ++i)
    file.write("<circle cx='450' cy='450' r='3'/><path d='M0 0L9 9'/>");
  file.write("</svg>");
  file.close();
  double longest = 0;
  double last = ownMilliseconds();
  QTimer pulse;
  QObject::connect(&pulse, &QTimer::timeout, [&] {
    longest = std::max(longest, ownMilliseconds() - last);
    last = ownMilliseconds();
  });

  pulse.start(1);
  ForeignDialog dialog(file.fileName(), cliAsHelper());
  QSignalSpy spy(&dialog, &ForeignDialog::shown);
  dialog.show();
  ASSERT_TRUE(spy.wait(kPatience));
  QSignalSpy beats(&pulse, &QTimer::timeout);
  ASSERT_TRUE(beats.wait(kPatience));  // the figure is painted before the next one

  EXPECT_THAT(wordsOf(dialog, "state"), HasSubstr("Reading"));  // not refused
  EXPECT_LT(longest, 100);
}

}  // namespace
}  // namespace phaseboard::ui
