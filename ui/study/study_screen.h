// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ui/shell/screen.h"

class QSplitter;
class QStackedWidget;
class QUrl;

namespace phaseboard::ui {

class AnswerPanel;
class FigurePanel;
class NoteView;
class OutlinePanel;
class PartPanel;
class PartPulse;
class Segments;
class StudyAnnotations;
class StudyAnswers;

/// One question, phase by phase: outline, figure, and beside it the note, one's own answer and what
/// is known about the chosen part. All three are kept in step.
class StudyScreen : public Screen {
  Q_OBJECT

 public:
  explicit StudyScreen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QStringList trail() const override;
  void arrive(const Place& place) override;
  void leave() override;
  [[nodiscard]] Place place() const override;
  [[nodiscard]] Place markedPlace() const override;
  void refresh(const ops::Changes& changes) override;
  [[nodiscard]] QList<QAction*> commands() const override { return m_commands; }
  [[nodiscard]] QList<QAction*> figureCommands() const override;

  enum class Tab { Note, Answer, Part };
  void showTab(Tab tab);

 private:
  void build();
  void connectPanels();
  void connectAnswers();
  void makeCommands();
  QWidget* makeRight();
  /// The note of the phase, or the opening.
  void showNote();
  /// The key points of the phase in the user's words, where there are some.
  [[nodiscard]] std::vector<content::KeyPoint> wordedPoints();
  /// The same again, with the user's words of now.
  void showReworded();
  void openPhase(const PhaseId& phase);
  void openFigure(const DiagramId& diagram);
  void openPart(const PartId& part);
  /// Lets the user write a prompt about what is selected in the note, their answer or the figure.
  void newPrompt();
  void openTargets(const std::vector<TargetId>& parts);
  void hintTargets(const std::vector<TargetId>& parts);
  void followLink(const QUrl& target);
  void followPart(const QString& path);
  void followItem(const QString& path);
  void movePhase(int by);
  void showAlone(bool alone);
  void updateAnswered();
  /// The question of a place, the present one if it names none; the first if it is gone, which is
  /// said.
  [[nodiscard]] QuestionId questionAt(const Place& place);
  [[nodiscard]] PhaseId phaseAt(const QuestionId& question, const Place& place) const;
  /// Figure, part, key point, concept or answer, as the place names them.
  void showPointedAt(const Place& place);
  [[nodiscard]] const ports::QuestionCard* cardOf(const QuestionId& id) const;
  [[nodiscard]] const ports::DiagramCard* figureCard(const QuestionId& id,
                                                     const DiagramId& diagram) const;
  [[nodiscard]] DiagramId fullId(const QString& diagram) const;

  QuestionId m_question;
  PhaseId m_phase;  ///< empty: the opening of the question
  bool m_opened = false;
  std::pair<bool, bool> m_shownBefore;  ///< outline and right panel, before the figure was alone
  std::optional<content::Note> m_note;
  OutlinePanel* m_outline;
  FigurePanel* m_figure;
  QStackedWidget* m_middle;  ///< the figure, or the note beside the answer
  QSplitter* m_splitter;
  QWidget* m_right;
  Segments* m_tabs;
  QStackedWidget* m_pages;
  NoteView* m_noteView;
  AnswerPanel* m_answer;
  PartPanel* m_part;
  StudyAnnotations* m_annotations;
  StudyAnswers* m_answers;
  PartPulse* m_pulse;
  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
