// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include "app/review/prompt.h"
#include "ui/bridge/session.h"

class QScrollArea;
class QVBoxLayout;

namespace phaseboard::ui {

class Card;
class Chip;
class DiagramView;
class Label;
class TextBlock;

/// One prompt: where it comes from, its figure with the asked part hidden in place, the question,
/// and, once revealed, the answer.
class PromptView : public QWidget {
  Q_OBJECT

 public:
  explicit PromptView(Session& session, QWidget* parent = nullptr);

  /// Shows the question. The figure, if the prompt has one, is read and fitted.
  void ask(const review::Prompt& prompt);

  /// Shows the answer; only the asked part is uncovered in the figure.
  void reveal();
  [[nodiscard]] bool isRevealed() const { return m_revealed; }

 Q_SIGNALS:
  void linkActivated(const QUrl& target);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeWords();
  void showFigure(const review::Prompt& prompt);
  /// Gives figure and words their shares of the height. Room for the answer is kept from the start,
  /// so that the figure stands still when it is revealed.
  void share();
  [[nodiscard]] QString whereFrom(const review::Prompt& prompt) const;

  Session& m_session;
  Chip* m_kind;
  Label* m_from;
  DiagramView* m_figure;
  TextBlock* m_ask;
  Card* m_answerCard;
  TextBlock* m_answer;
  QScrollArea* m_words = nullptr;
  QVBoxLayout* m_rows = nullptr;
  review::Prompt m_prompt;
  bool m_revealed = false;
};

/// "Name the part", "Key point": what a kind of prompt asks for, as a short title.
[[nodiscard]] QString kindTitle(review::PromptKind kind);

}  // namespace phaseboard::ui
