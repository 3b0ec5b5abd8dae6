// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "app/mock/mock_info.h"
#include "app/ops/mock_operations.h"
#include "ui/charts/chart_table.h"

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

class ChartPanel;
class Label;
class LineChart;
class Segments;
class Session;

/// Where a mock interview begins: which question, how much of it, what kind of interviewer; and
/// what came of those before, with their trend.
class MockStart : public QWidget {
  Q_OBJECT

 public:
  explicit MockStart(Session& session, QWidget* parent = nullptr);

  /// Reads everything anew; `question` is chosen when it is not empty.
  void refresh(const QuestionId& question = {});

 Q_SIGNALS:
  void startRequested(const phaseboard::ops::NewMock& wish);
  void openRequested(const phaseboard::mock::MockId& id);
  void removeRequested(const phaseboard::mock::MockId& id);

 private:
  QWidget* makeChoice();
  QWidget* makeHistory();
  void fillQuestions();
  void showPlan();
  void showHistory();
  void showTrend(const std::vector<mock::MockInfo>& finished);
  QWidget* makeEmpty();
  QWidget* makeRow(const mock::MockInfo& info);
  void start();
  [[nodiscard]] QuestionId chosenQuestion() const;
  [[nodiscard]] QuestionId weakestQuestion() const;
  [[nodiscard]] mock::PlanWish wish(const QuestionId& question) const;
  [[nodiscard]] QString titleOf(const QuestionId& question) const;

  Session& m_session;
  QComboBox* m_question = nullptr;
  Segments* m_form = nullptr;
  Label* m_formAdvice = nullptr;
  QComboBox* m_stage = nullptr;
  Segments* m_style = nullptr;
  Label* m_styleAdvice = nullptr;
  Label* m_summary = nullptr;
  QPushButton* m_start = nullptr;
  ChartPanel* m_trendPanel = nullptr;
  LineChart* m_trend = nullptr;
  ChartTable m_table;
  QVBoxLayout* m_rows = nullptr;
};

}  // namespace phaseboard::ui
