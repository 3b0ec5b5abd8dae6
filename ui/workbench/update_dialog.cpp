// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/update_dialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/models/palette_model.h"
#include "ui/study/fold_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/workbench/update_words.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// Where a figure lies, or anything else with an id.
Place placeOfChange(const content::ChangedContent& change) {
  if (change.kind != content::ContentKind::Figure)
    return placeOfTarget(change.id);
  Place place{.screen = ScreenName::Study, .diagram = DiagramId{change.id}};
  place.question = QuestionId{change.id.substr(0, change.id.find('/'))};
  return place;
}

}  // namespace

UpdateDialog::UpdateDialog(Session& session, const std::vector<content::QuestionUpdate>& updates,
                           QWidget* parent)
    : QDialog(parent), m_session(session) {
  setObjectName(u"updateDialog"_s);
  setWindowTitle(tr("What changed"));
  resize(scaled(640), scaled(560));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
  column->setSpacing(kGrid);
  column->addWidget(new Label(tr("The questions were updated"), TextRole::Title));
  auto* hint = new Label(tr("Your answers, annotations and schedules are as they were."),
                         TextRole::Small, Tone::Muted);
  column->addWidget(hint);
  auto* page = new QWidget;
  auto* cards = new QVBoxLayout(page);
  cards->setContentsMargins(0, kGrid, kGrid, kGrid);
  cards->setSpacing(12);
  for (const content::QuestionUpdate& update : updates)
    cards->addWidget(makeCard(update));
  if (updates.empty())
    cards->addWidget(new EmptyState(Glyph::Check, tr("Nothing changed"),
                                    tr("What the packs say is what you saw last time.")));
  cards->addStretch(1);
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);  // what lies on it is reached by Tab, and scrolls it
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setWidget(page);
  column->addWidget(area, 1);
  auto* row = new QHBoxLayout;
  const auto again =
      session.read(ops::promptsToReviewAgain(updates, session.pack(), session.notebook()));
  auto* close = makeButton(tr("Close"), ButtonKind::Plain, this);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  row->addStretch(1);
  row->addWidget(close);
  if (again && !again->empty()) {
    auto* review =
        makeButton(tr("Review %n changed prompt(s)", nullptr, static_cast<int>(again->size())),
                   ButtonKind::Primary, this);
    review->setObjectName(u"reviewChanged"_s);
    connect(review, &QPushButton::clicked, this, [this, prompts = *again] {
      go(Place{.screen = ScreenName::Review, .prompts = prompts});
    });
    row->addWidget(review);
  }
  column->addLayout(row);
}

QWidget* UpdateDialog::makeCard(const content::QuestionUpdate& update) {
  auto* card = new FoldCard;
  QString title = toQt(update.question.value());
  for (const ports::QuestionCard& known : m_session.pack().questions())
    if (known.id == update.question)
      title = toQt(known.title);
  card->head()->addWidget(new Label(title, TextRole::Strong));
  auto* summary = new Label(summaryOf(update), TextRole::Small, Tone::Muted);
  summary->setWordWrap(true);
  card->head()->addWidget(summary);
  card->setAccessibleName(title + u": "_s + summary->text());
  card->setBody([this, update] {
    auto* body = new QWidget;
    auto* lines = new QVBoxLayout(body);
    lines->setContentsMargins(0, 4, 0, 0);
    lines->setSpacing(2);
    for (const content::ChangedContent& change : update.changes)
      lines->addWidget(makeChange(change), 0, Qt::AlignLeft);
    if (update.isNew) {
      auto* open = makeButton(tr("Open it in Study"), ButtonKind::Quiet, body);
      connect(open, &QPushButton::clicked, this, [this, question = update.question] {
        go(Place{.screen = ScreenName::Study, .question = question});
      });
      lines->addWidget(open, 0, Qt::AlignLeft);
    }
    return body;
  });
  return card;
}

QWidget* UpdateDialog::makeChange(const content::ChangedContent& change) {
  if (change.change == content::ContentChange::Removed)
    return new Label(changeText(change), TextRole::Small, Tone::Muted);
  auto* line = makeButton(changeText(change), ButtonKind::Quiet, this);
  connect(line, &QPushButton::clicked, this, [this, place = placeOfChange(change)] { go(place); });
  return line;
}

void UpdateDialog::go(const Place& place) {
  accept();
  Q_EMIT placeRequested(place);
}

}  // namespace phaseboard::ui
