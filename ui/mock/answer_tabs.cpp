// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/answer_tabs.h"

#include <QKeyEvent>

#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"

namespace phaseboard::ui {

AnswerTabs::AnswerTabs(const QStringList& names, QWidget* parent)
    : QWidget(parent), m_names(names) {
  setObjectName(QStringLiteral("answerTabs"));
  setAccessibleName(tr("Parts of the answer"));
  auto* flow = new FlowLayout(6, this);
  for (int i = 0; i < names.size(); ++i) {
    auto* chip = new Chip(names[i], style::Role::Data, this);
    chip->setCheckable(true);
    connect(chip, &Chip::clicked, this, [this, i] { choose(i); });
    flow->addWidget(chip);
    m_chips.push_back(chip);
  }
  setCurrent(0);
}

void AnswerTabs::setCurrent(int index) {
  m_current = index;
  for (int i = 0; i < count(); ++i)
    m_chips[static_cast<std::size_t>(i)]->setChecked(i == index);
}

void AnswerTabs::setBadge(int index, int number) {
  m_chips[static_cast<std::size_t>(index)]->setText(
      number == 0 ? m_names[index] : tr("%1 · %2").arg(m_names[index]).arg(number));
}

void AnswerTabs::choose(int index) {
  if (index < 0 || index >= count())
    return;
  setCurrent(index);
  Q_EMIT chosen(index);
}

void AnswerTabs::keyPressEvent(QKeyEvent* event) {
  const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  const int next = m_current + by;
  if (by == 0 || next < 0 || next >= count()) {
    QWidget::keyPressEvent(event);
    return;
  }
  choose(next);
}

}  // namespace phaseboard::ui
