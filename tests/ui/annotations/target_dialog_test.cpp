// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/target_dialog.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTimer>

namespace phaseboard::ui {
namespace {

using annotations::TargetText;

const std::vector<TargetText>& threeParts() {
  static const std::vector<TargetText> kParts = [] {
    std::vector<TargetText> parts(3);
    int number = 0;
    for (TargetText& part : parts)
      part.title = part.text = "part " + std::to_string(++number);
    return parts;
  }();
  return kParts;
}

/// What is chosen when these keys are typed where the dialog takes words.
std::string chosenBy(const std::vector<Qt::Key>& keys) {
  QTimer::singleShot(0, [&keys] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr);
    for (const Qt::Key key : keys)
      QTest::keyClick(dialog->findChild<QLineEdit*>(), key);
    QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
  });
  const auto chosen = chooseTarget(threeParts(), QStringLiteral("Where?"), nullptr);
  return chosen ? chosen->title : "nothing";
}

TEST(TargetDialog, ArrowsMoveTheChoiceWhileWordsAreTyped) {
  EXPECT_EQ(chosenBy({}), "part 1");
  EXPECT_EQ(chosenBy({Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}), "part 2");
}

TEST(TargetDialog, ArrowsStopAtTheEndsOfTheList) {
  EXPECT_EQ(chosenBy({Qt::Key_Up}), "part 1");
  EXPECT_EQ(chosenBy({Qt::Key_Down, Qt::Key_Down, Qt::Key_Down}), "part 3");
}

}  // namespace
}  // namespace phaseboard::ui
