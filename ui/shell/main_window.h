// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QMainWindow>

#include "ui/exchange/exchange_door.h"
#include "ui/merge/merge_door.h"
#include "ui/models/palette_model.h"
#include "ui/shell/screens.h"
#include "ui/widgets/look.h"

class QStackedWidget;

namespace phaseboard::ui {

class CommandPalette;
class NavRail;
class Toasts;
class TopBar;
class UndoCommands;
class WindowActions;

/// The window: navigation on the left, the top bar, the screen in front, messages over it.
///
/// Knows where the user was and is; applies the theme and the text size from the settings. Screens
/// are made when they are first opened.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(const ScreenContext& context, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Gives the whole program the theme and text size of the settings. Call it before the first
  /// window is made, or its first widgets keep the desktop's fonts.
  static void applyLookOf(const ports::Settings& settings,
                          style::ThemeName desktop = desktopTheme());

  /// What the desktop prefers now, for those who follow it; nothing for no preference.
  void setDesktopTheme(std::optional<style::ThemeName> theme);

  /// Whether the desktop asks programs not to move things; the setting can ask for it too.
  void setDesktopMotion(bool reduced);

  /// Opens where the user was last time, or the first screen.
  void openLastPlace();
  void goTo(const Place& place);
  [[nodiscard]] Screen* currentScreen() const;
  [[nodiscard]] Place currentPlace() const;
  void openPalette(const QString& typed = {});
  /// The palette with marked and recent places only.
  void openPlaces();

  /// What exports and imports go through; before the window is shown. Without it neither is
  /// offered.
  void setExchange(const ExchangeDoor& door);

  /// What merging goes through; the same.
  void setMerge(const MergeDoor& door);

  /// Says on top of everything what the user should know, e.g. that the notebook is read-only.
  void warn(const QString& text, const QString& advice);
  void bringToFront();
  /// Shows what an update of the packs brought.
  void tellUpdate(const std::vector<content::QuestionUpdate>& updates);
  void tell(const QString& words);

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void build();
  void connectActions();
  void connectSession();
  [[nodiscard]] bool offers(ScreenName name) const;
  Screen* screenFor(ScreenName name);
  void showPlace(const Place& place);
  void step(int by);
  void onPlaceChanged();
  void onChanged(const ops::Changes& changes);
  void onDone(const QString& operation);
  void onFailed(const Error& error);
  void onPackChanged();
  void updateActions();
  void applySettings();
  void leaveAlone(bool alone);
  void toggleBookmark();
  [[nodiscard]] std::vector<PaletteRow> knownPlaces() const;
  void changeTheme(ports::Theme theme);
  void changeTextSize(int percent);
  void exportOut();
  void importIn();
  void showKeys();
  void showAbout();

  ScreenContext m_context;
  std::optional<ExchangeDoor> m_exchange;
  std::vector<ScreenEntry> m_table;
  WindowActions* m_actions;
  UndoCommands* m_undos;
  NavRail* m_rail;
  TopBar* m_top;
  QStackedWidget* m_stack;
  Toasts* m_toasts;
  CommandPalette* m_palette;
  std::map<ScreenName, Screen*> m_screens;
  std::vector<Place> m_history;
  style::ThemeName m_desktopTheme = desktopTheme();
  bool m_desktopReducesMotion = false;
  bool m_wasFullScreen = false;  ///< before a screen wanted all of it
  std::size_t m_at = 0;          ///< the current place in `m_history`
};

}  // namespace phaseboard::ui
