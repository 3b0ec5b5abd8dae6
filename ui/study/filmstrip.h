// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/ports/pack_library.h"
#include "ui/library/thumbnail_store.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// The figures of a phase side by side, small; one is chosen. Arrow keys move the choice.
class Filmstrip : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit Filmstrip(ThumbnailStore& thumbnails, QWidget* parent = nullptr);

  void setFigures(std::vector<ports::DiagramCard> figures);
  void setCurrent(const DiagramId& diagram);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::List; }
  [[nodiscard]] std::vector<PaintedItem> spokenItems() const override;
  [[nodiscard]] int spokenCurrent() const override { return m_current; }
  [[nodiscard]] bool isPressable() const override { return true; }
  void press(int item) override { choose(item); }

 Q_SIGNALS:
  void chosen(const phaseboard::DiagramId& diagram);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] QRect frameRect(int index) const;
  [[nodiscard]] int frameAt(const QPoint& point) const;
  void paintFrame(QPainter& painter, int index);
  void showCurrent();
  void scrollBy(int pixels);
  void choose(int index);

  ThumbnailStore& m_thumbnails;
  std::vector<ports::DiagramCard> m_figures;
  int m_current = -1;
  int m_over = -1;
  int m_offset = 0;
};

}  // namespace phaseboard::ui
