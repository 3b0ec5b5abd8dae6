// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_page.h"

#include <cmath>

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/widgets/look.h"

namespace phaseboard::ui {

ProgressPage::ProgressPage(const ScreenContext& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
  auto* content = new QWidget;
  atTextSize(content, [content] { content->setMaximumWidth(scaled(1180)); });
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(32, 8, 32, 32);
  m_column->setSpacing(16);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAlignment(Qt::AlignHCenter);
  scroll->setWidget(content);
  scroll->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached, and scrolls it
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
}

QString percentText(double share) {
  return ProgressPage::tr("%1 %").arg(std::lround(share * 100));
}

}  // namespace phaseboard::ui
