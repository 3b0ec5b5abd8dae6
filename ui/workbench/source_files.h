// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeWidget>

#include "app/base/diagnostic.h"

namespace phaseboard::ui {

/// The sources of the user's own content: for each question its opening, notes, prompts and
/// figures; then the files that all share. Files with problems are marked.
class SourceFiles : public QTreeWidget {
  Q_OBJECT

 public:
  explicit SourceFiles(QWidget* parent = nullptr);

  void setFiles(const QStringList& files);
  void setProblems(const Diagnostics& problems);
  /// The files with text that is not saved.
  void setUnsaved(const QStringList& files);
  /// Without a signal.
  void setCurrentFile(const QString& file);
  /// Empty while none is chosen.
  [[nodiscard]] QString currentFile() const;
  /// The question that the chosen line belongs to; empty for shared files.
  [[nodiscard]] QString currentQuestion() const;

 Q_SIGNALS:
  void fileChosen(const QString& file);

 private:
  [[nodiscard]] QTreeWidgetItem* itemOf(const QString& file) const;
  QTreeWidgetItem* groupFor(const QString& question);
  void dress();
  void dressOne(QTreeWidgetItem* item);

  QStringList m_wrong;
  QStringList m_unsaved;
};

}  // namespace phaseboard::ui
