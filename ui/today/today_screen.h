// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/ops/progress_report.h"
#include "app/ops/study_plan.h"
#include "ui/shell/screen.h"
#include "ui/widgets/glyphs.h"

class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

class Card;
class ForecastChart;
class Label;
class ReadinessMatrix;

/// What the day asks for: what is due in minutes, what is new, how long until the interview, how
/// ready one is, and what to go on with.
class TodayScreen : public Screen {
  Q_OBJECT

 public:
  explicit TodayScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Today"); }
  void arrive(const Place& place) override;
  [[nodiscard]] Place place() const override { return Place{.screen = ScreenName::Today}; }
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }

 private:
  QWidget* makeGreeting();
  QWidget* makePlan();
  QWidget* makeReadiness();
  QWidget* makeForecast();
  QWidget* makeNext();

  void showPlan(const ops::StudyPlan& plan);
  void showDue(const ops::StudyPlan& plan);
  void showInterview(const ops::StudyPlan& plan);
  void showReadiness(const ops::ProgressReport& report);
  void showNext(const ops::ProgressReport& report);
  void addCommand(const QString& text, const QKeySequence& key, QPushButton* button);
  void addNext(Glyph glyph, const QString& title, const QString& detail, const Place& place);

  Label* m_date;
  Label* m_row;
  Label* m_dueNumber;
  Label* m_dueDetail;
  QPushButton* m_start;
  QPushButton* m_read;
  Label* m_newNumber;
  Label* m_newDetail;
  Label* m_interviewNumber;
  Label* m_interviewDetail;
  QPushButton* m_interviewButton;
  Label* m_readyTitle;
  ReadinessMatrix* m_readiness;
  ForecastChart* m_forecast;
  QVBoxLayout* m_next;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
