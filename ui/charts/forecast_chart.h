// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "app/base/study_day.h"
#include "ui/charts/chart_table.h"

namespace phaseboard::ui {

/// How many prompts fall due on each of the coming days, as bars. The interview is a flag. Hovering
/// or the left and right keys tell the day under the mark.
class ForecastChart : public QWidget {
  Q_OBJECT

 public:
  explicit ForecastChart(QWidget* parent = nullptr);

  /// `due[0]` is today.
  void setForecast(std::vector<int> due, StudyDay today, std::optional<StudyDay> interview);

  /// "Monday, 2 March 2026: 31 prompts due"; `day` counts from today.
  [[nodiscard]] QString describe(int day) const;
  [[nodiscard]] ChartTable table() const;

  [[nodiscard]] QSize sizeHint() const override { return {560, 200}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {280, 160}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  [[nodiscard]] QRectF plot() const;
  [[nodiscard]] QRectF bar(int index) const;
  [[nodiscard]] int top() const;
  /// -1 for no day: then the chart as a whole is described.
  void mark(int day);
  void paintGrid(QPainter& painter) const;
  void paintMark(QPainter& painter) const;
  void paintBars(QPainter& painter) const;
  void paintDates(QPainter& painter) const;

  std::vector<int> m_due;
  StudyDay m_today;
  std::optional<StudyDay> m_interview;
  int m_marked = -1;
};

}  // namespace phaseboard::ui
