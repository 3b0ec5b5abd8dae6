// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

#include "ui/shell/screen.h"

class QAction;
class QKeySequence;

namespace phaseboard::ui {

class FigurePanel;

/// Everything that can be done with the figure in front, as commands with keys; and what needs a
/// window of its own for it: export, print, compare.
class FigureCommands : public QObject {
  Q_OBJECT

 public:
  FigureCommands(const ScreenContext& context, FigurePanel* panel);

  /// In the order of the menu.
  [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

  /// Follows what the panel shows: check marks, and what makes sense now.
  void update();

  void exportFigure();
  void print();
  void compare();

 private:
  QAction* add(const QString& text, const QKeySequence& key, const char* name);
  template <class Slot>
  QAction* add(const QString& text, const QKeySequence& key, const char* name, Slot slot);
  void addMoves();
  void addViews();
  void addUses();
  [[nodiscard]] DiagramId toCompareWith() const;

  ScreenContext m_context;
  FigurePanel* m_panel;
  QList<QAction*> m_all;
  QAction* m_parts = nullptr;
  QAction* m_map = nullptr;
  QAction* m_tint = nullptr;
  QAction* m_present = nullptr;
};

}  // namespace phaseboard::ui
