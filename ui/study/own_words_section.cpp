// SPDX-License-Identifier: Apache-2.0
#include "ui/study/own_words_section.h"

#include <algorithm>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/ops/own_words.h"
#include "app/ops/referables.h"
#include "ui/bridge/text.h"
#include "ui/study/note_blocks.h"
#include "ui/widgets/glyph_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kMostSentences = 8;

QString ownWordsTr(const char* text, int count = -1) {
  return QCoreApplication::translate("OwnWords", text, nullptr, count);
}

QString answerPlace(const Session& session, const answers::AnswerKey& key) {
  QString words = toQt(key.question.value());
  for (const ports::QuestionCard& card : session.pack().questions())
    if (card.id == key.question)
      words = toQt(card.title);
  if (const framework::Phase* phase = session.pack().framework().phase(key.phase))
    words += u" · "_s + toQt(phase->shortTitle);
  return words;
}

QWidget* makeSentence(Session& session, const BlockContext& context,
                      const ops::OwnSentence& sentence) {
  auto* card = new Card;
  card->setInteractive(true);
  card->column()->setContentsMargins(14, 10, 14, 10);
  card->column()->setSpacing(4);
  ops::ReferenceResolver resolver(session.pack());
  card->column()->addWidget(
      makeText(context, toQt(resolver.resolved(sentence.text)), TextRole::Body));
  card->column()->addWidget(
      new Label(answerPlace(session, sentence.key), TextRole::Caption, Tone::Muted));
  const QUrl target(u"answer:"_s + toQt(sentence.key.question.value()) + u'/' +
                    toQt(sentence.key.phase.value()));
  QObject::connect(card, &Card::activated, context.tell,
                   [tell = context.tell, target] { Q_EMIT tell->linkActivated(target); });
  return card;
}

QWidget* makeUnsaid(const BlockContext& context, const ops::UnsaidPart& part) {
  auto* card = new Card;
  card->setInteractive(true);
  card->setFlat(true);
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  card->column()->setContentsMargins(10, 6, 10, 6);
  auto* row = new QHBoxLayout;
  row->setSpacing(10);
  row->addWidget(new GlyphLabel(Glyph::Part, Tone::Muted, 16));
  auto* title = new Label(toQt(part.title), TextRole::Body);
  title->setElided(true);
  row->addWidget(title, 1);
  const auto places = static_cast<int>(part.places.size());
  if (places > 1)
    row->addWidget(new Label(ownWordsTr("in %n figures", places), TextRole::Caption, Tone::Muted));
  card->column()->addLayout(row);
  const QUrl target(u"part:"_s + toQt(part.places.front().value()));
  QObject::connect(card, &Card::activated, context.tell,
                   [tell = context.tell, target] { Q_EMIT tell->linkActivated(target); });
  return card;
}

}  // namespace

void addOwnWords(Session& session, const BlockContext& context, const content::Part& part,
                 const DiagramId& diagram, std::deque<PageView::Maker>& makers) {
  const ops::OwnWords* words = session.ownWords();
  const auto sentences = words ? words->about(part, diagram) : std::vector<ops::OwnSentence>();
  if (sentences.empty())
    return;
  makers.push_back([count = static_cast<int>(sentences.size())] {
    return makeSectionTitle(Glyph::Pencil, ownWordsTr("In your own words"), count);
  });
  for (std::size_t i = 0; i < std::min(kMostSentences, sentences.size()); ++i)
    makers.push_back([&session, &context, sentence = sentences[i]] {
      return makeSentence(session, context, sentence);
    });
  if (sentences.size() > kMostSentences)
    makers.push_back([more = static_cast<int>(sentences.size() - kMostSentences)] {
      return new Label(ownWordsTr("and %n more", more), TextRole::Small, Tone::Muted);
    });
}

void addUnsaidParts(Session& session, const BlockContext& context, const QuestionId& question,
                    std::deque<PageView::Maker>& makers) {
  const ops::OwnWords* words = session.ownWords();
  const auto report = words ? session.read(words->saidOf(question)) : std::nullopt;
  if (!report)
    return;
  makers.push_back(
      [] { return makeSectionTitle(Glyph::Part, ownWordsTr("Parts you never mention"), 0); });
  makers.push_back([&context, said = report->said, all = report->all] {
    return makeText(context,
                    said == all
                        ? ownWordsTr("Your answers name every part of the architecture figures.")
                        : ownWordsTr("Your answers to this question name %1 of the %2 parts in its "
                                     "architecture figures. These are the others.")
                              .arg(said)
                              .arg(all),
                    TextRole::Small);
  });
  for (const framework::Phase& phase : session.pack().framework().phases) {
    const auto count = static_cast<int>(
        std::count_if(report->unsaid.begin(), report->unsaid.end(),
                      [&phase](const ops::UnsaidPart& part) { return part.phase == phase.id; }));
    if (count == 0)
      continue;
    makers.push_back(
        [title = toQt(phase.title), count] { return makeSectionTitle(Glyph::Note, title, count); });
    for (const ops::UnsaidPart& part : report->unsaid)
      if (part.phase == phase.id)
        makers.push_back([&context, part] { return makeUnsaid(context, part); });
  }
}

}  // namespace phaseboard::ui
