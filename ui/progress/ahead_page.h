// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/progress/progress_page.h"

class QDoubleSpinBox;
class QSpinBox;

namespace phaseboard::ui {

class ChartPanel;
class ForecastChart;
class Label;
class LineChart;
class TimeBars;

/// What lies ahead and what it costs: what falls due, the days played through with other settings,
/// the time spent so far.
class AheadPage : public ProgressPage {
  Q_OBJECT

 public:
  explicit AheadPage(const ScreenContext& context, QWidget* parent = nullptr);

  void refresh() override;

  /// Plays the days ahead with the settings in the fields.
  void play();

 private:
  QWidget* makeForecast();
  QWidget* makeOutlook();
  QWidget* makeWishes();
  QWidget* makeTimes();
  void showForecast();
  void showTimes();

  ForecastChart* m_forecast;
  ChartPanel* m_forecastPanel;
  QDoubleSpinBox* m_retention;
  QSpinBox* m_newPerDay;
  QSpinBox* m_minutes;
  LineChart* m_work;
  LineChart* m_known;
  Label* m_verdict;
  ChartPanel* m_workPanel;
  TimeBars* m_times;
  ChartPanel* m_timesPanel;
  std::vector<double> m_dayMinutes;
  std::vector<double> m_dayKnown;
};

}  // namespace phaseboard::ui
