// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace phaseboard::ui {

/// A folder in Settings: typed, or chosen in the file dialog.
class FolderField : public QWidget {
  Q_OBJECT

 public:
  /// @param name   object name of the line; the button is "choose" and this, with a capital
  /// @param title  what a screen reader says, and the title of the file dialog
  FolderField(const QString& name, const QString& title, QWidget* parent = nullptr);

  [[nodiscard]] QString folder() const;
  void setFolder(const QString& folder);
  /// Shown where there is none.
  void setPlaceholder(const QString& words);

 Q_SIGNALS:
  /// The user left the line, or chose one.
  void chosen(const QString& folder);

 private:
  void choose();

  QString m_title;
  QLineEdit* m_line;
};

}  // namespace phaseboard::ui
