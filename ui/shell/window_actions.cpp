// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include "app/ports/settings.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

WindowActions::WindowActions(QMainWindow* window, const std::vector<ScreenEntry>& screens)
    : QObject(window), m_window(window) {
  QMenu* file = window->menuBar()->addMenu(tr("&File"));
  openFigure = make(file, tr("&Open figure…"), QKeySequence(Qt::CTRL | Qt::Key_O));
  file->addSeparator();
  importIn = make(file, tr("&Import…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
  exportOut = make(file, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
  file->addSeparator();
  merge = make(file, tr("&Merge with another notebook…"),
               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
  sync = make(file, tr("E&xchange news with the shared folder"), QKeySequence(Qt::Key_F5));
  for (QAction* action : {importIn, exportOut, merge, sync})
    action->setVisible(false);
  merge->setObjectName(QStringLiteral("mergeCommand"));
  sync->setObjectName(QStringLiteral("syncCommand"));
  importIn->setObjectName(QStringLiteral("importCommand"));
  exportOut->setObjectName(QStringLiteral("exportEverythingCommand"));
  file->addSeparator();
  quit = make(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

  QMenu* edit = window->menuBar()->addMenu(tr("&Edit"));
  undo = make(edit, tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
  redo = make(edit, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
  undo->setObjectName(QStringLiteral("undoCommand"));
  redo->setObjectName(QStringLiteral("redoCommand"));
  edit->addSeparator();
  search = make(edit, tr("&Search or run a command…"), QKeySequence(Qt::CTRL | Qt::Key_K));

  QMenu* go = window->menuBar()->addMenu(tr("&Go"));
  back = make(go, tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
  forward = make(go, tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right));
  go->addSeparator();
  bookmark = make(go, tr("Book&mark this place"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
  bookmark->setObjectName(QStringLiteral("bookmarkCommand"));
  bookmark->setCheckable(true);
  places = make(go, tr("Bookmarks and &recent places…"), QKeySequence(Qt::CTRL | Qt::Key_J));
  places->setObjectName(QStringLiteral("placesCommand"));
  go->addSeparator();
  for (const ScreenEntry& entry : screens) {
    QAction* action = make(go, tr("Go to %1").arg(entry.title), entry.key);
    action->setData(static_cast<int>(entry.name));
    screenCommands.push_back(action);
  }
  makeViewMenu();
  m_screenMenu = window->menuBar()->addMenu(QString());
  m_figureMenu = window->menuBar()->addMenu(tr("F&igure"));
  QMenu* help = window->menuBar()->addMenu(tr("&Help"));
  keys = make(help, tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1));
  about = make(help, tr("&About Phaseboard"), QKeySequence(Qt::SHIFT | Qt::Key_F1));
  dress();
}

QAction* WindowActions::make(QMenu* menu, const QString& text, const QKeySequence& key) {
  QAction* action = menu->addAction(text);
  action->setShortcut(key);
  const QString plain = QString(text).remove(u'&').remove(u'…');
  const QString shown = key.toString(QKeySequence::NativeText);
  action->setToolTip(shown.isEmpty() ? plain : QStringLiteral("%1  %2").arg(plain, shown));
  return action;
}

void WindowActions::makeViewMenu() {
  QMenu* view = m_window->menuBar()->addMenu(tr("&View"));
  themes = new QActionGroup(this);
  const auto theme = [&](const QString& text, ports::Theme value, const QKeySequence& key) {
    QAction* action = make(view, text, key);
    action->setCheckable(true);
    action->setData(static_cast<int>(value));
    themes->addAction(action);
  };
  theme(tr("Follow the &system's theme"), ports::Theme::System, QKeySequence(Qt::Key_F7));
  theme(tr("&Light theme"), ports::Theme::Light, QKeySequence(Qt::SHIFT | Qt::Key_F7));
  theme(tr("&Dark theme"), ports::Theme::Dark, QKeySequence(Qt::CTRL | Qt::Key_F7));
  switchTheme = make(view, tr("S&witch between light and dark"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  switchTheme->setObjectName(QStringLiteral("switchThemeCommand"));
  view->addSeparator();
  textLarger = make(view, tr("L&arger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus));
  textSmaller = make(view, tr("S&maller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus));
  textNormal = make(view, tr("&Normal text size"), QKeySequence(Qt::CTRL | Qt::Key_0));
  view->addSeparator();
  fullScreen = make(view, tr("&Full screen"), QKeySequence(Qt::Key_F11));
  fullScreen->setCheckable(true);
}

void WindowActions::setScreenMenu(const QString& title, const QList<QAction*>& commands) {
  m_screenMenu->clear();
  m_screenMenu->setTitle(title);
  m_screenMenu->menuAction()->setVisible(!commands.isEmpty());
  m_screenMenu->addActions(commands);
  m_screenOwn.clear();
  for (QAction* command : commands)  // those of a submenu stand for themselves
    m_screenOwn += command->menu() ? command->menu()->actions() : QList<QAction*>{command};
}

void WindowActions::setFigureMenu(const QList<QAction*>& commands) {
  m_figureMenu->clear();
  m_figureMenu->menuAction()->setVisible(!commands.isEmpty());
  m_figureMenu->addActions(commands);
  m_figureOwn = commands;
}

QList<QAction*> WindowActions::all() const {
  QList<QAction*> result = m_screenOwn + m_figureOwn;
  result += screenCommands;
  result += {back,        forward,    bookmark,    places,     undo,       redo, search,
             switchTheme, textLarger, textSmaller, textNormal, fullScreen, keys, about};
  result += themes->actions();
  result += {openFigure, quit};
  for (QAction* action : {importIn, exportOut, merge, sync})
    if (action->isVisible())
      result.push_back(action);
  return result;
}

void WindowActions::dress() {
  const style::ApplicationColours c = coloursOf(m_window);
  const auto picture = [&c](QAction* action, Glyph glyph) {
    action->setIcon(glyphIcon(glyph, c.mutedText, style::mixed(c.window, c.disabledText, 0.5)));
    action->setIconVisibleInMenu(false);
  };
  picture(undo, Glyph::Undo);
  picture(redo, Glyph::Redo);
  picture(back, Glyph::Back);
  picture(forward, Glyph::Forward);
  picture(search, Glyph::Search);
  picture(switchTheme, themeOf(m_window) == style::ThemeName::Dark ? Glyph::Sun : Glyph::Moon);
}

}  // namespace phaseboard::ui
