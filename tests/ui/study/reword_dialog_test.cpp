// SPDX-License-Identifier: Apache-2.0
#include "ui/study/reword_dialog.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QTimer>

#include "tests/ui/study/writing_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

TEST(RewordDialog, IsWrittenInAtOnceAndSavedByCtrlEnter) {
  const test::TemporaryFolder folder;
  WritingWindow program(folder);
  const auto [part, title] = program.someNode();
  const std::string target =
      content::partTarget(program.window.currentPlace().diagram, part).value();
  QTimer::singleShot(0, &program.window, [] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    QApplication::setActiveWindow(dialog);
    auto* field = qobject_cast<QPlainTextEdit*>(dialog->focusWidget());
    ASSERT_NE(field, nullptr);
    QTest::keyClicks(field, u" Mine."_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    if (dialog->isVisible())
      dialog->reject();
  });

  rewordTarget(program.opened.session, target, &program.window);

  const ports::Override* mine = program.opened.session.wordings().find(target, "explanation");
  ASSERT_NE(mine, nullptr);
  EXPECT_TRUE(mine->text.ends_with(" Mine."));
}

}  // namespace
}  // namespace phaseboard::ui
