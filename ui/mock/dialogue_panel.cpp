// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/dialogue_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/bridge/text.h"
#include "ui/mock/mock_words.h"
#include "ui/mock/rehearsal.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {
constexpr int kIndent = 3 * kGrid;
}

DialoguePanel::DialoguePanel(Session& session, Rehearsal& rehearsal, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_rehearsal(rehearsal),
      m_area(new QScrollArea(this)),
      m_question(new QLineEdit(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * kGrid, kGrid, kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(tr("Interviewer"), TextRole::Heading, Tone::Normal, this));
  m_area->setWidgetResizable(true);
  m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_area->setAccessibleName(tr("What was said"));
  auto* page = new QWidget;
  m_lines = new QVBoxLayout(page);
  m_lines->setContentsMargins(0, 0, kGrid, 0);
  m_lines->setSpacing(kGrid);
  m_lines->addStretch(1);
  m_area->setWidget(page);
  column->addWidget(m_area, 1);
  // Lines have their height only after they were laid out; what was said last stays in view.
  connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this,
          [this](int, int most) { m_area->verticalScrollBar()->setValue(most); });
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  m_question->setObjectName(QStringLiteral("clarification"));
  m_question->setAccessibleName(tr("Ask the interviewer"));
  m_question->setPlaceholderText(tr("Ask the interviewer…"));
  m_question->setMaxLength(200);
  auto* send = new GlyphButton(Glyph::Chat, tr("Ask"), this);
  row->addWidget(m_question, 1);
  row->addWidget(send);
  column->addLayout(row);
  connect(m_question, &QLineEdit::returnPressed, this, &DialoguePanel::ask);
  connect(send, &GlyphButton::clicked, this, &DialoguePanel::ask);
}

void DialoguePanel::load() {
  while (m_lines->count() > 1) {
    QLayoutItem* item = m_lines->takeAt(0);
    delete item->widget();
    delete item;
  }
  m_question->clear();
  addBubble(toQt(m_rehearsal.question().interviewer), false);
  for (const mock::Event& event : m_rehearsal.record().events())
    if (event.kind == mock::EventKind::Asked)
      add(toQt(event.text));
}

void DialoguePanel::focusQuestion() {
  m_question->setFocus();
}

void DialoguePanel::ask() {
  const QString asked = m_question->text().simplified();
  if (!m_rehearsal.ask(asked))
    return;
  m_question->clear();
  add(asked);
}

void DialoguePanel::add(const QString& asked) {
  addBubble(asked.toHtmlEscaped(), true);
  const mock::Clarification said = mock::clarify(fromQt(asked), m_rehearsal.question());
  QWidget* answer = addBubble(answerWords(said, m_rehearsal.info().plan.style), false);
  answer->setProperty("saidTo", asked);
}

QWidget* DialoguePanel::addBubble(const QString& markdown, bool isCandidate) {
  auto* bubble = new Card;
  bubble->setObjectName(isCandidate ? QStringLiteral("asked") : QStringLiteral("said"));
  bubble->column()->setContentsMargins(12, kGrid, 12, kGrid);
  if (isCandidate)
    bubble->setRole(style::Role::Service);
  auto* text = new TextBlock(m_session.formulas(), bubble);
  text->setMarkdown(markdown);
  bubble->column()->addWidget(text);
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(isCandidate ? kIndent : 0, 0, isCandidate ? 0 : kIndent, 0);
  row->addWidget(bubble);
  m_lines->insertWidget(m_lines->count() - 1, line);
  return text;
}

}  // namespace phaseboard::ui
