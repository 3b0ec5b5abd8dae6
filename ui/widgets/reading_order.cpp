// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/reading_order.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QSplitter>

namespace phaseboard::ui {
namespace {

void collectLaidOut(const QLayout& layout, QList<QWidget*>& widgets) {
  for (int at = 0; at < layout.count(); ++at) {
    QLayoutItem* item = layout.itemAt(at);
    if (QWidget* widget = item->widget())
      widgets.push_back(widget);
    else if (const QLayout* inner = item->layout())
      collectLaidOut(*inner, widgets);
  }
}

QList<QWidget*> laidOutOn(const QWidget& page) {
  QList<QWidget*> widgets;
  if (const auto* splitter = qobject_cast<const QSplitter*>(&page))
    for (int at = 0; at < splitter->count(); ++at)
      widgets.push_back(splitter->widget(at));
  else if (page.layout() != nullptr)
    collectLaidOut(*page.layout(), widgets);
  return widgets;
}

class DialogWatch : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    auto* dialog = event->type() == QEvent::Show ? qobject_cast<QDialog*>(watched) : nullptr;
    if (dialog != nullptr && !dialog->inherits("QFileDialog") && !dialog->inherits("QPrintDialog"))
      readAsLaidOut(dialog);
    return false;
  }
};

}  // namespace

void readAsLaidOut(QWidget* page) {
  const QList<QWidget*> laidOut = laidOutOn(*page);
  const QList<QWidget*> all = page->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
  // What is raised goes to the end; what lies over the others stays above them.
  if (!laidOut.isEmpty()) {
    for (QWidget* widget : laidOut)
      widget->raise();
    for (QWidget* widget : all)
      if (!widget->isWindow() && !laidOut.contains(widget))
        widget->raise();
  }
  for (QWidget* widget : all)
    if (!widget->isWindow())
      readAsLaidOut(widget);
}

void readDialogsAsLaidOut(QApplication& application) {
  application.installEventFilter(new DialogWatch(&application));
}

}  // namespace phaseboard::ui
