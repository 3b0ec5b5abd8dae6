// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/undo_commands.h"

#include <QWidget>

#include "app/ops/desk.h"
#include "app/ports/notebook.h"
#include "app/ports/notebook_store.h"
#include "ui/exchange/change_on_worker.h"

namespace phaseboard::ui {

UndoCommands::UndoCommands(Session& session, QWidget* window)
    : QObject(window), m_session(session), m_window(window) {}

void UndoCommands::undo() {
  const auto names = m_session.notebook().undoNames();
  if (!m_door || !names || !names->isUndoLong)
    return m_session.undo();
  const QString words = m_session.undoText();
  if (onWorker(Direction::Undo))
    m_session.sayUndone(words);
}

void UndoCommands::redo() {
  const auto names = m_session.notebook().undoNames();
  if (!m_door || !names || !names->isRedoLong)
    return m_session.redo();
  const QString words = m_session.redoText();
  if (onWorker(Direction::Redo))
    m_session.sayRedone(words);
}

bool UndoCommands::onWorker(Direction direction) {
  const Status done = changeOnWorker(
      direction == Direction::Undo ? tr("Undoing…") : tr("Doing it again…"), m_window, m_session,
      *m_door,
      [&](ports::NotebookStore& notebook, const ports::PackLibrary&,
          const exchange::Progress& progress) {
        ops::Desk desk(notebook, m_session.clock(), m_door->chance);
        return direction == Direction::Undo ? desk.undo(progress) : desk.redo(progress);
      });
  if (!done && !exchange::isStopped(done.error()))
    Q_EMIT m_session.failed(done.error());
  return done.has_value();
}

}  // namespace phaseboard::ui
