// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/device_fields.h"

#include <QFormLayout>

#include "ui/merge/merge_commands.h"
#include "ui/settings/folder_field.h"
#include "ui/settings/setting_rows.h"

namespace phaseboard::ui {

DeviceFields::DeviceFields(QFormLayout* form, WindowMemory& memory, QObject* parent)
    : QObject(parent),
      m_memory(memory),
      m_folder(new FolderField(QStringLiteral("sharedFolder"), tr("Shared folder"))) {
  m_folder->setPlaceholder(tr("None"));
  connect(m_folder, &FolderField::chosen, this, [this](const QString& folder) {
    if (folder != sharedFolder(m_memory))
      setSharedFolder(m_memory, folder);
  });
  addSettingRow(form, tr("Shared folder"), m_folder);
}

void DeviceFields::show() {
  m_folder->setFolder(sharedFolder(m_memory));
}

}  // namespace phaseboard::ui
