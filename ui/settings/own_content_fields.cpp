// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/own_content_fields.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>

#include "ui/settings/folder_field.h"
#include "ui/settings/setting_rows.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/label.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kOwnFolderChoice = "own-content-folder"_L1;

}  // namespace

QString chosenOwnFolder(const WindowMemory& memory) {
  return memory.choice(kOwnFolderChoice, QString());
}

OwnContentFields::OwnContentFields(QFormLayout* form, WindowMemory& memory,
                                   const Workshop* workshop, QObject* parent)
    : QObject(parent),
      m_memory(memory),
      m_inUse(workshop == nullptr ? QString() : workshop->folder()),
      m_folder(new FolderField(u"ownFolder"_s, tr("Folder of your own questions"))),
      m_state(new Label(QString(), TextRole::Small, Tone::Muted)) {
  m_folder->setPlaceholder(tr("“own” beside the notebook"));
  m_state->setObjectName(u"ownFolderState"_s);
  m_state->setWordWrap(true);
  connect(m_folder, &FolderField::chosen, this, &OwnContentFields::keep);
  addSettingRow(form, tr("Folder"), m_folder);
  form->addRow(QString(), m_state);
}

void OwnContentFields::show() {
  m_folder->setFolder(chosenOwnFolder(m_memory));
  showState();
}

void OwnContentFields::keep(const QString& folder) {
  const QString full = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
  if (full == chosenOwnFolder(m_memory))
    return;
  if (QFileInfo info(full); !full.isEmpty() && info.exists() && !info.isDir()) {
    m_state->setTone(Tone::Bad);
    return m_state->setText(tr("This is a file, no folder. Nothing was changed."));
  }
  m_memory.setChoice(kOwnFolderChoice, full);
  show();
}

void OwnContentFields::showState() {
  const QString chosen = chosenOwnFolder(m_memory);
  m_state->setTone(Tone::Muted);
  if (m_inUse.isEmpty())
    return m_state->setText(tr("Used from the next start on."));
  if (chosen.isEmpty() || chosen == QDir(m_inUse).absolutePath())
    return m_state->setText(tr("In use: %1").arg(m_inUse));
  m_state->setText(
      tr("Used from the next start on; until then it is %1. Sources are not moved.").arg(m_inUse));
}

}  // namespace phaseboard::ui
