// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/folder_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/widgets/buttons.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

FolderField::FolderField(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_line(new QLineEdit(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGrid);
  m_line->setObjectName(name);
  m_line->setAccessibleName(title);
  m_line->setClearButtonEnabled(true);
  row->addWidget(m_line, 1);
  auto* browse = makeButton(tr("Choose…"), ButtonKind::Plain, this);
  browse->setObjectName(QStringLiteral("choose") + name.at(0).toUpper() + name.mid(1));
  browse->setAccessibleName(tr("Choose: %1").arg(title));
  row->addWidget(browse);
  connect(browse, &QPushButton::clicked, this, &FolderField::choose);
  connect(m_line, &QLineEdit::editingFinished, this, [this] { Q_EMIT chosen(folder()); });
  setFocusProxy(m_line);
}

QString FolderField::folder() const {
  return m_line->text().trimmed();
}

void FolderField::setFolder(const QString& folder) {
  m_line->setText(folder);
}

void FolderField::setPlaceholder(const QString& words) {
  m_line->setPlaceholderText(words);
}

void FolderField::choose() {
  const QString picked = QFileDialog::getExistingDirectory(this, m_title, folder());
  if (picked.isEmpty())
    return;
  setFolder(picked);
  Q_EMIT chosen(picked);
}

}  // namespace phaseboard::ui
