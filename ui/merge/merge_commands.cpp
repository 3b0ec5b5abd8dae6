// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_commands.h"

#include <QFileDialog>

#include "ui/bridge/text.h"
#include "ui/exchange/long_work.h"
#include "ui/merge/merge_dialog.h"
#include "ui/merge/merge_words.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

}  // namespace

QString sharedFolder(const WindowMemory& memory) {
  return memory.choice(u"shared-folder"_s, QString());
}

void setSharedFolder(WindowMemory& memory, const QString& folder) {
  memory.setChoice(u"shared-folder"_s, folder);
}

QString chooseSharedFolder(const QString& before, QWidget* parent) {
  return QFileDialog::getExistingDirectory(
      parent, MergeCommands::tr("A folder that your machines share"), before);
}

MergeCommands::MergeCommands(Session& session, WindowMemory& memory, const MergeDoor& door,
                             QWidget* window)
    : QObject(window), m_session(session), m_memory(memory), m_door(door), m_window(window) {}

void MergeCommands::merge() {
  auto* dialog = new MergeDialog(m_session, m_door, m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    const QString conflicts = conflictWords(*dialog->merged());
    Q_EMIT said(conflicts.isEmpty() ? tr("Merged: %1").arg(mergeWords(*dialog->merged()))
                                    : conflicts);
  });
  dialog->open();
}

void MergeCommands::sync() {
  QString folder = sharedFolder(m_memory);
  if (folder.isEmpty()) {
    folder = chooseSharedFolder(QString(), m_window);
    if (folder.isEmpty())
      return;
    setSharedFolder(m_memory, folder);
  }
  auto outcome = syncOnWorker(fromQt(folder));
  if (!outcome && exchange::isStopped(outcome.error()))
    return;
  const auto done = outcome;
  // What was done elsewhere is told as if it had been done here.
  if (!m_session.run([&](ops::Desk&) { return std::move(outcome); }))
    return;
  Q_EMIT said(syncWords(*done).join(u' '));
}

Result<ops::SyncOutcome> MergeCommands::syncOnWorker(const std::string& folder) {
  PHASEBOARD_TRY_ASSIGN(auto lent, m_door.lend());
  return runLong(tr("Exchanging news…"), m_window,
                 [&](const exchange::Progress& progress) -> Result<ops::SyncOutcome> {
                   const auto own = std::move(lent);  // given back when the work is done
                   PHASEBOARD_TRY(m_door.backUp());
                   return own->syncs().sync(folder, progress);
                 });
}

QStringList MergeCommands::syncWords(const ops::SyncOutcome& outcome) {
  QStringList words;
  const QString came = mergeWords(outcome.done);
  words.push_back(came.isEmpty() ? tr("Nothing new from other devices.")
                                 : tr("Came: %1.").arg(came));
  if (outcome.done.conflicts > 0)
    words.push_back(conflictWords(outcome.done));
  if (outcome.hasTold)
    words.push_back(tr("Your news are in the folder."));
  if (!outcome.waiting.empty())
    words.push_back(tr("%n file(s) have not arrived wholly; they are read the next time.", nullptr,
                       static_cast<int>(outcome.waiting.size())));
  if (!outcome.tooNew.empty())
    words.push_back(tr("%n file(s) were written by a newer Phaseboard.", nullptr,
                       static_cast<int>(outcome.tooNew.size())));
  return words;
}

}  // namespace phaseboard::ui
