// SPDX-License-Identifier: Apache-2.0
#include "ui/study/notice_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 10, 8);
  column->setSpacing(4);
  m_text = new Label(QString(), TextRole::Small);
  m_text->setWordWrap(true);
  column->addWidget(m_text);
  auto* row = new QHBoxLayout;
  m_first = makeButton(QString(), ButtonKind::Quiet, this);
  m_second = makeButton(QString(), ButtonKind::Quiet, this);
  row->addStretch(1);
  row->addWidget(m_first);
  row->addWidget(m_second);
  column->addLayout(row);
  connect(m_first, &QPushButton::clicked, this, &NoticeBar::firstChosen);
  connect(m_second, &QPushButton::clicked, this, &NoticeBar::secondChosen);
  hide();
}

void NoticeBar::show(const QString& text, const QString& first, const QString& second) {
  m_text->setText(text);
  m_first->setText(first);
  m_first->setVisible(!first.isEmpty());
  m_second->setText(second);
  m_second->setVisible(!second.isEmpty());
  QWidget::show();
}

void NoticeBar::paintEvent(QPaintEvent*) {
  const style::RoleColours c = style::colours(themeOf(this), style::Role::Note);
  QPainter painter(this);
  paintPanel(painter, rect(), 10, c.body, c.border);
}

}  // namespace phaseboard::ui
