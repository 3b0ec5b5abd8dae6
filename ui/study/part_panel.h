// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QWidget>

#include "ui/shell/screen.h"

class QStackedWidget;

namespace phaseboard::ui {

class NoteView;

/// What is known about the chosen part of the figure, or about a concept.
class PartPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PartPanel(const ScreenContext& context, QWidget* parent = nullptr);

  void showPart(const content::Diagram& figure, const PartId& part);
  void showConcept(const ConceptId& id);
  /// The concept that is shown; empty when it is something else.
  [[nodiscard]] const ConceptId& shownConcept() const { return m_concept; }
  /// The parts that no answer to a question mentions.
  void showUnsaid(const QuestionId& question);
  void showNothing();
  /// The answers have changed: quotes them anew where they are shown.
  void refreshOwnWords();

 Q_SIGNALS:
  void partChosen(const phaseboard::PartId& part);
  void linkActivated(const QUrl& target);
  void conceptShown();

 private:
  /// Says that the words are the user's, or offers to reword them.
  [[nodiscard]] QWidget* makeWordingLine(const std::string& target);

  Session& m_session;
  QStackedWidget* m_stack;
  NoteView* m_page;
  ConceptId m_concept;
  std::function<void()> m_showAgain;  ///< what is shown, when it depends on the answers
};

}  // namespace phaseboard::ui
