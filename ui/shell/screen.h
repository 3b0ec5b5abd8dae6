// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include "ui/bridge/session.h"
#include "ui/shell/place.h"

class QAction;

namespace phaseboard::ui {

class ThumbnailStore;
class WindowMemory;
class Workshop;

/// What every screen is given. All outlive it.
struct ScreenContext {
  Session& session;
  WindowMemory& memory;
  ThumbnailStore& thumbnails;
  Workshop* workshop = nullptr;  ///< the user's own content; null where there is none
};

/// One of the main screens. A screen is made when it is first needed and lives as long as the
/// window.
///
/// To add one: derive from this and put it into `screenTable` (ui/shell/screens.cpp). The window
/// calls `arrive` each time the screen comes to the front, `leave` before it goes, and `refresh`
/// after changes, but only while it is in front: `arrive` must show what changed meanwhile.
class Screen : public QWidget {
  Q_OBJECT

 public:
  explicit Screen(const ScreenContext& context, QWidget* parent = nullptr);

  [[nodiscard]] virtual QString title() const = 0;

  /// What stands behind the title in the top bar: "Ad click prediction", "3 Prepare data".
  [[nodiscard]] virtual QStringList trail() const { return {}; }

  virtual void arrive(const Place& place) = 0;

  /// Commits unfinished text and stops what is running. Also called when the window closes.
  virtual void leave() {}

  /// Where it is now; what `arrive` would need to come back.
  [[nodiscard]] virtual Place place() const = 0;

  /// What a bookmark made now would lead to; finer than `place`.
  [[nodiscard]] virtual Place markedPlace() const { return place(); }

  /// Asks the user about what would be lost if the window closed; false: it is not to close.
  [[nodiscard]] virtual bool mayClose() { return true; }

  /// Shows again what `changes` touched.
  virtual void refresh(const ops::Changes& changes) = 0;

  /// Its own commands, for its menu and the command palette. Each has a name and, where sensible, a
  /// key that works while the screen is in front. The actions belong to the screen.
  [[nodiscard]] virtual QList<QAction*> commands() const { return {}; }

  /// What can be done with the figure that it shows, for a menu of its own.
  [[nodiscard]] virtual QList<QAction*> figureCommands() const { return {}; }

 Q_SIGNALS:
  /// Somebody wants to be elsewhere.
  void placeRequested(const phaseboard::ui::Place& place);
  /// `place` or `trail` changed without leaving the screen.
  void placeChanged();
  /// It wants all of a full screen, without the window's own bars; or no longer.
  void aloneChanged(bool alone);
  /// Something to be told, e.g. where a file was written.
  void said(const QString& words);

 protected:
  [[nodiscard]] Session& session() const { return m_context.session; }
  [[nodiscard]] const ScreenContext& context() const { return m_context; }

 private:
  ScreenContext m_context;
};

}  // namespace phaseboard::ui
