// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/bridge/session.h"
#include "ui/figures/figure_export.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace phaseboard::ui {

class Label;
class Segments;

/// Asks how a figure is to be written to a file, and writes it: kind of file, theme, size and name.
/// Shows what it will look like.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// @param figure  copied
  /// @param folder  where the file is suggested
  ExportDialog(Session& session, content::Diagram figure, const QString& folder,
               QWidget* parent = nullptr);

  [[nodiscard]] FigureExport how() const;
  /// Where it was written; empty before.
  [[nodiscard]] const QString& written() const { return m_written; }

 private:
  QWidget* makeForm();
  void suggestName();
  void showPreview();
  void browse();
  void write();

  Session& m_session;
  content::Diagram m_figure;
  QString m_folder;
  QString m_written;
  Segments* m_format;
  Segments* m_theme;
  QComboBox* m_scale;
  QLineEdit* m_path;
  Label* m_problem;
  QLabel* m_preview;
};

}  // namespace phaseboard::ui
