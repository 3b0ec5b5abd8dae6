// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotation_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/annotations/annotation_words.h"
#include "ui/bridge/text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {
constexpr int kBarWidth = 4;
}

AnnotationCard::AnnotationCard(const ops::PlacedAnnotation& annotation,
                               const FormulaSource& formulas, QWidget* parent)
    : Card(parent), m_id(annotation.annotation.id), m_colour(annotation.annotation.content.colour) {
  setObjectName(QStringLiteral("annotationCard"));
  setInteractive(true);
  setToolTip(tr("Click to change it, Delete removes it"));
  const QString subject = subjectText(annotation);
  setAccessibleName(tr("Annotation on %1: %2").arg(subject, annotationText(annotation)));
  column()->setContentsMargins(14, 8, 10, 8);
  column()->setSpacing(4);
  if (annotation.annotation.anchor.isPassage()) {
    auto* quote = new Label(subject, TextRole::Small, Tone::Muted);
    quote->setElided(true);
    column()->addWidget(quote);
  }
  addNote(annotation.annotation.content, formulas);
  addTags(annotation.annotation.content);
  if (const QString remark = standingText(annotation.standing); !remark.isEmpty()) {
    auto* line = new Label(remark, TextRole::Caption, Tone::Warn);
    line->setWordWrap(true);
    column()->addWidget(line);
  }
}

void AnnotationCard::addNote(const annotations::Content& content, const FormulaSource& formulas) {
  if (!content.note.empty()) {
    auto* note = new TextBlock(formulas);
    note->setRole(TextRole::Small);
    note->setMarkdown(toQt(content.note));
    note->setAttribute(Qt::WA_TransparentForMouseEvents);  // the card is what is clicked
    column()->addWidget(note);
  } else if (content.colour && content.tags.empty() && !content.isStarred) {
    column()->addWidget(
        new Label(tr("%1 highlight").arg(colourText(*content.colour)), TextRole::Small));
  }
}

void AnnotationCard::addTags(const annotations::Content& content) {
  if (content.tags.empty() && !content.isStarred)
    return;
  auto* line = new QWidget;
  line->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* flow = new FlowLayout(6, line);
  if (content.isStarred) {
    auto* star = new Chip(tr("Starred"), style::Role::Metric);
    star->setGlyph(Glyph::StarFilled);
    flow->addWidget(star);
  }
  for (const std::string& tag : content.tags)
    flow->addWidget(new Chip(u'#' + toQt(tag), style::Role::Data));
  column()->addWidget(line);
}

void AnnotationCard::paintEvent(QPaintEvent* event) {
  Card::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_colour ? style::colours(themeOf(this), penOf(*m_colour)).ink
                            : coloursOf(this).mutedText);
  painter.drawRoundedRect(QRectF(5, 7, kBarWidth, height() - 14), kBarWidth / 2.0, kBarWidth / 2.0);
}

void AnnotationCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete)
    Q_EMIT removeRequested();
  else
    Card::keyPressEvent(event);
}

}  // namespace phaseboard::ui
