// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/page_command.h"

#include <QAction>
#include <QWidget>

namespace phaseboard::ui {

QAction* addPageCommand(QWidget* page, const QString& text, const QKeySequence& key) {
  auto* command = new QAction(text, page);
  command->setShortcut(key);
  command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  page->addAction(command);
  return command;
}

}  // namespace phaseboard::ui
