// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/ops/study_plan.h"
#include "ui/widgets/card.h"

class QPushButton;
class QSlider;

namespace phaseboard::ui {

class ChartPanel;
class ForecastChart;
class Label;
class Session;

/// What is left over from earlier days, apart from today: how much that is, and a catch-up over
/// days that is shown before it is done. Done, it is one step that can be taken back. While the
/// user is away it says so instead. Hides itself when there is nothing to say.
class BacklogCard : public Card {
  Q_OBJECT

 public:
  explicit BacklogCard(Session& session, QWidget* parent = nullptr);

  void show(const ops::PromptTable& table, const ops::StudyPlan& plan);

  /// Spreads the backlog as shown.
  void spread();
  [[nodiscard]] bool canSpread() const;

 private:
  void showBacklog(const ops::StudyPlan& plan);
  void showPutOff(const ops::StudyPlan& plan);
  void showAway(const ops::StudyPlan& plan);
  void preview();
  void comeBack();

  Session& m_session;
  Label* m_heading;
  Label* m_number;
  Label* m_detail;
  QWidget* m_choice;
  QSlider* m_days;
  Label* m_daysText;
  Label* m_fit;
  QPushButton* m_spread;
  QPushButton* m_back;
  ForecastChart* m_chart;
  ChartPanel* m_panel;
  std::optional<review::CatchUpFacts> m_facts;
  review::MemorySettings m_memory;
  review::CatchUp m_plan;
};

}  // namespace phaseboard::ui
