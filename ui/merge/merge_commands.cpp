// SPDX-License-Identifier: Apache-2.0
#include "ui/merge/merge_commands.h"

#include <QFileDialog>

#include "app/ops/sync_operations.h"
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
  if (const Status copied = m_door.backUp(); !copied) {
    Q_EMIT m_session.failed(copied.error());
    return;
  }
  const auto outcome =
      runHere(tr("Exchanging news…"), m_window, [&](const exchange::Progress& progress) {
        return m_session.run(
            [&](ops::Desk&) { return m_door.syncs.sync(fromQt(folder), progress); });
      });
  if (!outcome)
    return;
  QStringList words;
  const QString came = mergeWords(outcome->done);
  words.push_back(came.isEmpty() ? tr("Nothing new from other devices.")
                                 : tr("Came: %1.").arg(came));
  if (outcome->done.conflicts > 0)
    words.push_back(conflictWords(outcome->done));
  if (outcome->hasTold)
    words.push_back(tr("Your news are in the folder."));
  if (!outcome->waiting.empty())
    words.push_back(tr("%n file(s) have not arrived wholly; they are read the next time.", nullptr,
                       static_cast<int>(outcome->waiting.size())));
  if (!outcome->tooNew.empty())
    words.push_back(tr("%n file(s) were written by a newer Phaseboard.", nullptr,
                       static_cast<int>(outcome->tooNew.size())));
  Q_EMIT said(words.join(u' '));
}

}  // namespace phaseboard::ui
