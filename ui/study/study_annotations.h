// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QList>
#include <QObject>

#include "app/annotations/placement.h"
#include "ui/shell/screen.h"

class QAction;

namespace phaseboard::ui {

class FigurePanel;
class FigurePins;
class NoteMarks;
class NoteView;

/// Annotating in Study: marks in the note, pins on the figure, and the commands.
class StudyAnnotations : public QObject {
  Q_OBJECT

 public:
  /// Both panels outlive it; `host` is their screen and gets the commands.
  StudyAnnotations(Session& session, NoteView* note, FigurePanel* figure, QWidget* host);

  /// What is studied, for choosing among its places.
  void setPlace(const QuestionId& question, const PhaseId& phase);
  [[nodiscard]] const QList<QAction*>& commands() const { return m_commands; }
  /// What the user means: where words are selected, or the chosen part; else what they choose from
  /// a list. Nothing when they choose nothing.
  [[nodiscard]] std::optional<TargetId> chooseTargetToReword() const;

 Q_SIGNALS:
  void pinChosen(const phaseboard::PartId& part);
  void listRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeCommands(QWidget* host);
  void showPins();
  /// The words that are selected in the note, else the chosen part.
  [[nodiscard]] std::optional<annotations::Anchor> meant() const;
  [[nodiscard]] std::optional<annotations::Anchor> askWhere(const QString& title) const;
  void highlight();
  void annotate();
  void star();

  Session& m_session;
  NoteView* m_note;
  FigurePanel* m_figure;
  QWidget* m_host;
  NoteMarks* m_marks;
  FigurePins* m_pins;
  QuestionId m_question;
  PhaseId m_phase;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
