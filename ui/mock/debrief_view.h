// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include <QList>
#include <QWidget>

#include "app/ops/board_operations.h"
#include "app/ops/mock_report.h"
#include "ui/bridge/session.h"

class QAction;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace phaseboard::ui {

class Label;
class MissList;
class PointsCard;

/// What came of an attempt: the level, minutes against the budget, the key points that the text
/// mentions to be ticked by the user, the board over the reference, follow-ups, earlier attempts,
/// and the prompts that misses make due.
class DebriefView : public QWidget {
  Q_OBJECT

 public:
  explicit DebriefView(Session& session, QWidget* parent = nullptr);

  /// False when it cannot be read.
  bool open(const mock::MockId& id);
  /// Shows again what was ticked or confirmed.
  void refresh();
  [[nodiscard]] const ops::MockReport& report() const { return m_report; }
  [[nodiscard]] QList<QAction*> commands() const { return m_commands; }

 Q_SIGNALS:
  void backRequested();
  void replayRequested();
  void againRequested();
  void noteRequested(const phaseboard::QuestionId& question, const phaseboard::PhaseId& phase);
  void exported(const QString& path);

 private:
  void build();
  QWidget* makeHead();
  QWidget* makeMinutes();
  QWidget* makePhase(const ops::PhaseReport& phase);
  QWidget* makeFollowUp(const ops::FollowUpReport& followUp);
  QWidget* makeBoard();
  PointsCard* addPoints(PointsCard* card, const PhaseId& phase);
  void scrollTo(QWidget* card);
  void showSummary();
  void showWeakest();
  void tickFound();
  /// Lets the user write a prompt about what is selected.
  void newPrompt();
  void confirm(const std::vector<ops::ConfirmedGrade>& misses);
  void exportAs(const QString& ending);
  [[nodiscard]] QString phaseTitle(const PhaseId& phase) const;

  Session& m_session;
  ops::MockReport m_report;
  QScrollArea* m_area;
  QWidget* m_boardCard = nullptr;
  Label* m_level = nullptr;
  Label* m_covered = nullptr;
  Label* m_rubric = nullptr;
  MissList* m_misses = nullptr;
  QPushButton* m_tickFound = nullptr;
  QVBoxLayout* m_weakest = nullptr;
  std::vector<std::pair<PointsCard*, PhaseId>> m_points;  ///< with what each is about
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
