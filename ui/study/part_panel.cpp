// SPDX-License-Identifier: Apache-2.0
#include "ui/study/part_panel.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/annotations/annotation_section.h"
#include "ui/bridge/text.h"
#include "ui/study/note_view.h"
#include "ui/study/own_words_section.h"
#include "ui/study/reword_dialog.h"
#include "ui/study/reworded_line.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

const content::Part* partOf(const content::Diagram& figure, const PartId& id) {
  const auto at = std::find_if(figure.parts.begin(), figure.parts.end(),
                               [&](const content::Part& part) { return part.id == id; });
  return at == figure.parts.end() ? nullptr : &*at;
}

style::Role roleOf(const content::Part& part) {
  return style::roleNamed(part.shape).value_or(style::Role::Data);
}

QString partKindText(const content::Part& part) {
  switch (part.kind) {
    case content::PartKind::Node:
      return PartPanel::tr("Part");
    case content::PartKind::Edge:
      return PartPanel::tr("Connection");
    case content::PartKind::Group:
      return PartPanel::tr("Group");
  }
  return {};
}

/// One step away: an edge's ends, a node's edges with what is at their other ends.
struct Neighbour {
  PartId id;
  Glyph glyph;
  QString text;
};

std::vector<Neighbour> neighboursOf(const content::Diagram& figure, const content::Part& part) {
  std::vector<Neighbour> result;
  const auto add = [&](const std::optional<PartId>& id, Glyph glyph, const QString& label) {
    const content::Part* other = id ? partOf(figure, *id) : nullptr;
    if (other)
      result.push_back({other->id, glyph,
                        label.isEmpty() ? toQt(other->title)
                                        : toQt(other->title) + QStringLiteral("  ·  ") + label});
  };
  add(part.from, Glyph::Back, {});
  add(part.to, Glyph::Forward, {});
  for (const content::Part& edge : figure.parts) {
    if (edge.to == part.id)
      add(edge.from, Glyph::Back, toQt(edge.label));
    if (edge.from == part.id)
      add(edge.to, Glyph::Forward, toQt(edge.label));
    if (edge.parent == part.id)
      add(edge.id, Glyph::Part, {});
  }
  return result;
}

QWidget* makeNeighbour(const Neighbour& neighbour) {
  auto* card = new Card;
  card->setInteractive(true);
  card->setFlat(true);
  card->column()->setContentsMargins(10, 7, 10, 7);
  auto* row = new QHBoxLayout;
  row->setSpacing(10);
  row->addWidget(new GlyphLabel(neighbour.glyph, Tone::Muted, 16));
  auto* text = new Label(neighbour.text, TextRole::Body);
  text->setElided(true);
  row->addWidget(text, 1);
  card->column()->addLayout(row);
  return card;
}

QWidget* makePartHead(const content::Part& part) {
  auto* card = new Card;
  card->setRole(roleOf(part));
  auto* tags = new QHBoxLayout;
  tags->setSpacing(kGrid);
  tags->addWidget(new Chip(partKindText(part), roleOf(part)));
  if (part.step)
    tags->addWidget(new Chip(PartPanel::tr("Step %1").arg(*part.step), style::Role::Actor));
  tags->addStretch(1);
  card->column()->addLayout(tags);
  auto* title = new Label(toQt(part.title), TextRole::Title);
  title->setWordWrap(true);
  card->column()->addWidget(title);
  return card;
}

}  // namespace

PartPanel::PartPanel(const ScreenContext& context, QWidget* parent)
    : QWidget(parent),
      m_session(context.session),
      m_stack(new QStackedWidget(this)),
      m_page(new NoteView(context.session, this)) {
  m_page->setThumbnails(context.thumbnails);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_stack);
  m_stack->addWidget(new EmptyState(Glyph::Part, tr("No part chosen"),
                                    tr("Click a part of the figure, or press Tab in it, to see "
                                       "what it does and why it is there.")));
  m_stack->addWidget(m_page);
  m_page->setObjectName(QStringLiteral("partPage"));
  m_page->setAccessibleName(tr("Part"));
  connect(m_page->tell(), &NoteSignals::linkActivated, this, &PartPanel::linkActivated);
}

void PartPanel::refreshOwnWords() {
  if (!m_showAgain)
    return;
  const int at = m_page->verticalScrollBar()->value();
  std::exchange(m_showAgain, {})();
  if (at == 0)
    return;
  m_page->finish();
  m_page->verticalScrollBar()->setValue(at);
}

void PartPanel::showNothing() {
  m_showAgain = {};
  m_concept = {};
  m_stack->setCurrentIndex(0);
}

void PartPanel::showPart(const content::Diagram& figure, const PartId& id) {
  const content::Part* part = partOf(figure, id);
  if (!part)
    return showNothing();
  m_concept = {};
  m_showAgain = [this, figure, id] { showPart(figure, id); };
  std::deque<PageView::Maker> makers;
  makers.push_back([copy = *part] { return makePartHead(copy); });
  const std::string target = content::partTarget(figure.id, id).value();
  const ports::Override* mine = m_session.wordings().find(target, "explanation");
  makers.push_back([this, text = toQt(mine ? mine->text : part->explanation)] {
    return makeText(m_page->blocks(), text);
  });
  makers.push_back([this, target] { return makeWordingLine(target); });
  if (part->conceptId)
    makers.push_back([this, id = *part->conceptId] {
      auto* line = new QWidget;
      auto* row = new QHBoxLayout(line);
      row->setContentsMargins(0, 0, 0, 0);
      row->addWidget(new Label(tr("Concept"), TextRole::Small, Tone::Muted));
      auto* chip = new Chip(m_page->blocks().conceptTitle(id), style::Role::Model);
      chip->setGlyph(Glyph::Concept);
      chip->setInteractive(true);
      connect(chip, &Chip::clicked, this, [this, id] { showConcept(id); });
      row->addWidget(chip);
      row->addStretch(1);
      return line;
    });
  makers.push_back([this, target = content::partTarget(figure.id, id)] {
    return new AnnotationSection(m_session, target, AnnotationSection::Form::Complete);
  });
  addOwnWords(m_session, m_page->blocks(), *part, figure.id, makers);
  const std::vector<Neighbour> neighbours = neighboursOf(figure, *part);
  if (!neighbours.empty())
    makers.push_back([count = static_cast<int>(neighbours.size())] {
      return makeSectionTitle(Glyph::Link, tr("Connected with"), count);
    });
  for (const Neighbour& neighbour : neighbours)
    makers.push_back([this, neighbour] {
      auto* card = qobject_cast<Card*>(makeNeighbour(neighbour));
      connect(card, &Card::activated, this, [this, id = neighbour.id] { Q_EMIT partChosen(id); });
      return card;
    });
  m_page->setBlocks(std::move(makers));
  m_stack->setCurrentWidget(m_page);
}

QWidget* PartPanel::makeWordingLine(const std::string& target) {
  if (QWidget* line = makeRewordedLine(m_session, target))
    return line;
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  auto* reword = makeButton(tr("Reword…"), ButtonKind::Quiet, line);
  reword->setObjectName(QStringLiteral("rewordPart"));
  connect(
      reword, &QPushButton::clicked, this,
      [this, target] { rewordTarget(m_session, target, window()); }, Qt::QueuedConnection);
  row->addWidget(reword);
  row->addStretch(1);
  return line;
}

void PartPanel::showUnsaid(const QuestionId& question) {
  m_concept = {};
  m_showAgain = [this, question] { showUnsaid(question); };
  std::deque<PageView::Maker> makers;
  addUnsaidParts(m_session, m_page->blocks(), question, makers);
  m_page->setBlocks(std::move(makers));
  m_stack->setCurrentWidget(m_page);
}

void PartPanel::showConcept(const ConceptId& id) {
  const auto entry = m_session.read(m_session.pack().findConcept(id));
  const auto places = m_session.read(m_session.pack().occurrences(id));
  if (!entry)
    return;
  m_showAgain = {};
  m_concept = id;
  m_page->showConcept(*entry, places.value_or(std::vector<ports::Occurrence>()));
  m_stack->setCurrentWidget(m_page);
  Q_EMIT conceptShown();
}

}  // namespace phaseboard::ui
