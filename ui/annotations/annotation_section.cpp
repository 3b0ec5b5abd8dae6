// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/annotation_section.h"

#include <utility>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/annotations/annotation_card.h"
#include "ui/annotations/annotation_dialog.h"
#include "ui/annotations/pen_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

/// Words marked with a pen and nothing said about them: the mark in the text is enough.
bool isMarkAlone(const ops::PlacedAnnotation& annotation) {
  const annotations::Content& content = annotation.annotation.content;
  return annotation.annotation.anchor.isPassage() && content.note.empty() && content.tags.empty() &&
         !content.isStarred && annotation.standing != annotations::Standing::WordsGone;
}

}  // namespace

AnnotationSection::AnnotationSection(Session& session, TargetId target, Form form, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_target(std::move(target)),
      m_form(form),
      m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("annotationSection"));
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(6);
  if (m_form == Form::Complete)
    makeButtons();
  connect(&session, &Session::changed, this, [this](const ops::Changes& changes) {
    if (changes.touches(ops::Aspect::Annotations))
      read();
  });
  read();
}

void AnnotationSection::makeButtons() {
  auto* head = new QHBoxLayout;
  head->setContentsMargins(0, 2 * kGrid, 0, 0);
  head->setSpacing(kGrid);
  head->addWidget(new GlyphLabel(Glyph::Pencil, Tone::Accent, 18));
  auto* title = new Label(tr("My annotations"), TextRole::Heading);
  title->setElided(true);  // what can be pressed keeps its place
  head->addWidget(title, 1);
  auto* pens = new PenRow(this);
  pens->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(pens, &PenRow::chosen, this, [this, pens](std::optional<annotations::Colour> colour) {
    pens->setColour(std::nullopt);
    if (colour)
      highlight(*colour);
  });
  auto* note = makeButton(tr("Add a note"), ButtonKind::Plain, this);
  note->setObjectName(QStringLiteral("addAnnotation"));
  connect(note, &QPushButton::clicked, this, [this] {
    const auto* placed = m_session.annotations();
    if (const auto* text = placed ? placed->text(m_target) : nullptr)
      writeAnnotation(m_session, annotations::anchorTo(*text), {}, window());
  });
  head->addWidget(note);
  m_column->addLayout(head);
  m_column->addWidget(pens);
}

void AnnotationSection::highlight(annotations::Colour colour) {
  const auto* placed = m_session.annotations();
  const auto* text = placed ? placed->text(m_target) : nullptr;
  if (!text)
    return;
  annotations::Content content;
  content.colour = colour;
  // One highlight of the whole is enough: choosing another pen colours it anew.
  for (const auto* known : placed->at(m_target))
    if (!known->annotation.anchor.isPassage() && known->annotation.content.colour) {
      content = known->annotation.content;
      content.colour = content.colour == colour ? std::nullopt : std::optional(colour);
      (void)m_session.runOnAnnotations(
          [&, id = known->annotation.id](ops::AnnotationOperations& annotations) {
            return annotations.editAnnotation(id, content);
          });
      return;
    }
  (void)m_session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
    return annotations.annotate(annotations::anchorTo(*text), content);
  });
}

void AnnotationSection::read() {
  for (AnnotationCard* card : m_cards) {
    card->hide();
    card->deleteLater();
  }
  m_cards.clear();
  if (const auto* placed = m_session.annotations())
    for (const ops::PlacedAnnotation* annotation : placed->at(m_target))
      if (m_form == Form::Complete || !isMarkAlone(*annotation))
        addCard(*annotation);
  if (m_form == Form::Strip)
    setVisible(!m_cards.empty());
  updateGeometry();
}

void AnnotationSection::addCard(const ops::PlacedAnnotation& annotation) {
  auto* card = new AnnotationCard(annotation, m_session.formulas(), this);
  m_cards.push_back(card);
  m_column->addWidget(card);
  card->show();
  const annotations::AnnotationId id = card->id();
  // Queued: what they do takes this card away.
  connect(
      card, &Card::activated, this, [this, id] { changeAnnotation(m_session, id, window()); },
      Qt::QueuedConnection);
  connect(
      card, &AnnotationCard::removeRequested, this,
      [this, id] {
        (void)m_session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
          return annotations.removeAnnotation(id);
        });
      },
      Qt::QueuedConnection);
}

}  // namespace phaseboard::ui
