// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/scrolled_words.h"

#include <algorithm>

#include <QScrollBar>

#include "ui/widgets/label.h"

namespace phaseboard::ui {

ScrolledWords::ScrolledWords(TextRole role, Tone tone, int width, int mostHeight, QWidget* parent)
    : QScrollArea(parent),
      m_label(new Label(QString(), role, tone)),
      m_width(width),
      m_mostHeight(mostHeight) {
  m_label->setWordWrap(true);
  m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  setWidget(m_label);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  m_label->setAutoFillBackground(false);
  hide();
}

void ScrolledWords::setWords(const QString& words) {
  m_label->setText(words);
  setFixedHeight(std::clamp(m_label->heightForWidth(m_width), 0, m_mostHeight));
  verticalScrollBar()->setValue(0);
  setVisible(!words.isEmpty());
}

}  // namespace phaseboard::ui
