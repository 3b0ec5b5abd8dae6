// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/notebook_keeper.h"

#include <chrono>
#include <utility>

#include <QtConcurrent>

#include "db/files/file_system.h"
#include "ui/bridge/session.h"

namespace phaseboard::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPause = 3s;
constexpr auto kAfterStart = 5s;  // the first pictures come before the first backup
constexpr auto kBetweenBackups = 30min;

/// Reads every page, as no opening has the time to.
Status pagesAreSound(const std::filesystem::path& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto check, db::checkFile(notebook, db::CheckDepth::Quick));
  return check.problems.empty()
             ? Status{}
             : fail(ErrorKind::Damaged, notebook.string(), check.problems.front());
}

}  // namespace

NotebookKeeper::NotebookKeeper(db::SqliteNotebookStore& store, Session& session, const Clock& clock,
                               QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock), m_backups(db::diskFiles(), store.path()) {
  if (m_store.isReadOnly())
    return;
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  m_backupSoon.setSingleShot(true);
  m_backupSoon.setInterval(kBetweenBackups);
  connect(&m_pause, &QTimer::timeout, this, &NotebookKeeper::settle);
  connect(&m_backupSoon, &QTimer::timeout, this, &NotebookKeeper::backUp);
  connect(&m_backup, &QFutureWatcherBase::finished, this, &NotebookKeeper::onBackupReady);
  connect(&session, &Session::changed, this, &NotebookKeeper::onChanged);
  QTimer::singleShot(kAfterStart, this, &NotebookKeeper::backUp);
}

NotebookKeeper::~NotebookKeeper() {
  m_backup.waitForFinished();
}

void NotebookKeeper::onChanged() {
  m_pause.start();
  if (!m_backupSoon.isActive())
    m_backupSoon.start();
}

void NotebookKeeper::settle() {
  if (const Status settled = m_store.settle(); !settled)
    Q_EMIT failed(settled.error());
}

void NotebookKeeper::backUp() {
  if (m_backup.isRunning())
    return;
  m_backup.setFuture(
      QtConcurrent::run([backups = m_backups, now = m_clock.now(), notebook = m_store.path(),
                         isFirst = !std::exchange(m_isChecked, true)] {
        if (isFirst)
          if (const Status sound = pagesAreSound(notebook); !sound)
            return Result<std::optional<db::Backup>>(passOn(sound));
        return backups.makeIfChanged(now);
      }));
}

void NotebookKeeper::onBackupReady() {
  const auto made = m_backup.result();
  if (!made) {
    Q_EMIT failed(made.error());
    return;
  }
  if (!*made)
    return;
  if (const Status rotated = m_store.rotateJournal(db::Backups::journalOf(**made)); !rotated)
    Q_EMIT failed(rotated.error());
}

}  // namespace phaseboard::ui
