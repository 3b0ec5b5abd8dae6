// SPDX-License-Identifier: Apache-2.0
// Every dialog that a menu or a button with "…" opens, on every screen: each control in it has a
// name and a role for a screen reader.
#include <functional>
#include <set>

#include <gmock/gmock.h>

#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTimer>

#include "tests/ui/walks/accessible_tree.h"
#include "tests/ui/walks/walked_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;
using testing::IsEmpty;

class DialogWalk : public testing::Test {
 protected:
  DialogWalk() {
    const answers::AnswerKey key{test::kShippedQuestion, PhaseId("serve")};
    EXPECT_TRUE(m_open.opened.desk.writeAnswer(key, "rank by clicks"));
    EXPECT_TRUE(m_open.opened.desk.writeAnswer(key, "rank by value"));
  }

  /// Does what opens a dialog, and listens to what comes until it has gone.
  void listenTo(const QString& name, const std::function<void()>& open) {
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, [&] { hearOpenDialogs(name); });
    watch.start(0);
    open();
    m_open.settle();
    hearOpenDialogs(name);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

  void hearOpenDialogs(const QString& name) {
    for (QWidget* top : QApplication::topLevelWidgets()) {
      auto* dialog = qobject_cast<QDialog*>(top);
      if (dialog == nullptr || !dialog->isVisible())
        continue;
      // Those of Qt are not ours to name.
      const bool isOfQt = dialog->inherits("QFileDialog") || dialog->inherits("QPrintDialog");
      if (!isOfQt && m_heard.insert(dialog->windowTitle()).second) {
        SCOPED_TRACE(fromQt(name + u": "_s + dialog->windowTitle()));
        const AccessibleTree tree = AccessibleTree::of(*dialog);
        tree.dump("dialog-" + fromQt(dialog->windowTitle().section(u' ', 0, 3)));
        EXPECT_THAT(tree.faults, IsEmpty());
        EXPECT_FALSE(dialog->windowTitle().isEmpty());
      }
      dialog->reject();
    }
  }

  [[nodiscard]] static bool opensADialog(const QString& text) { return text.endsWith(u'…'); }

  void hearAllOfScreen() {
    for (QAction* action : m_open.window.findChildren<QAction*>())
      if (opensADialog(action->text()) && action->isVisible() && action->isEnabled() &&
          m_tried.insert(action->text()).second)
        listenTo(action->text(), [action] { action->trigger(); });
    for (const QPointer<QPushButton> button : m_open.window.findChildren<QPushButton*>())
      if (button && opensADialog(button->text()) && button->isVisible() && button->isEnabled() &&
          m_tried.insert(button->text()).second)
        listenTo(button->text(), [button] { button->click(); });
  }

  WalkedWindow m_open;
  std::set<QString> m_heard;
  std::set<QString> m_tried;
};

TEST_F(DialogWalk, EveryControlOfEveryDialogHasANameAndARole) {
  Place place = WalkedWindow::study();
  place.writing = true;
  m_open.go(place);
  hearAllOfScreen();
  Place part = WalkedWindow::study();
  part.diagram = m_open.window.currentPlace().diagram;
  part.part = m_open.opened.pack->diagram(part.diagram)->parts.front().id;
  m_open.go(part);
  hearAllOfScreen();
  for (const ScreenEntry& entry : screenTable()) {
    m_open.go({.screen = entry.name});
    hearAllOfScreen();
  }
  constexpr std::size_t kFewestDialogs = 12;
  EXPECT_GE(m_heard.size(), kFewestDialogs);
}

}  // namespace
}  // namespace phaseboard::ui
