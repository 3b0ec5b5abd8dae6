// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/busy_dialog.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

class BusyDialogTest : public testing::Test {
 protected:
  BusyDialogTest() { m_dialog.show(); }

  QPushButton* button(const QString& name) { return m_dialog.findChild<QPushButton*>(name); }

  int m_asked = 0;
  bool m_answers = true;
  BusyDialog m_dialog{u"/home/me/notebook.db"_s, u"process 4711 on desk"_s, [this] {
                        ++m_asked;
                        return m_answers;
                      }};
};

TEST_F(BusyDialogTest, NamesTheNotebookAndWhoHasIt) {
  QString words;
  for (const QLabel* label : m_dialog.findChildren<QLabel*>())
    words += label->text();

  EXPECT_TRUE(words.contains(u"/home/me/notebook.db"_s));
  EXPECT_TRUE(words.contains(u"process 4711 on desk"_s));
}

TEST_F(BusyDialogTest, BringsTheOtherWindowToTheFrontOnEnter) {
  QTest::keyClick(&m_dialog, Qt::Key_Return);

  EXPECT_EQ(m_asked, 1);
  EXPECT_EQ(m_dialog.result(), QDialog::Accepted);
  EXPECT_FALSE(m_dialog.isVisible());
}

TEST_F(BusyDialogTest, StaysAndSaysSoWhenTheOtherWindowDoesNotAnswer) {
  m_answers = false;

  button(u"bringToFront"_s)->click();

  EXPECT_TRUE(m_dialog.isVisible());
  EXPECT_TRUE(m_dialog.findChild<QLabel*>(u"trouble"_s)->isVisible());
}

TEST_F(BusyDialogTest, QuitsWithoutDisturbingTheOtherWindow) {
  button(u"quit"_s)->click();

  EXPECT_EQ(m_asked, 0);
  EXPECT_EQ(m_dialog.result(), QDialog::Rejected);
}

}  // namespace
}  // namespace phaseboard::ui
