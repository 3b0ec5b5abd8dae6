// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace phaseboard::ui {

class AnswerEditor;

/// Buttons for the formats of an editor, in one row that wraps. The actions behind them carry the
/// keys and the names; they can stand in a menu too.
class FormatBar : public QWidget {
  Q_OBJECT

 public:
  explicit FormatBar(AnswerEditor* editor, QWidget* parent = nullptr);

  [[nodiscard]] const QList<QAction*>& commands() const { return m_commands; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void dress();

  QList<QAction*> m_commands;
};

}  // namespace phaseboard::ui
