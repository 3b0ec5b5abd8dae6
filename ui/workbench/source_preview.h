// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/workbench/workshop.h"

class QStackedWidget;

namespace phaseboard::ui {

class DiagramView;
class EmptyState;
class Label;
class NoteView;
class Session;

/// What the source in the editor will look like: a figure, a note, an opening or prompts. What was
/// shown last stays, greyed in its title, while the text cannot be compiled.
class SourcePreview : public QWidget {
  Q_OBJECT

 public:
  explicit SourcePreview(Session& session, QWidget* parent = nullptr);

  /// Shows what a look found. A look at another file than before begins anew.
  void show(const SourceCheck& check);
  void clear();
  [[nodiscard]] DiagramView* figure() const { return m_figure; }
  [[nodiscard]] NoteView* page() const { return m_page; }

 private:
  bool showFigure(const content::Diagram& figure);
  void showPrompts(const std::vector<content::AuthoredPrompt>& prompts);

  QStackedWidget* m_stack;
  Label* m_title;
  DiagramView* m_figure;
  NoteView* m_page;
  std::string m_file;
  bool m_hasShown = false;  ///< something of this file
};

}  // namespace phaseboard::ui
