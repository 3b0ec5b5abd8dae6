// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include "ui/widgets/painted_control.h"

class QPainter;

namespace phaseboard::ui {

/// A chart with places in a row that can be pointed at. The pointer and the arrow keys (also Home
/// and End) walk along them; what stands there is told in a tip and to screen readers, and all of
/// it while nothing is marked.
class MarkedChart : public QWidget, public PaintedControl {
  Q_OBJECT

 public:
  /// Words of one place, 0 to `placeCount() - 1`.
  [[nodiscard]] virtual QString describe(int place) const = 0;

  [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Chart; }

 protected:
  /// @param along  whether the left and right keys or the up and down keys walk
  MarkedChart(const QString& name, Qt::Orientation along, QWidget* parent);

  [[nodiscard]] virtual int placeCount() const = 0;
  /// The place under the pointer; -1 for none.
  [[nodiscard]] virtual int placeAt(QPointF point) const = 0;
  /// Where the tip of a place stands when the keys chose it.
  [[nodiscard]] virtual QPoint tipOf(int place) const = 0;
  /// What is told while nothing is marked.
  [[nodiscard]] virtual QString describeAll() const;

  /// -1 for none.
  [[nodiscard]] int marked() const { return m_marked; }
  /// To be called when the places are others.
  void resetMark();

  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void mark(int place);

  Qt::Orientation m_along;
  int m_marked = -1;
};

/// A horizontal line of a grid over `area` with its words in the room at the left.
void paintGridLine(QPainter& painter, const QWidget* widget, const QRectF& area, qreal y,
                   const QString& words);

/// A dashed vertical line with a word beside it, e.g. the interview.
void paintChartFlag(QPainter& painter, const QWidget* widget, const QRectF& area, qreal x,
                    const QString& word);

}  // namespace phaseboard::ui
