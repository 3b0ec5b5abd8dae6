// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/scrolled_page.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace phaseboard::ui {

void fillWithScrolled(QWidget* page, QWidget* content) {
  auto* scroll = new QScrollArea(page);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAlignment(Qt::AlignHCenter);
  scroll->setWidget(content);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* outer = new QVBoxLayout(page);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
}

}  // namespace phaseboard::ui
