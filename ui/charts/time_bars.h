// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

#include "app/base/study_day.h"

namespace phaseboard::ui {

/// Time spent as one bar for each row, cut into one piece for each phase. Up and down walk the
/// rows.
class TimeBars : public QWidget {
  Q_OBJECT

 public:
  struct Row {
    QString title;
    std::vector<Millis> pieces;  ///< one for each phase
    [[nodiscard]] Millis total() const;
  };

  explicit TimeBars(QWidget* parent = nullptr);

  void setRows(QStringList phases, std::vector<Row> rows);
  [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  [[nodiscard]] QColor phaseColour(std::size_t phase) const;
  [[nodiscard]] int titleRoom() const;
  [[nodiscard]] int rowTop(int row) const;
  [[nodiscard]] QString describe(int row) const;
  void mark(int row);
  void paintLegend(QPainter& painter) const;
  void paintRow(QPainter& painter, int row) const;

  QStringList m_phases;
  std::vector<Row> m_rows;
  int m_marked = -1;
};

}  // namespace phaseboard::ui
