// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// A few choices side by side, one of them chosen: the tabs of a panel. Left and right arrows move
/// the choice.
class Segments : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit Segments(QStringList names, QWidget* parent = nullptr);

  [[nodiscard]] int current() const { return m_current; }
  /// Chooses without a signal when it was chosen already.
  void setCurrent(int index);
  /// A small mark beside a name, e.g. "3"; empty for none.
  void setBadge(int index, const QString& badge);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::PageTabList; }
  [[nodiscard]] std::vector<PaintedItem> spokenItems() const override;
  [[nodiscard]] QAccessible::Role spokenItemRole() const override { return QAccessible::PageTab; }
  [[nodiscard]] int spokenCurrent() const override { return m_current; }
  [[nodiscard]] bool isPressable() const override { return true; }
  void press(int item) override { setCurrent(item); }

 Q_SIGNALS:
  void chosen(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] QRect segmentRect(int index) const;
  [[nodiscard]] int segmentAt(const QPoint& point) const;
  [[nodiscard]] QString label(int index) const;

  QStringList m_names;
  QStringList m_badges;
  int m_current = 0;
  int m_over = -1;
};

}  // namespace phaseboard::ui
