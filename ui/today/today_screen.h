// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/ops/progress_report.h"
#include "app/ops/study_plan.h"
#include "ui/shell/screen.h"

class QBoxLayout;
class QPushButton;

namespace phaseboard::ui {

class BacklogCard;
class DayMeter;
class ChartPanel;
class ForecastChart;
class Label;
class NextCard;
class ReadinessMatrix;

/// What the day asks for: what is due in minutes of those that the user has, what is left over from
/// earlier, how long until the interview and how ready one will be, and what to go on with.
class TodayScreen : public Screen {
  Q_OBJECT

 public:
  explicit TodayScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Today"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override { return Place{.screen = ScreenName::Today}; }
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// Side by side, or below each other when the window is narrow for the text size.
  void arrange();
  QWidget* makeGreeting();
  QWidget* makeDay();
  QWidget* makeInterview();
  QWidget* makeReadiness();
  QWidget* makeForecast();

  void showDay(const ops::StudyPlan& plan);
  [[nodiscard]] QString dayDetail(const ops::StudyPlan& plan,
                                  const review::ReviewQueue& queue) const;
  void showInterview(const ops::StudyPlan& plan, const ops::ProgressReport& report);
  void showNewPrompts(const ops::StudyPlan& plan);
  void showReadiness(const ops::ProgressReport& report);
  void addCommand(const QString& text, const QKeySequence& key, QPushButton* button);

  Label* m_date;
  Label* m_row;
  Label* m_dueNumber;
  Label* m_dueDetail;
  DayMeter* m_meter;
  QPushButton* m_start;
  QPushButton* m_custom;
  BacklogCard* m_backlog;
  Label* m_newDetail;
  Label* m_interviewNumber;
  Label* m_interviewDetail;
  Label* m_readyDetail;
  QPushButton* m_interviewButton;
  ReadinessMatrix* m_readiness;
  ChartPanel* m_readinessPanel;
  ForecastChart* m_forecast;
  ChartPanel* m_forecastPanel;
  NextCard* m_next;
  QBoxLayout* m_upper;
  QBoxLayout* m_lower;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
