// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/progress_report.h"
#include "ui/shell/screen.h"

class QStackedWidget;
class QTableWidget;

namespace phaseboard::ui {

class ChartPanel;
class ForecastChart;
class HeatMap;
class Label;
class MemoryPage;
class ReadinessMatrix;
class Segments;

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
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

  /// 0 for the overview, 1 for the memory model. Only the page in front reads.
  void showPage(int page);

 private:
  QWidget* makeOverview();
  void addPageCommand(const QString& text, int page);
  void refreshOverview();
  QWidget* makeFigures();
  QWidget* makeReadiness();
  QWidget* makeForecast();
  QWidget* makeCalendar();
  QWidget* makeHistory();

  void showFigures(const ops::ProgressReport& report);
  void showHistory();

  Segments* m_tabs;
  QStackedWidget* m_pages;
  MemoryPage* m_memory;
  ChartPanel* m_readinessPanel;
  ChartPanel* m_forecastPanel;
  ChartPanel* m_calendarPanel;
  QList<QAction*> m_commands;
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
