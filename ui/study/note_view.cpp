// SPDX-License-Identifier: Apache-2.0
#include "ui/study/note_view.h"

#include <QVBoxLayout>

#include "app/ops/part_recall.h"
#include "ui/bridge/text.h"
#include "ui/study/reworded_line.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using Makers = std::deque<PageView::Maker>;

/// One maker for each entry of a section, after its title; nothing for an empty section.
template <class Entry, class Make>
void addSection(Makers& makers, Glyph glyph, const QString& title,
                const std::vector<Entry>& entries, Make make) {
  if (entries.empty())
    return;
  const int count = static_cast<int>(entries.size());
  makers.push_back([glyph, title, count] { return makeSectionTitle(glyph, title, count); });
  int number = 0;
  for (const Entry& entry : entries) {
    ++number;
    makers.push_back([make, entry, number] { return make(entry, number); });
  }
}

/// The block under the name by which `NoteMarks` knows what stands in it.
template <class Block>
Block* named(Block* block, const TargetId& target) {
  block->setObjectName(blockName(target));
  return block;
}

}  // namespace

NoteView::NoteView(Session& session, QWidget* parent) : PageView(parent), m_session(session) {
  setObjectName(QStringLiteral("note"));
  setAccessibleName(tr("Note"));
  m_context.formulas = session.formulas();
  m_context.tell = new NoteSignals(this);
  m_context.conceptTitle = [this](const ConceptId& id) { return conceptTitle(id); };
}

QString NoteView::conceptTitle(const ConceptId& id) {
  const auto known = m_conceptTitles.find(id);
  if (known != m_conceptTitles.end())
    return known->second;
  const auto found = m_session.pack().findConcept(id);
  return m_conceptTitles[id] = found ? toQt(found->title) : toQt(id.value());
}

QString NoteView::placeText(const ports::Occurrence& place) const {
  QString words = toQt(place.question.value());
  for (const ports::QuestionCard& card : m_session.pack().questions())
    if (card.id == place.question)
      words = toQt(card.title);
  if (const framework::Phase* phase = m_session.pack().framework().phase(place.phase))
    words += QStringLiteral(" · ") + toQt(phase->shortTitle);
  return words;
}

QWidget* NoteView::withOwnWords(QWidget* block, const TargetId& target) {
  QWidget* line = makeRewordedLine(m_session, target.value());
  if (line == nullptr)
    return block;
  if (auto* card = qobject_cast<Card*>(block)) {
    card->column()->addWidget(line);
    return card;
  }
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(block);
  column->addWidget(line);
  return box;
}

void NoteView::showNote(const content::Note& shipped) {
  const BlockContext& c = m_context;
  content::Note note = shipped;
  m_session.wordings().apply(note);
  Makers makers;
  // Each block says itself when its words are the user's.
  const auto own = [this](QWidget* block, const auto& entry) {
    return withOwnWords(block, TargetId{entry.id.value()});
  };
  const TargetId here = content::noteTarget(note.question, note.phase);
  if (!note.summary.empty())
    makers.push_back([this, &c, here, text = toQt(note.summary)] {
      return withOwnWords(named(makeText(c, text), here), here);
    });
  addSection(makers, Glyph::Bookmark, tr("Handbook"), note.chapters,
             [&c, own](const auto& entry, int) { return own(makeChapterCard(c, entry), entry); });
  addSection(makers, Glyph::Flag, tr("Key points"), note.keyPoints,
             [&c, own](const auto& entry, int number) {
               return own(makeKeyPointCard(c, entry, number), entry);
             });
  addSection(makers, Glyph::Scale, tr("Trade-offs"), note.tradeOffs,
             [&c, own](const auto& entry, int) { return own(makeTradeOffCard(c, entry), entry); });
  addSection(makers, Glyph::Hash, tr("Numbers"), note.numbers,
             [&c, own](const auto& entry, int) { return own(makeNumberRow(c, entry), entry); });
  addSection(makers, Glyph::Warning, tr("Pitfalls"), note.pitfalls,
             [&c, own](const auto& entry, int) { return own(makePitfallCard(c, entry), entry); });
  addSection(makers, Glyph::Chat, tr("Follow-ups"), note.followUps,
             [&c, own](const auto& entry, int) { return own(makeFollowUpCard(c, entry), entry); });
  addSection(makers, Glyph::Study, tr("Sources"), note.sources,
             [](const auto& entry, int) { return makeSourceRow(entry); });
  setBlocks(std::move(makers));
}

void NoteView::showBrief(const content::Question& shipped) {
  const BlockContext& c = m_context;
  content::Question question = shipped;
  m_session.wordings().apply(question);
  Makers makers;
  const TargetId here{question.id.value()};
  makers.push_back([this, &c, here, text = toQt(question.interviewer)] {
    auto* card = named(new Card, here);
    card->setRole(style::Role::Service);
    card->column()->addWidget(
        new Label(tr("THE INTERVIEWER SAYS"), TextRole::Overline, Tone::Accent));
    card->column()->addWidget(makeText(c, text, TextRole::Body));
    return withOwnWords(card, here);
  });
  addSection(makers, Glyph::Chat, tr("Clarify first"), question.dialogue,
             [this, &c](const auto& entry, int) {
               return withOwnWords(makeDialogueCard(c, entry), TargetId{entry.id.value()});
             });
  makers.push_back([] { return makeSectionTitle(Glyph::Part, tr("Scope"), 0); });
  makers.push_back([&c, here, lines = question.inScope] {
    return named(makeBulletCard(c, tr("In scope"), Glyph::Check, style::Role::Metric, lines), here);
  });
  makers.push_back([&c, here, lines = question.outOfScope] {
    return named(makeBulletCard(c, tr("Out of scope"), Glyph::Close, style::Role::Data, lines),
                 here);
  });
  makers.push_back([&c, here, lines = question.assumptions] {
    return named(makeBulletCard(c, tr("Assumptions"), Glyph::Hash, style::Role::Note, lines), here);
  });
  setBlocks(std::move(makers));
}

void NoteView::showConcept(const content::Concept& entry,
                           const std::vector<ports::Occurrence>& places) {
  const BlockContext& c = m_context;
  m_recall = std::make_unique<OccurrenceRecall>(m_session);
  Makers makers;
  makers.push_back([entry] {
    auto* title = new Label(toQt(entry.title), TextRole::Title);
    title->setWordWrap(true);
    return title;
  });
  if (!entry.synonyms.empty()) {
    QStringList words;
    for (const std::string& synonym : entry.synonyms)
      words.push_back(toQt(synonym));
    makers.push_back([text = tr("Also: %1").arg(words.join(QStringLiteral(", ")))] {
      auto* line = new Label(text, TextRole::Small, Tone::Muted);
      line->setWordWrap(true);
      return line;
    });
  }
  makers.push_back(
      [&c, text = toQt(entry.summary)] { return makeText(c, text, TextRole::Strong); });
  makers.push_back([&c, text = toQt(entry.explanation)] { return makeText(c, text); });
  if (!entry.related.empty())
    makers.push_back([&c, related = entry.related] {
      auto* row = new QWidget;
      auto* flow = new FlowLayout(6, row);
      for (const ConceptId& id : related) {
        auto* chip = new Chip(c.conceptTitle(id));
        chip->setInteractive(true);
        connect(chip, &Chip::clicked, c.tell, [tell = c.tell, id] {
          Q_EMIT tell->linkActivated(QUrl(QStringLiteral("concept:") + toQt(id.value())));
        });
        flow->addWidget(chip);
      }
      return row;
    });
  if (const QString words = recallWords(entry.id); !words.isEmpty())
    makers.push_back([words] {
      auto* line = new Label(words, TextRole::Small, Tone::Muted);
      line->setObjectName(QStringLiteral("conceptRecall"));
      line->setWordWrap(true);
      return line;
    });
  addSection(
      makers, Glyph::Link, tr("Where it occurs"), places, [this, &c](const auto& place, int) {
        return makeOccurrenceCard(c, m_thumbnails, place, placeText(place), m_recall->of(place));
      });
  setBlocks(std::move(makers));
}

QString NoteView::recallWords(const ConceptId& id) const {
  const ops::PromptTable* prompts = m_session.prompts();
  if (prompts == nullptr)
    return {};
  const auto all = m_session.read(ops::readConceptRecall(*prompts, id, m_session.today()));
  if (!all || all->asked + all->notAsked == 0)
    return {};
  if (all->asked == 0)
    return tr("It is asked by %n prompt(s), none of which you have answered.", nullptr,
              all->notAsked);
  const QString recalled =
      tr("Predicted recall today: %1 % over %n prompt(s) that you answered", nullptr, all->asked)
          .arg(qRound(all->recall * 100));
  return all->notAsked == 0 ? recalled + u'.'
                            : tr("%1; not asked yet: %2.").arg(recalled).arg(all->notAsked);
}

void NoteView::showItem(const ItemId& item) {
  showBlock(QStringLiteral("item:") + toQt(item.value()));
}

}  // namespace phaseboard::ui
