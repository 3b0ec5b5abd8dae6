// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "app/base/study_day.h"
#include "ui/charts/marked_chart.h"

namespace phaseboard::ui {

/// Time spent as one bar for each row, cut into one piece for each phase.
class TimeBars : public MarkedChart {
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

  [[nodiscard]] QString describe(int row) const override;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] int placeCount() const override;
  [[nodiscard]] int placeAt(QPointF point) const override;
  [[nodiscard]] QPoint tipOf(int place) const override;

 private:
  [[nodiscard]] QColor phaseColour(std::size_t phase) const;
  [[nodiscard]] int titleRoom() const;
  [[nodiscard]] int rowTop(int row) const;
  void paintLegend(QPainter& painter) const;
  void paintRow(QPainter& painter, int row) const;

  QStringList m_phases;
  std::vector<Row> m_rows;
};

}  // namespace phaseboard::ui
