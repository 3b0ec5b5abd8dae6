// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/import_dialog.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include "app/ports/notebook_lender.h"
#include "tests/support/anki_sample.h"
#include "tests/support/exchange_session.h"
#include "tests/support/result_matchers.h"
#include "tests/support/zip_builder.h"
#include "ui/exchange/long_work.h"
#include "ui/widgets/label.h"

namespace phaseboard::test {
namespace {

using testing::SizeIs;
using ui::ImportDialog;
using ui::Label;

class ImportDialogTest : public testing::Test {
 protected:
  ImportDialogTest() { m_dialog.show(); }

  void openWritten(const char* name, const std::string& bytes) {
    const auto file = m_open.folder.write(name, bytes);
    m_dialog.openFile(QString::fromStdString(file.string()));
  }
  QPushButton* button() { return m_dialog.findChild<QPushButton*>(QStringLiteral("importButton")); }
  QTableWidget* table() {
    return m_dialog.findChild<QTableWidget*>(QStringLiteral("importPrompts"));
  }
  QString problem() {
    const auto* label = m_dialog.findChild<Label*>(QStringLiteral("taskProblem"));
    return label->isVisible() ? label->text() : QString();
  }
  std::size_t ownPrompts() {
    const auto own = m_open.shipped.store->ownPrompts();
    return own ? own->size() : 99;
  }

  ExchangeSession m_open;
  ImportDialog m_dialog{m_open.shipped.session, m_open.door, {kShippedQuestion, PhaseId{"model"}}};
};

TEST_F(ImportDialogTest, ShowsWhatComesAndChangesNothingYet) {
  EXPECT_FALSE(button()->isEnabled());
  openWritten("deck.apkg", zipOf({{"collection.anki2", ankiCollection(kOneCard)}}));

  EXPECT_EQ(table()->rowCount(), 1);
  EXPECT_EQ(table()->item(0, 0)->text(), QStringLiteral("What is AUC?"));
  EXPECT_EQ(table()->item(0, 2)->text(), QStringLiteral("2"));
  EXPECT_TRUE(button()->isEnabled());
  EXPECT_EQ(ownPrompts(), 0U);
}

TEST_F(ImportDialogTest, ImportsAsOneStepThatUndoTakesBack) {
  openWritten("cards.csv", "ask,answer\nQ1,A1\nQ2,A2\n");
  QTest::mouseClick(button(), Qt::LeftButton);

  ASSERT_TRUE(m_dialog.imported().has_value());
  EXPECT_EQ(m_dialog.imported()->created, 2);
  EXPECT_EQ(ownPrompts(), 2U);
  EXPECT_FALSE(m_dialog.isVisible());
  m_open.shipped.session.undo();
  EXPECT_EQ(ownPrompts(), 0U);
}

TEST_F(ImportDialogTest, PromptsGoWhereTheUserSays) {
  openWritten("cards.csv", "ask,answer\nQ1,A1\n");
  auto* phase = m_dialog.findChild<QComboBox*>(QStringLiteral("importPhase"));
  phase->setCurrentIndex(phase->findData(QStringLiteral("serve")));
  QTest::mouseClick(button(), Qt::LeftButton);

  const auto own = m_open.shipped.store->ownPrompts();
  ASSERT_TRUE(own && own->size() == 1);
  EXPECT_EQ(own->front().question, kShippedQuestion);
  EXPECT_EQ(own->front().phase, PhaseId{"serve"});
}

TEST_F(ImportDialogTest, SaysWhyAFileIsRefused) {
  openWritten("deck.apkg", zipOf({{"collection.anki2", ankiCollection(kOneCard)}, {"../x", "y"}}));

  EXPECT_TRUE(problem().contains(QStringLiteral("climbs out")));
  EXPECT_FALSE(button()->isEnabled());
  EXPECT_FALSE(table()->isVisible());
  openWritten("cards.csv", "ask,answer\nQ1,A1\n");
  EXPECT_TRUE(problem().isEmpty());
  EXPECT_TRUE(button()->isEnabled());
}

/// A table of so many rows.
std::string tableOf(int rows) {
  std::string text = "ask,answer\n";
  for (int row = 0; row < rows; ++row)
    text += "What is " + std::to_string(row) + "?,It is this.\n";
  return text;
}

TEST_F(ImportDialogTest, ALargeTableIsBroughtInWhileTheWindowGoesOn) {
  openWritten("cards.csv", tableOf(3'000));
  int beats = 0;
  QTimer beat;
  QObject::connect(&beat, &QTimer::timeout, [&] { ++beats; });
  beat.start(5);

  QTest::mouseClick(button(), Qt::LeftButton);

  ASSERT_TRUE(m_dialog.imported().has_value());
  EXPECT_EQ(m_dialog.imported()->created, 3'000);
  EXPECT_GT(beats, 3) << "the window was alive meanwhile";
  EXPECT_EQ(ownPrompts(), 3'000U);
  m_open.shipped.session.undo();
  EXPECT_EQ(ownPrompts(), 0U);
}

TEST_F(ImportDialogTest, CancelledHalfwayNothingCameIn) {
  openWritten("cards.csv", tableOf(3'000));
  QTimer stop;
  QObject::connect(&stop, &QTimer::timeout, [this] {
    if (auto* work = m_dialog.findChild<ui::LongWork*>())
      work->stop();
  });
  stop.start(0);

  QTest::mouseClick(button(), Qt::LeftButton);

  EXPECT_FALSE(m_dialog.imported().has_value());
  EXPECT_TRUE(m_dialog.isVisible());
  EXPECT_TRUE(problem().isEmpty());
  EXPECT_EQ(ownPrompts(), 0U);
  ASSERT_THAT(m_open.shipped.desk.markFavourite("x", true), IsOk()) << "the notebook is back";
}

TEST_F(ImportDialogTest, WhileItIsBroughtInNothingElseChangesTheNotebook) {
  openWritten("cards.csv", tableOf(3'000));
  QSignalSpy failed(&m_open.shipped.session, &ui::Session::failed);
  std::optional<bool> wrote;
  QTimer draft;
  draft.setSingleShot(true);
  QObject::connect(&draft, &QTimer::timeout, [&] {
    wrote = m_open.shipped.session.perform(
        [](ops::Desk& desk) { return desk.markFavourite("y", true); });
  });
  draft.start(0);

  QTest::mouseClick(button(), Qt::LeftButton);

  ASSERT_TRUE(wrote.has_value());
  EXPECT_FALSE(*wrote);
  ASSERT_EQ(failed.count(), 1);
  EXPECT_TRUE(ports::isLentAway(failed.front().front().value<Error>()))
      << "the window says nothing";
  EXPECT_EQ(ownPrompts(), 3'000U);
}

TEST_F(ImportDialogTest, WhatIsThereAlreadyNeedsNoImport) {
  openWritten("cards.csv", "ask,answer\nQ1,A1\n");
  QTest::mouseClick(button(), Qt::LeftButton);
  ImportDialog again(m_open.shipped.session, m_open.door, {kShippedQuestion, PhaseId{"model"}});
  again.openFile(QString::fromStdString((m_open.folder / "cards.csv").string()));

  EXPECT_FALSE(again.findChild<QPushButton*>(QStringLiteral("importButton"))->isEnabled());
}

}  // namespace
}  // namespace phaseboard::test
