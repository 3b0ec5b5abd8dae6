// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/busy_dialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kTextWidth = 440;

Label* addText(QVBoxLayout* column, const QString& text, Tone tone) {
  auto* label = new Label(text, TextRole::Body, tone);
  label->setWordWrap(true);
  atTextSize(label, [label] { label->setFixedWidth(scaled(kTextWidth)); });
  column->addWidget(label);
  return label;
}

}  // namespace

BusyDialog::BusyDialog(const QString& notebook, const QString& holder, std::function<bool()> raise)
    : m_raise(std::move(raise)) {
  setWindowTitle(QStringLiteral("Phaseboard"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(tr("This notebook is already open"), TextRole::Title));
  addText(column,
          tr("Another Phaseboard window has it. Only one window at a time may write to a "
             "notebook, so that nothing you do is lost."),
          Tone::Normal);
  addText(column, tr("%1 (%2)").arg(notebook, holder), Tone::Muted);
  m_trouble = addText(column,
                      tr("The other window does not answer. Close it there, or end that "
                         "process, and start Phaseboard again."),
                      Tone::Bad);
  m_trouble->setObjectName(QStringLiteral("trouble"));
  m_trouble->hide();
  column->addSpacing(kGrid);

  auto* front = makeButton(tr("Bring to front"), ButtonKind::Primary, this);
  front->setObjectName(QStringLiteral("bringToFront"));
  front->setDefault(true);
  auto* quit = makeButton(tr("Quit"), ButtonKind::Plain, this);
  quit->setObjectName(QStringLiteral("quit"));
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(quit);
  row->addWidget(front);
  column->addLayout(row);
  column->setSizeConstraint(QLayout::SetFixedSize);
  connect(front, &QPushButton::clicked, this, &BusyDialog::bringToFront);
  connect(quit, &QPushButton::clicked, this, &QDialog::reject);
}

void BusyDialog::bringToFront() {
  if (m_raise())
    accept();
  else
    m_trouble->show();
}

}  // namespace phaseboard::ui
