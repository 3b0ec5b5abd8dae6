// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "app/memory/rating.h"
#include "app/ops/asked_prompt.h"

class QLineEdit;
class QPushButton;

namespace phaseboard::ui {

class AnswerEditor;
class Card;
class Label;
class OptionList;

/// Where a prompt is answered before its answer is shown: a line to type in, options, a page to
/// write on, a hint to click, or a way to the board. Afterwards it says how the answer compares,
/// which suggests a grade.
class AnswerInput : public QWidget {
  Q_OBJECT

 public:
  explicit AnswerInput(QWidget* parent = nullptr);

  /// @param types  whether short answers are typed
  /// @param text   what was written for the whole phase and not finished yet
  void ask(const ops::AskedPrompt& asked, bool types, const QString& text);

  /// Ends the answering and compares. `clicked` says whether a click hit the right part.
  void reveal(std::optional<bool> clicked);

  /// What the comparison suggests; nothing when there is nothing to compare.
  [[nodiscard]] std::optional<memory::Rating> suggested() const { return m_suggested; }

  /// Where the answer is given; null when that is nowhere in particular.
  [[nodiscard]] QWidget* field() const;
  [[nodiscard]] OptionList* options() const { return m_options; }
  [[nodiscard]] QString written() const;

 Q_SIGNALS:
  void answered();  ///< an option was taken, or Enter pressed
  void drawRequested();
  void textWritten(const QString& text);

 private:
  void showVerdict(const QString& text, bool right);
  void compareTyped();

  Label* m_hint;
  QLineEdit* m_line;
  OptionList* m_options;
  Card* m_paper;
  AnswerEditor* m_page;
  QPushButton* m_draw;
  Label* m_verdict;
  review::AnswerWay m_way = review::AnswerWay::Say;
  review::ExpectedAnswer m_expected;
  std::optional<memory::Rating> m_suggested;
  QString m_lastText;  ///< of the page
};

}  // namespace phaseboard::ui
