// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

namespace phaseboard::ui {

/// Minutes against what was planned, a bar for each row. Told to screen readers as one sentence a
/// row.
class MinutesChart : public QWidget {
  Q_OBJECT

 public:
  struct Row {
    QString name;
    double minutes = 0;
    double budget = 0;  ///< 0 for a row without one, drawn finer
  };

  explicit MinutesChart(QWidget* parent = nullptr);

  void setRows(std::vector<Row> rows);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<Row> m_rows;
};

}  // namespace phaseboard::ui
