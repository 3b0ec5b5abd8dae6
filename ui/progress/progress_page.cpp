// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_page.h"

#include <cmath>

#include <QVBoxLayout>

#include "ui/widgets/look.h"
#include "ui/widgets/scrolled_page.h"

namespace phaseboard::ui {

ProgressPage::ProgressPage(const ScreenContext& context, QWidget* parent)
    : QWidget(parent), m_context(context) {
  auto* content = new QWidget;
  atTextSize(content, [content] { content->setMaximumWidth(scaled(1180)); });
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(32, 8, 32, 32);
  m_column->setSpacing(16);
  fillWithScrolled(this, content);
}

QString percentText(double share) {
  return ProgressPage::tr("%1 %").arg(std::lround(share * 100));
}

}  // namespace phaseboard::ui
