// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/base/study_day.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/marked_chart.h"

namespace phaseboard::ui {

/// One day of a forecast.
struct DayBar {
  int prompts = 0;
  Millis time{0};
  int backlog = 0;  ///< prompts besides, due since an earlier day
  Millis backlogTime{0};
  Millis budget{0};  ///< what the user wants to spend on that day
};

/// The time that what falls due takes on each of the coming days, as bars, beside what the user
/// wants to spend. A backlog stands on the bar of its day in another colour. The interview is a
/// flag.
class ForecastChart : public MarkedChart {
  Q_OBJECT

 public:
  explicit ForecastChart(QWidget* parent = nullptr);

  /// `days[0]` is today.
  void setForecast(std::vector<DayBar> days, StudyDay today, std::optional<StudyDay> interview);

  /// "Monday, 2 March 2026: 31 prompts, 12 min"; `day` counts from today.
  [[nodiscard]] QString describe(int day) const override;

  [[nodiscard]] const std::vector<DayBar>& days() const { return m_days; }
  [[nodiscard]] ChartTable table() const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] int placeCount() const override;
  [[nodiscard]] int placeAt(QPointF point) const override;
  [[nodiscard]] QPoint tipOf(int place) const override;
  [[nodiscard]] QString describeAll() const override;

 private:
  [[nodiscard]] QRectF plot() const;
  /// The column of a day, as high as the plot.
  [[nodiscard]] QRectF column(int index) const;
  [[nodiscard]] qreal heightOf(Millis time) const;
  /// The time at the upper end of the plot, in minutes.
  [[nodiscard]] int top() const;
  void paintGrid(QPainter& painter) const;
  void paintBar(QPainter& painter, int index) const;
  void paintBudget(QPainter& painter) const;
  void paintDates(QPainter& painter) const;
  void paintInterview(QPainter& painter) const;

  std::vector<DayBar> m_days;
  StudyDay m_today;
  std::optional<StudyDay> m_interview;
};

}  // namespace phaseboard::ui
