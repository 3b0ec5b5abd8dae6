// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/accessible_item.h"

#include <QWidget>

namespace phaseboard::ui {

QAccessibleInterface* AccessibleItem::parent() const {
  return QAccessible::queryAccessibleInterface(m_canvas);
}

QString AccessibleItem::text(QAccessible::Text kind) const {
  if (!isValid())
    return {};
  if (kind == QAccessible::Name)
    return name();
  return kind == QAccessible::Description ? description() : QString();
}

QRect AccessibleItem::rect() const {
  if (!isValid())
    return {};
  const QRect here = box().toAlignedRect();
  return {m_canvas->mapToGlobal(here.topLeft()), here.size()};
}

QAccessible::Role AccessibleItem::role() const {
  return isValid() && isGroup() ? QAccessible::Grouping : QAccessible::Graphic;
}

QAccessible::State AccessibleItem::state() const {
  QAccessible::State state;
  state.focusable = true;
  state.selectable = true;
  const bool isOn = isValid() && isChosen();
  state.selected = isOn;
  state.focused = isOn && m_canvas->hasFocus();
  return state;
}

void announceItem(QWidget* canvas, int index) {
  QAccessibleEvent event(canvas, QAccessible::Focus);
  event.setChild(index);
  QAccessible::updateAccessibility(&event);
}

}  // namespace phaseboard::ui
