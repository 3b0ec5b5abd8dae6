// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "app/ops/progress_report.h"
#include "ui/progress/progress_page.h"

class QHBoxLayout;

namespace phaseboard::ui {

class ChartPanel;
class HeatMap;
class Label;
class ReadinessMatrix;
class Segments;

/// How far the user has come: four figures, readiness by question and phase today and on the day of
/// the interview, the calendar of review.
class OverviewPage : public ProgressPage {
  Q_OBJECT

 public:
  explicit OverviewPage(const ScreenContext& context, QWidget* parent = nullptr);

  void refresh() override;

 private:
  struct Figure {
    Label* number = nullptr;
    Label* name = nullptr;
  };
  Figure addFigure(QHBoxLayout* row, const QString& name, const char* objectName);
  QWidget* makeFigures();
  QWidget* makeReadiness();
  QWidget* makeCalendar();
  void showFigures(const ops::ProgressReport& report);
  void showReadiness();

  Figure m_coverage;
  Figure m_recall;
  Figure m_retention;
  Figure m_inARow;
  Segments* m_moment;
  ReadinessMatrix* m_readiness;
  HeatMap* m_calendar;
  ChartPanel* m_readinessPanel;
  ChartPanel* m_calendarPanel;
  ops::ProgressReport m_report;
};

}  // namespace phaseboard::ui
