// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/buttons.h"

#include <gtest/gtest.h>

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace phaseboard::ui {
namespace {

/// A dialog as most are: a field, a button that leaves it, and the main one.
class Buttons : public ::testing::Test {
 protected:
  Buttons() {
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(&field);
    for (QPushButton* button : {cancel, go})
      column->addWidget(button);
    go->setDefault(true);
    QObject::connect(cancel, &QPushButton::clicked, [this] { ++cancelled; });
    QObject::connect(go, &QPushButton::clicked, [this] { ++gone; });
    dialog.show();
    dialog.activateWindow();
  }

  QDialog dialog;
  QLineEdit field;
  QPushButton* cancel = makeButton(QStringLiteral("Cancel"), ButtonKind::Plain, &dialog);
  QPushButton* go = makeButton(QStringLiteral("Go"), ButtonKind::Primary, &dialog);
  int cancelled = 0;
  int gone = 0;
};

TEST_F(Buttons, EnterPressesTheOneWithTheFocusNotTheDefaultOne) {
  cancel->setFocus();
  for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
    QTest::keyClick(cancel, key);

  EXPECT_EQ(cancelled, 3);
  EXPECT_EQ(gone, 0);
}

TEST_F(Buttons, EnterInAFieldPressesTheDefaultOne) {
  field.setFocus();
  QTest::keyClick(&field, Qt::Key_Return);

  EXPECT_EQ(gone, 1);
  EXPECT_EQ(cancelled, 0);
}

TEST_F(Buttons, EnterDoesNotPressWhatIsDisabled) {
  cancel->setFocus();
  cancel->setEnabled(false);
  QTest::keyClick(cancel, Qt::Key_Return);

  EXPECT_EQ(cancelled, 0);
}

}  // namespace
}  // namespace phaseboard::ui
