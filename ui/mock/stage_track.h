// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "app/mock/standing.h"
#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

/// The stages of an attempt side by side, as wide as their budgets: how much of each is gone, what
/// was borrowed, and where one is. A stage can be clicked, or reached with the arrow keys.
class StageTrack : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  explicit StageTrack(QWidget* parent = nullptr);

  void setStanding(const mock::Plan& plan, const mock::Standing& standing);

  /// What one stage says: "Data, 4:10 left of 10 min".
  [[nodiscard]] QString words(std::size_t stage) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Chart; }

 Q_SIGNALS:
  void stageChosen(const phaseboard::StageId& stage);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] QRectF stageRect(std::size_t stage) const;
  [[nodiscard]] int stageAt(QPointF position) const;
  void paintStage(QPainter& painter, std::size_t stage) const;
  void choose(int stage);

  mock::Plan m_plan;
  mock::Standing m_standing;
  int m_over = -1;
};

}  // namespace phaseboard::ui
