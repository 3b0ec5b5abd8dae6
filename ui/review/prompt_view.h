// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "app/ops/asked_prompt.h"
#include "ui/bridge/session.h"

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace phaseboard::ui {

class AnswerInput;
class Card;
class Chip;
class DiagramView;
class Label;
class NoticeBar;
class PartRing;
class TextBlock;
class TickList;

/// One prompt: where it comes from, its figure with what is asked hidden in place, the question,
/// the place to answer it, and, once revealed, the answer.
class PromptView : public QWidget {
  Q_OBJECT

 public:
  explicit PromptView(Session& session, QWidget* parent = nullptr);

  /// Shows the question. The figure, if the prompt has one, is read and fitted.
  ///
  /// @param draft  what was written for a whole phase and not finished yet
  void ask(const ops::AskedPrompt& asked, const QString& draft = {});

  /// Shows the answer; in the figure only what was asked for is uncovered.
  void reveal();
  [[nodiscard]] bool isRevealed() const { return m_revealed; }

  /// The grade that what was typed, clicked, chosen or ticked suggests; only after `reveal`.
  [[nodiscard]] std::optional<memory::Rating> suggested() const;

  /// What was written and ticked for a whole phase.
  [[nodiscard]] ops::PhaseAttempt attempt() const;

  /// Takes an option, counted from 0.
  void takeOption(int index);

  /// Gives the focus to where the answer is given; false when that is nowhere in particular.
  bool focusAnswer();

  /// Buttons that belong to the prompt stand at the right of its first line.
  void addTool(QWidget* tool);

 Q_SIGNALS:
  void answered();  ///< by a click, an option or Enter: the answer is to be shown
  void ticksChanged();
  void textWritten(const QString& text);
  void freshStartRequested();
  void drawRequested();  ///< of a figure, on the board
  void linkActivated(const QUrl& target);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* makeHead();
  QWidget* makeWords();
  void showFigure();
  /// Whether the figure has a place on the screen now.
  [[nodiscard]] bool hasFigure() const;
  void click(const PartId& part);
  /// Gives figure and words their shares of the height. Room for the answer is kept from the start,
  /// so that the figure stands still when it is revealed.
  void share();
  void shareWithFigure();
  [[nodiscard]] QString whereFrom() const;

  Session& m_session;
  Chip* m_kind;
  Label* m_from;
  QHBoxLayout* m_tools = nullptr;
  NoticeBar* m_changed;
  DiagramView* m_figure;
  PartRing* m_ring;
  TextBlock* m_ask;
  AnswerInput* m_input;
  Card* m_answerCard;
  TextBlock* m_answer;
  TickList* m_ticks;
  QScrollArea* m_words = nullptr;
  QVBoxLayout* m_rows = nullptr;
  ops::AskedPrompt m_asked;
  bool m_revealed = false;
  std::optional<bool> m_clicked;  ///< whether the click hit the right part
  QPointF m_pressedAt;
};

}  // namespace phaseboard::ui
