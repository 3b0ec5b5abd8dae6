// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/task_dialog.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

TaskDialog::TaskDialog(const QString& title, const QString& action, QWidget* parent)
    : QDialog(parent),
      m_column(new QVBoxLayout),
      m_problem(new Label(QString(), TextRole::Small, Tone::Bad, this)) {
  setWindowTitle(title);
  auto* frame = new QVBoxLayout(this);
  frame->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  frame->setSpacing(2 * kGrid);
  frame->addWidget(new Label(title, TextRole::Title));
  m_column->setSpacing(2 * kGrid);
  frame->addLayout(m_column, 1);
  m_problem->setObjectName(QStringLiteral("taskProblem"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  frame->addWidget(m_problem);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  auto* cancel = makeButton(tr("Cancel"), ButtonKind::Plain, this);
  m_action = makeButton(action, ButtonKind::Primary, this);  // after the other, as Tab goes
  m_action->setDefault(true);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_action, &QPushButton::clicked, this, &TaskDialog::act);
  buttons->addWidget(cancel);
  buttons->addWidget(m_action);
  frame->addLayout(buttons);
}

void TaskDialog::tellProblem(const QString& words) {
  m_problem->setText(words);
  m_problem->setVisible(!words.isEmpty());
}

FileField::FileField(const QString& name, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  m_line->setAccessibleName(name);
  auto* browse = makeButton(tr("Browse…"), ButtonKind::Plain, this);
  browse->setAccessibleName(tr("Browse for: %1").arg(name));
  connect(browse, &QPushButton::clicked, this, &FileField::browseRequested);
  row->addWidget(m_line, 1);
  row->addWidget(browse);
  setFocusProxy(m_line);
}

QString FileField::path() const {
  return m_line->text();
}

void FileField::setPath(const QString& path) {
  m_line->setText(path);
}

}  // namespace phaseboard::ui
