// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>

class QWidget;

namespace phaseboard::ui {

/// One thing that a widget paints, as a screen reader sees it: a part of a figure, an element of a
/// whiteboard. The widget's own interface makes and owns it.
class AccessibleItem : public QAccessibleInterface {
 public:
  explicit AccessibleItem(QWidget* canvas) : m_canvas(canvas) {}

  [[nodiscard]] QObject* object() const override { return nullptr; }
  [[nodiscard]] QAccessibleInterface* parent() const override;
  [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
  [[nodiscard]] int childCount() const override { return 0; }
  [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  void setText(QAccessible::Text, const QString&) override {}
  [[nodiscard]] QString text(QAccessible::Text kind) const override;
  [[nodiscard]] QRect rect() const override;
  [[nodiscard]] QAccessible::Role role() const override;
  [[nodiscard]] QAccessible::State state() const override;

 protected:
  // Asked only while the item is valid.
  [[nodiscard]] virtual QString name() const = 0;
  [[nodiscard]] virtual QString description() const = 0;
  [[nodiscard]] virtual QRectF box() const = 0;  ///< widget pixels
  [[nodiscard]] virtual bool isGroup() const = 0;
  [[nodiscard]] virtual bool isChosen() const = 0;

 private:
  QWidget* m_canvas;
};

/// Tells a screen reader that the child `index` of `canvas` has the focus now.
void announceItem(QWidget* canvas, int index);

}  // namespace phaseboard::ui
