// SPDX-License-Identifier: Apache-2.0
#include "ui/today/next_card.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/ops/mock_report.h"
#include "app/ports/mock_store.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"

namespace phaseboard::ui {
namespace {

constexpr int kMostNext = 6;

int percentOf(double share) {
  return static_cast<int>(std::lround(share * 100));
}

}  // namespace

NextCard::NextCard(Session& session, QWidget* parent)
    : Card(parent), m_session(session), m_items(new QVBoxLayout) {
  column()->setSpacing(8);
  column()->addWidget(new Label(tr("Go on with"), TextRole::Heading, Tone::Normal, this));
  m_items->setSpacing(8);
  column()->addLayout(m_items);
  column()->addStretch();
}

void NextCard::add(Glyph glyph, const QString& title, const QString& detail, const Place& place) {
  auto* card = new Card;
  card->setFlat(true);
  card->setInteractive(true);
  card->setAccessibleName(title + QStringLiteral(", ") + detail);
  card->column()->setContentsMargins(10, 8, 10, 8);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  auto* name = new Label(title, TextRole::Strong, Tone::Normal, card);
  name->setElided(true);
  auto* about = new Label(detail, TextRole::Caption, Tone::Muted, card);
  about->setElided(true);
  words->addWidget(name);
  words->addWidget(about);
  row->addWidget(new GlyphLabel(glyph, Tone::Accent, 20, card));
  row->addLayout(words, 1);
  row->addWidget(new GlyphLabel(Glyph::ChevronRight, Tone::Muted, 16, card));
  card->column()->addLayout(row);
  connect(card, &Card::activated, this, [this, place] { Q_EMIT chosen(place); });
  m_items->addWidget(card);
}

QString NextCard::titleOf(const QuestionId& id) const {
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == id)
      return toQt(card.title);
  return {};
}

/// Offers to write out the phase that would be recalled worst of those begun.
void NextCard::addWriting(const ops::ProgressReport& report) {
  const auto weaker = [](const auto& a, const auto& b) {
    return (a.second.seen > 0) != (b.second.seen > 0) ? a.second.seen > 0
                                                      : a.second.recallSeen < b.second.recallSeen;
  };
  const auto weakest = std::min_element(report.readiness.begin(), report.readiness.end(), weaker);
  if (weakest == report.readiness.end() || weakest->second.seen == 0)
    return;
  const framework::Phase* phase = m_session.pack().framework().phase(weakest->first.phase);
  add(Glyph::Clock, tr("Write out: %1").arg(phase != nullptr ? toQt(phase->title) : QString()),
      tr("%1, weakest at %2 %")
          .arg(titleOf(weakest->first.question))
          .arg(percentOf(weakest->second.recallSeen)),
      Place{.screen = ScreenName::Study,
            .question = weakest->first.question,
            .phase = weakest->first.phase,
            .writing = true});
}

/// Offers to go on with an interview, or to rehearse the question that is recalled worst.
void NextCard::addInterview(const ops::ProgressReport& report) {
  const ports::MockStore* mocks = m_session.mocks();
  const auto unfinished = mocks ? m_session.read(mocks->unfinishedMock()) : std::nullopt;
  if (!unfinished)
    return;
  if (*unfinished) {
    add(Glyph::Hourglass, tr("Go on with the interview"), titleOf((*unfinished)->question),
        Place{.screen = ScreenName::Mock});
    return;
  }
  const QuestionId weakest = ops::weakestInterview(m_session.pack(), report);
  if (!weakest.value().empty())
    add(Glyph::Hourglass, tr("Rehearse: %1").arg(titleOf(weakest)), tr("Mock interview"),
        Place{.screen = ScreenName::Mock, .question = weakest});
}

void NextCard::show(const ops::ProgressReport& report) {
  while (QLayoutItem* item = m_items->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  const auto& framework = m_session.pack().framework();
  const auto keys = m_session.read(m_session.notebook().answeredKeys());
  std::vector<answers::AnswerKey> answered = keys.value_or(std::vector<answers::AnswerKey>{});
  const auto& cards = m_session.pack().questions();
  std::erase_if(answered, [&cards](const answers::AnswerKey& key) {  // its question is gone
    return std::none_of(cards.begin(), cards.end(),
                        [&](const ports::QuestionCard& card) { return card.id == key.question; });
  });
  const std::size_t recent = std::min<std::size_t>(2, answered.size());
  for (std::size_t index = 0; index < recent; ++index) {
    const framework::Phase* phase = framework.phase(answered[index].phase);
    add(Glyph::Pencil, tr("Your answer: %1").arg(phase != nullptr ? toQt(phase->title) : QString()),
        titleOf(answered[index].question),
        Place{.screen = ScreenName::Study,
              .question = answered[index].question,
              .phase = answered[index].phase,
              .writing = true});
  }
  addWriting(report);
  addInterview(report);
  for (const ports::QuestionCard& card : m_session.pack().questions())
    for (const framework::Phase& phase : framework.phases) {
      const auto cell = report.readiness.find({card.id, phase.id});
      const bool begun = cell != report.readiness.end() && cell->second.seen > 0;
      if (m_items->count() < kMostNext && !begun)
        add(Glyph::Study, tr("Read: %1").arg(toQt(phase.title)), toQt(card.title),
            Place{.screen = ScreenName::Study, .question = card.id, .phase = phase.id});
    }
  if (m_items->count() == 0)
    add(Glyph::Library, tr("Browse all figures"), tr("Library"),
        Place{.screen = ScreenName::Library});
}

}  // namespace phaseboard::ui
