// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/bridge/session.h"
#include "ui/models/outline_model.h"

class QTreeView;

namespace phaseboard::ui {

class Label;

/// The left side of Study: which question, and its outline.
class OutlinePanel : public QWidget {
  Q_OBJECT

 public:
  explicit OutlinePanel(Session& session, QWidget* parent = nullptr);

  /// Shows where we are without a signal. An empty phase is the opening of the question.
  void setCurrent(const QuestionId& question, const PhaseId& phase, const DiagramId& diagram);
  /// Shows key points in the user's words of now.
  void reword();
  void setAnswered(const std::vector<PhaseId>& phases);

 Q_SIGNALS:
  void questionChosen(const phaseboard::QuestionId& question);
  void phaseChosen(const phaseboard::PhaseId& phase);  ///< empty: the opening
  void figureChosen(const phaseboard::DiagramId& diagram);
  /// A chapter or a key point.
  void itemChosen(const phaseboard::PhaseId& phase, const phaseboard::ItemId& item);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void chooseQuestion();
  void onClicked(const QModelIndex& index);

  Session& m_session;
  OutlineModel m_model;
  Label* m_title;
  QTreeView* m_tree;
};

}  // namespace phaseboard::ui
