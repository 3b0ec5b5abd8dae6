// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "db/notebook/backups.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::ui {

class Session;

/// Looks after the notebook's file while the window is open: moves its log into the file when the
/// user pauses, and makes a verified backup at the start and half an hour after a change.
///
/// Backups are made by a worker on a connection of its own, the first time after it read every page
/// of the notebook: `failed` with `Damaged` when something is wrong with one. No timer runs while
/// nothing changes.
class NotebookKeeper : public QObject {
  Q_OBJECT

 public:
  /// All three outlive the keeper.
  NotebookKeeper(db::SqliteNotebookStore& store, Session& session, const Clock& clock,
                 QObject* parent = nullptr);
  ~NotebookKeeper() override;

  /// Makes one now, on the worker, unless it makes one already.
  void backUp();

 Q_SIGNALS:
  /// A backup could not be made, or the log not be moved. What was changed is safe all the same.
  void failed(const phaseboard::Error& error);

 private:
  void onChanged();
  void settle();
  void onBackupReady();

  db::SqliteNotebookStore& m_store;
  const Clock& m_clock;
  db::Backups m_backups;
  bool m_isChecked = false;
  QTimer m_pause;       ///< single shot: the user does nothing
  QTimer m_backupSoon;  ///< single shot: it is time for a backup
  QFutureWatcher<Result<std::optional<db::Backup>>> m_backup;
};

}  // namespace phaseboard::ui
