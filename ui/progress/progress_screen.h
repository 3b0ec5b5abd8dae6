// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/progress_report.h"
#include "ui/shell/screen.h"

class QTableWidget;

namespace phaseboard::ui {

class ForecastChart;
class HeatMap;
class Label;
class ReadinessMatrix;

/// How far the user has come: coverage and recall by phase, what falls due, the calendar of review,
/// and the latest answers.
class ProgressScreen : public Screen {
  Q_OBJECT

 public:
  explicit ProgressScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Progress"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override { return Place{.screen = ScreenName::Progress}; }
  void refresh(const ops::Changes& changes) override;

 private:
  QWidget* makeFigures();
  QWidget* makeReadiness();
  QWidget* makeForecast();
  QWidget* makeCalendar();
  QWidget* makeHistory();

  void showFigures(const ops::ProgressReport& report);
  void showHistory();

  Label* m_coverage;
  Label* m_recall;
  Label* m_retention;
  Label* m_inARow;
  Label* m_recallName;
  ReadinessMatrix* m_readiness;
  ForecastChart* m_forecast;
  HeatMap* m_calendar;
  QTableWidget* m_history;
  Label* m_noHistory;
};

}  // namespace phaseboard::ui
