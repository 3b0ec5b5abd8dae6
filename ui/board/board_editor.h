// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QList>
#include <QString>
#include <QWidget>

#include "ui/board/board_canvas.h"
#include "ui/widgets/glyphs.h"

class QAction;
class QHBoxLayout;
class QMenu;

namespace phaseboard::ui {

class GlyphButton;
class Label;

/// A canvas with its tools above it: to be put wherever something is drawn (the Board screen, a
/// rebuild, the mock interview). Give it a board with `canvas().setBoard(...)`.
class BoardEditor : public QWidget {
  Q_OBJECT

 public:
  explicit BoardEditor(QWidget* parent = nullptr);

  [[nodiscard]] BoardCanvas& canvas() { return *m_canvas; }

  /// The name of files that are exported, and the title in them.
  void setTitle(const QString& title) { m_title = title; }

  /// Everything it can do, for menus, the palette and the list of keys.
  [[nodiscard]] QList<QAction*> commands() const { return m_commands; }

  /// Writes the board as SVG, PNG or DOT by the ending of the name. `InvalidInput` for another
  /// ending; `DiskFull`, `ReadOnly` or `InputOutput` when it could not be written: no half file
  /// stays.
  [[nodiscard]] Status exportTo(const QString& path, style::ThemeName theme);

 Q_SIGNALS:
  void exported(const QString& path);
  void failed(const phaseboard::Error& error);  ///< of an export

 private:
  /// What has to be there for a command to make sense. All need a board that may be drawn on.
  enum class Needs { Nothing, Selection, Parts, Edges, Group, Two };

  QAction* add(const QString& text, const QKeySequence& key, const std::function<void()>& action);
  QAction* addEdit(const QString& text, const char* key, Needs needs,
                   const std::function<void()>& action);
  void addButton(Glyph glyph, QAction* action);
  void addMenuButton(Glyph glyph, const QString& name, QMenu* menu, const QKeySequence& key);
  void addSpace();
  void makeTools();
  void makeEdits();
  void makeGroupEdits();
  void makeArrangements();
  void makeView();
  void makeExports();
  void showState();
  void showMenu(const QPoint& at);
  [[nodiscard]] bool has(Needs needs) const;
  void askAndExport(const QString& ending, const QStringList& filters);

  BoardCanvas* m_canvas;
  QHBoxLayout* m_bar;
  Label* m_state;
  QList<QAction*> m_commands;
  std::vector<std::pair<QAction*, Needs>> m_edits;
  std::vector<QAction*> m_forMenu;  ///< stand in the menu of the right button
  std::vector<QAction*> m_tools;    ///< in the order of `BoardCanvas::Tool`
  QMenu* m_kinds = nullptr;
  QMenu* m_arrangements = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_redo = nullptr;
  QString m_title;
};

}  // namespace phaseboard::ui
