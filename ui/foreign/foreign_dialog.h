// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QFutureWatcher>

#include "ui/foreign/foreign_file.h"

class QListWidget;
class QStackedWidget;

namespace phaseboard::ui {

class ForeignView;
class Label;
class ScrolledWords;

/// Shows an SVG file of another program: its picture, its parts, and what of it is not shown; or
/// why it was refused. Reading and painting happen elsewhere; the window stays free.
class ForeignDialog : public QDialog {
  Q_OBJECT

 public:
  /// Begins to open `file` at once.
  ForeignDialog(const QString& file, const foreign::HelperProgram& helper,
                QWidget* parent = nullptr);
  ~ForeignDialog() override;

 Q_SIGNALS:
  void shown();  ///< the figure or the refusal is shown

 private:
  QWidget* makeWaitingPage();
  QWidget* makeFigurePage();
  void showOutcome();
  void showFigure(const OpenedForeign& opened);
  void choosePart(int row);

  QFutureWatcher<Result<OpenedForeign>> m_watcher;
  foreign::ForeignFigure m_figure;
  QStackedWidget* m_pages;
  Label* m_state;
  Label* m_reason;
  ForeignView* m_view;
  Label* m_title;
  QListWidget* m_parts;
  ScrolledWords* m_description;
  ScrolledWords* m_unsupported;
};

/// Asks for a file and shows it in a window of its own.
void chooseForeignFigure(QWidget* parent);

}  // namespace phaseboard::ui
