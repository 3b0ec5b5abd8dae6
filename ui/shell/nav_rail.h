// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/shell/screens.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// The main screens down the left edge, each with its picture and name. Up and down arrows move.
class NavRail : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit NavRail(const std::vector<ScreenEntry>& entries, QWidget* parent = nullptr);

  void setCurrent(ScreenName screen);
  /// A number on an entry, e.g. how many prompts are due; empty for none.
  void setBadge(ScreenName screen, const QString& badge);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::List; }
  [[nodiscard]] std::vector<PaintedItem> spokenItems() const override;
  [[nodiscard]] int spokenCurrent() const override { return m_current; }
  [[nodiscard]] bool isPressable() const override { return true; }
  void press(int item) override { choose(item); }

 Q_SIGNALS:
  void chosen(phaseboard::ui::ScreenName screen);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Entry {
    ScreenName name;
    QString title;
    Glyph glyph;
    QString tip;
    QString badge;
  };
  [[nodiscard]] QRect entryRect(int index) const;
  [[nodiscard]] int entryAt(const QPoint& point) const;
  void paintEntry(QPainter& painter, int index) const;
  void choose(int index);

  std::vector<Entry> m_entries;
  int m_current = 0;
  int m_over = -1;
  bool m_byKeyboard = false;  ///< the focus came by Tab: show where it is
};

}  // namespace phaseboard::ui
