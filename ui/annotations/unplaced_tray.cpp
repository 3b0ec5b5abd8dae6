// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/unplaced_tray.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/annotations/annotation_card.h"
#include "ui/annotations/annotation_dialog.h"
#include "ui/annotations/annotation_words.h"
#include "ui/annotations/target_dialog.h"
#include "ui/bridge/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {
constexpr int kMostShown = 200;
}

UnplacedTray::UnplacedTray(Session& session, QWidget* parent)
    : QScrollArea(parent), m_session(session) {
  setObjectName(QStringLiteral("unplacedTray"));
  setAccessibleName(tr("Unplaced annotations"));
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

int UnplacedTray::read() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, kGrid, 2 * kGrid);
  column->setSpacing(12);
  int count = 0;
  if (const auto* placed = m_session.annotations())
    for (const ops::PlacedAnnotation& one : placed->all())
      if (one.standing == annotations::Standing::Unplaced && ++count <= kMostShown)
        column->addWidget(makeCard(one));
  column->addStretch(1);
  setWidget(page);  // deletes the old page
  return count;
}

QWidget* UnplacedTray::makeCard(const ops::PlacedAnnotation& annotation) {
  const annotations::AnnotationId id = annotation.annotation.id;
  auto* card = new Card;
  card->column()->addWidget(
      new Label(tr("It stood at “%1”").arg(toQt(annotation.annotation.anchor.snapshot)),
                TextRole::Small, Tone::Muted));
  auto* inner = new AnnotationCard(annotation, m_session.formulas());
  connect(
      inner, &Card::activated, this, [this, id] { changeAnnotation(m_session, id, window()); },
      Qt::QueuedConnection);
  card->column()->addWidget(inner);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGrid);
  const auto* placed = m_session.annotations();
  if (const auto suggestion = placed->suggestion(annotation)) {
    auto* attach = makeButton(tr("Attach to %1 “%2”")
                                  .arg(targetKindText(suggestion->target->kind).toLower(),
                                       toQt(annotations::firstWords(suggestion->target->title, 7))),
                              ButtonKind::Primary, card);
    attach->setObjectName(QStringLiteral("attachSuggested"));
    connect(
        attach, &QPushButton::clicked, this,
        [this, id, target = suggestion->target->id] { this->attach(id, target); },
        Qt::QueuedConnection);
    row->addWidget(attach);
  }
  auto* choose = makeButton(tr("Choose a place…"), ButtonKind::Plain, card);
  choose->setObjectName(QStringLiteral("attachChosen"));
  connect(
      choose, &QPushButton::clicked, this, [this, id] { choosePlace(id); }, Qt::QueuedConnection);
  row->addWidget(choose);
  row->addStretch(1);
  card->column()->addLayout(row);
  return card;
}

void UnplacedTray::attach(const annotations::AnnotationId& id, const TargetId& target) {
  const auto* placed = m_session.annotations();
  const auto* known = placed->find(id);
  const auto* text = placed->text(target);
  if (!known || !text)
    return;
  const annotations::Anchor anchor = annotations::reanchored(known->annotation.anchor, *text);
  (void)m_session.runOnAnnotations([&](ops::AnnotationOperations& annotations) {
    return annotations.reattachAnnotation(id, anchor);
  });
}

void UnplacedTray::choosePlace(const annotations::AnnotationId& id) {
  const auto* placed = m_session.annotations();
  const auto* known = placed->find(id);
  if (!known)
    return;
  std::vector<annotations::TargetText> targets = placed->targets(known->question);
  if (targets.empty())
    for (const ports::QuestionCard& card : m_session.pack().questions())
      targets.insert(targets.end(), placed->targets(card.id).begin(),
                     placed->targets(card.id).end());
  if (const auto chosen = chooseTarget(targets, tr("Attach it where?"), window()))
    attach(id, chosen->id);
}

}  // namespace phaseboard::ui
