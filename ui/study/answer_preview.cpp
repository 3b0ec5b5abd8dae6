// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_preview.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/study/markdown_edits.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {

AnswerPreview::AnswerPreview(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_resolver(session.pack()) {
  setObjectName(QStringLiteral("answerPreview"));
  setAccessibleName(tr("Preview of my answer"));
  setWidgetResizable(true);
  setFocusPolicy(Qt::TabFocus);  // a click is for the text, not for the area
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* page = new QWidget;
  m_column = new QVBoxLayout(page);
  m_column->setContentsMargins(8, 4, 8, 8);
  m_column->setSpacing(kGrid);
  m_column->addStretch(1);
  setWidget(page);
}

TextBlock* AnswerPreview::makeBlock(const QString& markdown) {
  auto* block = new TextBlock(m_session.formulas());
  block->setPictures(m_session.pictures());
  block->setMarkdown(toQt(m_resolver.resolved(fromQt(markdown))));
  connect(block, &TextBlock::linkActivated, this, &AnswerPreview::linkActivated);
  return block;
}

void AnswerPreview::setMarkdown(const QString& markdown) {
  const QStringList texts = markdownBlocks(markdown);
  const qsizetype shorter = std::min(texts.size(), m_texts.size());
  qsizetype head = 0;
  while (head < shorter && texts[head] == m_texts[head])
    ++head;
  qsizetype tail = 0;
  while (tail < shorter - head &&
         texts[texts.size() - 1 - tail] == m_texts[m_texts.size() - 1 - tail])
    ++tail;
  const qsizetype gone = m_texts.size() - head - tail;
  const qsizetype made = texts.size() - head - tail;
  const auto at = m_blocks.begin() + head;
  for (qsizetype i = 0; i < std::min(gone, made); ++i)  // what was typed in stays where it is
    (*(at + i))->setMarkdown(toQt(m_resolver.resolved(fromQt(texts[head + i]))));
  for (qsizetype i = made; i < gone; ++i)
    delete *(at + i);
  if (made < gone)
    m_blocks.erase(at + made, at + gone);
  for (qsizetype i = gone; i < made; ++i) {
    TextBlock* block = makeBlock(texts[head + i]);
    m_column->insertWidget(static_cast<int>(head + i), block);
    m_blocks.insert(m_blocks.begin() + head + i, block);
  }
  m_texts = texts;
}

void AnswerPreview::refreshImages() {
  for (std::size_t i = 0; i < m_blocks.size(); ++i)
    if (m_texts[static_cast<qsizetype>(i)].contains(QLatin1String("](notebook:")))
      m_blocks[i]->setMarkdown(m_blocks[i]->markdown());
}

}  // namespace phaseboard::ui
