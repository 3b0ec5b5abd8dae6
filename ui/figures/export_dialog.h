// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/figures/figure_export.h"
#include "ui/widgets/task_dialog.h"

class QComboBox;
class QLabel;

namespace phaseboard::ui {

class Segments;

/// Asks how a figure is to be written to a file, and writes it: kind of file, theme, size and name.
/// Shows what it will look like.
class ExportDialog : public TaskDialog {
  Q_OBJECT

 public:
  /// @param figure  copied
  /// @param folder  where the file is suggested
  ExportDialog(Session& session, content::Diagram figure, const QString& folder,
               QWidget* parent = nullptr);

  [[nodiscard]] FigureExport how() const;
  /// Where it was written; empty before.
  [[nodiscard]] const QString& written() const { return m_written; }

 protected:
  void act() override;

 private:
  QWidget* makeForm();
  void suggestName();
  void showPreview();
  void browse();

  Session& m_session;
  content::Diagram m_figure;
  QString m_folder;
  QString m_written;
  Segments* m_format;
  Segments* m_theme;
  QComboBox* m_scale;
  FileField* m_file;
  QLabel* m_preview;
};

}  // namespace phaseboard::ui
