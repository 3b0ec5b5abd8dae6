// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace phaseboard::ui {

class Label;

/// A dialog that does one thing: its title, what the thing needs, what went wrong, and at the
/// bottom right "Cancel" and the button that does it, which Enter presses.
class TaskDialog : public QDialog {
  Q_OBJECT

 public:
  /// What went wrong the last time, above the buttons; empty for nothing.
  void tellProblem(const QString& words);

 protected:
  /// @param action  words on the button, e.g. "Export"
  TaskDialog(const QString& title, const QString& action, QWidget* parent);

  /// Does it, and accepts the dialog or tells the problem.
  virtual void act() = 0;

  /// What stands between title and buttons.
  [[nodiscard]] QVBoxLayout* column() const { return m_column; }
  [[nodiscard]] QPushButton* actionButton() const { return m_action; }

 private:
  QVBoxLayout* m_column;
  Label* m_problem;
  QPushButton* m_action = nullptr;
};

/// The name of a file, typed or browsed for.
class FileField : public QWidget {
  Q_OBJECT

 public:
  explicit FileField(const QString& name, QWidget* parent = nullptr);

  [[nodiscard]] QLineEdit* line() const { return m_line; }
  [[nodiscard]] QString path() const;
  void setPath(const QString& path);

 Q_SIGNALS:
  void browseRequested();

 private:
  QLineEdit* m_line;
};

}  // namespace phaseboard::ui
