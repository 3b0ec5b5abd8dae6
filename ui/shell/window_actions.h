// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QList>
#include <QObject>

#include "ui/shell/screens.h"

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace phaseboard::ui {

/// Every command of the window itself, in its menus. What a command does is connected by the
/// window.
class WindowActions : public QObject {
  Q_OBJECT

 public:
  WindowActions(QMainWindow* window, const std::vector<ScreenEntry>& screens);

  QAction* openFigure;
  QAction* importIn;   ///< shown where there is something to import through
  QAction* exportOut;  ///< the same
  QAction* merge;      ///< shown where there is something to merge through
  QAction* sync;       ///< the same
  QAction* quit;
  QAction* undo;
  QAction* redo;
  QAction* search;
  QAction* back;
  QAction* forward;
  QAction* bookmark;  ///< checked where the place is marked
  QAction* places;
  QAction* switchTheme;
  QAction* textLarger;
  QAction* textSmaller;
  QAction* textNormal;
  QAction* fullScreen;
  QAction* keys;
  QAction* about;
  QActionGroup* themes;            ///< data: ports::Theme as int
  QList<QAction*> screenCommands;  ///< one for each entry, in order; data: ScreenName as int

  /// Puts the commands of the screen in front into its menu.
  void setScreenMenu(const QString& title, const QList<QAction*>& commands);
  /// The same for what it can do with a figure; no menu without such commands.
  void setFigureMenu(const QList<QAction*>& commands);
  /// Everything, for the palette and the list of keys.
  [[nodiscard]] QList<QAction*> all() const;
  /// Draws the pictures again in the colours of the theme.
  void dress();

 private:
  QAction* make(QMenu* menu, const QString& text, const QKeySequence& key);
  void makeViewMenu();

  QMainWindow* m_window;
  QMenu* m_screenMenu = nullptr;
  QMenu* m_figureMenu = nullptr;
  QList<QAction*> m_screenOwn;
  QList<QAction*> m_figureOwn;
};

}  // namespace phaseboard::ui
