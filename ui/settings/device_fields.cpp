// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/device_fields.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/merge/merge_commands.h"
#include "ui/settings/setting_rows.h"
#include "ui/widgets/buttons.h"

namespace phaseboard::ui {

DeviceFields::DeviceFields(QFormLayout* form, WindowMemory& memory, QWidget* parent)
    : QObject(parent), m_memory(memory), m_parent(parent), m_folder(new QLineEdit) {
  auto* field = new QWidget;
  auto* row = new QHBoxLayout(field);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGrid);
  m_folder->setObjectName(QStringLiteral("sharedFolder"));
  m_folder->setAccessibleName(tr("Shared folder"));
  m_folder->setPlaceholderText(tr("None"));
  m_folder->setClearButtonEnabled(true);
  row->addWidget(m_folder, 1);
  auto* browse = makeButton(tr("Choose…"), ButtonKind::Plain, field);
  browse->setObjectName(QStringLiteral("chooseSharedFolder"));
  row->addWidget(browse);
  connect(browse, &QPushButton::clicked, this, &DeviceFields::choose);
  connect(m_folder, &QLineEdit::editingFinished, this, &DeviceFields::keep);
  addSettingRow(form, tr("Shared folder"), field);
}

void DeviceFields::show() {
  m_folder->setText(sharedFolder(m_memory));
}

void DeviceFields::choose() {
  const QString chosen = chooseSharedFolder(m_folder->text(), m_parent);
  if (chosen.isEmpty())
    return;
  m_folder->setText(chosen);
  keep();
}

void DeviceFields::keep() {
  if (m_folder->text() != sharedFolder(m_memory))
    setSharedFolder(m_memory, m_folder->text().trimmed());
}

}  // namespace phaseboard::ui
