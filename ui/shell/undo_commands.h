// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>

#include "ui/bridge/session.h"
#include "ui/exchange/exchange_door.h"

class QWidget;

namespace phaseboard::ui {

/// Takes the newest step back, or does it again: at once, or on a worker where the step is so long
/// that the window would stand still.
class UndoCommands : public QObject {
  Q_OBJECT

 public:
  /// Both outlive it.
  UndoCommands(Session& session, QWidget* window);

  /// Where a notebook is lent for long steps; without it everything is done at once.
  void setDoor(const ExchangeDoor& door) { m_door.emplace(door); }

  void undo();
  void redo();

 private:
  enum class Direction { Undo, Redo };
  [[nodiscard]] bool onWorker(Direction direction);

  Session& m_session;
  QWidget* m_window;
  std::optional<ExchangeDoor> m_door;
};

}  // namespace phaseboard::ui
