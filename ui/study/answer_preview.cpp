// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_preview.h"

#include <algorithm>
#include <utility>

#include <QTimer>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/study/markdown_edits.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

/// Which of the pieces of a text holds this place; the last one for what stands behind all.
qsizetype pieceAt(const QStringList& pieces, const QString& text, qsizetype place) {
  qsizetype end = 0;
  for (qsizetype piece = 0; piece < pieces.size(); ++piece) {
    end = std::max<qsizetype>(end, text.indexOf(pieces[piece], end)) + pieces[piece].size();
    if (end >= place)
      return piece;
  }
  return std::max<qsizetype>(0, pieces.size() - 1);
}

}  // namespace

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
  m_above = new Label(QString(), TextRole::Small, Tone::Muted);
  m_below = new Label(QString(), TextRole::Small, Tone::Muted);
  m_column->addWidget(m_above);
  m_column->addWidget(m_below);
  m_column->addStretch(1);
  tellLeftOut(0, 0);
  setWidget(page);
}

TextBlock* AnswerPreview::makeBlock(const QString& markdown) {
  auto* block = new TextBlock(m_session.formulas());
  block->setPictures(m_session.pictures());
  block->setMarkdown(toQt(m_resolver.resolved(fromQt(markdown))));
  connect(block, &TextBlock::linkActivated, this, &AnswerPreview::linkActivated);
  return block;
}

void AnswerPreview::tellLeftOut(qsizetype above, qsizetype below) {
  m_above->setVisible(above > 0);
  m_above->setText(tr("%n more paragraph(s) above", nullptr, static_cast<int>(above)));
  m_below->setVisible(below > 0);
  m_below->setText(tr("%n more paragraph(s) below", nullptr, static_cast<int>(below)));
}

void AnswerPreview::setMarkdown(const QString& markdown, qsizetype cursor) {
  const QStringList all = markdownBlocks(markdown);
  const qsizetype written = pieceAt(all, markdown, cursor);
  // In steps, so that most keys leave the same pieces on the page.
  constexpr qsizetype kStep = kMostPieces / 2;
  const qsizetype first = std::clamp<qsizetype>(written / kStep * kStep - kStep / 2, 0,
                                                std::max<qsizetype>(0, all.size() - kMostPieces));
  showTexts(all.mid(first, kMostPieces));
  tellLeftOut(first, all.size() - first - m_texts.size());
  if (std::exchange(m_first, first) != first)
    QTimer::singleShot(0, this, [this, at = static_cast<std::size_t>(written - first)] {
      if (at < m_blocks.size())
        ensureWidgetVisible(m_blocks[at]);
    });
}

void AnswerPreview::showTexts(const QStringList& texts) {
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
    m_column->insertWidget(static_cast<int>(head + i) + 1, block);
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
