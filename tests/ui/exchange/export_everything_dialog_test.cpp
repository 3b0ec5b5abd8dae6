// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/export_everything_dialog.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/exchange_session.h"
#include "tests/support/result_matchers.h"
#include "ui/bridge/image_codec.h"
#include "ui/exchange/long_work.h"
#include "ui/widgets/label.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;
using ui::ExportEverythingDialog;
using ui::ExportKind;

class ExportEverythingDialogTest : public testing::Test {
 protected:
  ExportEverythingDialogTest() { m_dialog.show(); }

  void choose(ExportKind kind) {
    m_dialog.findChild<QComboBox*>(QStringLiteral("exportKind"))
        ->setCurrentIndex(static_cast<int>(kind));
  }
  std::string path() {
    return m_dialog.findChild<QLineEdit*>(QStringLiteral("exportEverythingPath"))
        ->text()
        .toStdString();
  }
  void write() {
    QTest::mouseClick(m_dialog.findChild<QPushButton*>(QStringLiteral("exportEverythingButton")),
                      Qt::LeftButton);
  }

  ExchangeSession m_open;
  ExportEverythingDialog m_dialog{m_open.shipped.session, m_open.door, kShippedQuestion,
                                  QString::fromStdString(m_open.folder.path().string())};
};

TEST_F(ExportEverythingDialogTest, WritesMarkdownOfOneQuestionWithTheOwnAnswer) {
  ASSERT_THAT(m_open.shipped.desk.writeAnswer({kShippedQuestion, PhaseId{"model"}}, "My words."),
              IsOk());
  write();

  EXPECT_EQ(m_dialog.written().toStdString(), path());
  const fs::path folder = path();
  const std::string text = contentsOf(folder / (kShippedQuestion.value() + ".md"));
  EXPECT_THAT(text, HasSubstr("My words."));
  EXPECT_FALSE(fs::is_empty(folder / "figures" / kShippedQuestion.value()));
}

TEST_F(ExportEverythingDialogTest, WritesThePicturesOfAnswers) {
  const answers::AnswerKey key{kShippedQuestion, PhaseId{"model"}};
  QImage red(40, 20, QImage::Format_RGB32);
  red.fill(Qt::red);
  const ui::TakenImage taken = ui::takeImage(red);
  const auto added = m_open.shipped.session.runOnImages(
      [&](ops::ImageOperations& images) { return images.addImage(key, *taken.image); });
  ASSERT_TRUE(added.has_value());
  ASSERT_THAT(m_open.shipped.desk.writeAnswer(
                  key, "![Sketch](notebook:image/" + added->image.value() + ")"),
              IsOk());
  write();

  const std::string picture = "pictures/" + added->image.value() + ".png";
  EXPECT_THAT(contentsOf(fs::path(path()) / (kShippedQuestion.value() + ".md")),
              HasSubstr("![Sketch](" + picture + ")"));
  EXPECT_EQ(contentsOf(fs::path(path()) / picture), taken.image->bytes);
  choose(ExportKind::StudySheet);
  m_dialog.show();
  write();
  EXPECT_THAT(contentsOf(path()), HasSubstr("/Subtype /Image"));
}

TEST_F(ExportEverythingDialogTest, WritesEachKindUnderItsSuggestedName) {
  for (const auto& [kind, begin] :
       {std::pair{ExportKind::StudySheet, "%PDF-"}, std::pair{ExportKind::Json, "{"}}) {
    choose(kind);
    m_dialog.show();
    write();
    EXPECT_THAT(contentsOf(path()), StartsWith(begin));
  }
}

TEST_F(ExportEverythingDialogTest, SaysWhatIsWrongAndStaysOpen) {
  fs::create_directories(path());
  write();

  EXPECT_TRUE(m_dialog.isVisible());
  EXPECT_TRUE(m_dialog.written().isEmpty());
  EXPECT_TRUE(m_dialog.findChild<ui::Label*>(QStringLiteral("taskProblem"))->isVisible());
}

TEST_F(ExportEverythingDialogTest, CancelledNothingIsLeft) {
  choose(ExportKind::Anki);
  QTimer stop;
  QObject::connect(&stop, &QTimer::timeout, [this] {
    if (auto* work = m_dialog.findChild<ui::LongWork*>())
      work->stop();
  });
  stop.start(0);
  write();

  EXPECT_TRUE(m_dialog.isVisible());
  EXPECT_FALSE(fs::exists(path()));
}

TEST(LongWork, HandsBackWhatTheWorkFoundAndSurvivesItsExceptions) {
  const auto found = ui::runLong(QStringLiteral("Working…"), nullptr,
                                 [](const exchange::Progress& progress) -> Result<int> {
                                   for (int at = 0; at < 100; ++at)
                                     if (!progress(at, 100))
                                       return exchange::stopped();
                                   return 7;
                                 });
  ASSERT_THAT(found, IsOk());
  EXPECT_EQ(*found, 7);
  const auto thrown =
      ui::runLong(QStringLiteral("Working…"), nullptr,
                  [](const exchange::Progress&) -> Result<int> { throw std::runtime_error("x"); });
  EXPECT_THAT(thrown, FailsWith(ErrorKind::Internal));
}

}  // namespace
}  // namespace phaseboard::test
