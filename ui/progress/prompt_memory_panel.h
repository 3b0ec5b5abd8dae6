// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/review/memory_curve.h"
#include "ui/charts/chart_table.h"
#include "ui/shell/place.h"
#include "ui/widgets/card.h"

class QPushButton;
class QTableWidget;

namespace phaseboard::ui {

class ChartPanel;
class Label;
class LineChart;
class Session;

/// The memory of one prompt: its curve over time, its answers, and what can be done about it:
/// correct a grade, flag it, put it aside, open it in Study.
class PromptMemoryPanel : public Card {
  Q_OBJECT

 public:
  explicit PromptMemoryPanel(Session& session, QWidget* parent = nullptr);

  void show(const PromptId& prompt);

 Q_SIGNALS:
  void placeRequested(const phaseboard::ui::Place& place);

 private:
  QWidget* makeButtons();
  QWidget* makeCorrection();
  void showCurve();
  void showAnswers();
  void showFacts();
  void correct(memory::Rating rating);
  void openInStudy();
  [[nodiscard]] ChartTable table() const;

  Session& m_session;
  PromptId m_prompt;
  review::MemoryCurve m_curve;
  Label* m_ask;
  Label* m_facts;
  LineChart* m_chart;
  ChartPanel* m_panel;
  QTableWidget* m_answers;
  bool m_isGone = false;  ///< no pack has the prompt any more
  QPushButton* m_flag;
  QPushButton* m_aside;
  QPushButton* m_open;
  QWidget* m_correction;
};

/// "Again", "Hard", "Good", "Easy".
[[nodiscard]] QString gradeText(memory::Rating rating);

}  // namespace phaseboard::ui
