// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/place_spots.h"

#include "app/ops/referables.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using bookmarks::Spot;
using bookmarks::SpotKind;

std::string headOf(const std::string& id, char mark) {
  return id.substr(0, id.find(mark));
}

const ports::QuestionCard* cardOf(const ports::PackLibrary& pack, const std::string& question) {
  for (const ports::QuestionCard& card : pack.questions())
    if (card.id.value() == question)
      return &card;
  return nullptr;
}

const ports::DiagramCard* figureOf(const ports::QuestionCard& card, const std::string& id) {
  for (const ports::DiagramCard& figure : card.diagrams)
    if (figure.id.value() == id)
      return &figure;
  return nullptr;
}

std::optional<SpotWords> phaseWords(const Spot& spot, const ports::QuestionCard& card,
                                    const ports::PackLibrary& pack) {
  const std::string id = spot.id.substr(spot.id.find('#') + 1);
  const framework::Phase* phase = pack.framework().phase(PhaseId{id});
  if (phase == nullptr)
    return std::nullopt;
  const QString title = QStringLiteral("%1  %2").arg(phase->number).arg(toQt(phase->title));
  return SpotWords{title, toQt(card.title)};
}

std::optional<SpotWords> referenceWords(answers::ReferenceKind kind, const std::string& id,
                                        const QString& where, const ports::PackLibrary& pack) {
  const auto target = ops::ReferenceResolver(pack).resolve(kind, id);
  return target ? std::optional(SpotWords{toQt(target->title), where}) : std::nullopt;
}

}  // namespace

std::optional<Spot> spotOf(const Place& place) {
  const std::string& question = place.question.value();
  const std::string& phase = place.phase.value();
  if (place.screen != ScreenName::Study)
    return std::nullopt;
  if (!place.conceptId.value().empty())
    return Spot{SpotKind::Concept, place.conceptId.value()};
  if (question.empty())
    return std::nullopt;
  if (!place.item.value().empty())
    return Spot{SpotKind::Item, place.item.value()};
  if (!place.part.value().empty() && !place.diagram.value().empty())
    return Spot{SpotKind::Part, place.diagram.value() + '/' + place.part.value()};
  if (phase.empty())
    return Spot{SpotKind::Question, question};
  return Spot{place.writing ? SpotKind::Answer : SpotKind::Phase, question + '#' + phase};
}

Place placeOf(const Spot& spot) {
  Place place;
  place.screen = ScreenName::Study;
  if (spot.kind == SpotKind::Concept) {
    place.conceptId = ConceptId{spot.id};
    return place;
  }
  place.question = QuestionId{headOf(headOf(spot.id, '#'), '/')};
  switch (spot.kind) {
    case SpotKind::Phase:
    case SpotKind::Answer:
      place.phase = PhaseId{spot.id.substr(spot.id.find('#') + 1)};
      place.writing = spot.kind == SpotKind::Answer;
      break;
    case SpotKind::Figure:
      place.diagram = DiagramId{spot.id};
      break;
    case SpotKind::Part:
      place.diagram = DiagramId{spot.id.substr(0, spot.id.rfind('/'))};
      place.part = PartId{spot.id.substr(spot.id.rfind('/') + 1)};
      break;
    case SpotKind::Item:
      place.item = ItemId{spot.id};
      break;
    case SpotKind::Question:
    case SpotKind::Concept:
      break;
  }
  return place;
}

std::optional<SpotWords> wordsOf(const Spot& spot, const ports::PackLibrary& pack,
                                 const QString& title) {
  if (spot.kind == SpotKind::Concept)
    return referenceWords(answers::ReferenceKind::Concept, spot.id, {}, pack);
  const ports::QuestionCard* card = cardOf(pack, headOf(headOf(spot.id, '#'), '/'));
  if (card == nullptr)
    return std::nullopt;
  const QString where = toQt(card->title);
  if (!title.isEmpty() && (spot.kind == SpotKind::Part || spot.kind == SpotKind::Item))
    return SpotWords{title, where};
  switch (spot.kind) {
    case SpotKind::Phase:
    case SpotKind::Answer:
      return phaseWords(spot, *card, pack);
    case SpotKind::Figure: {
      const ports::DiagramCard* figure = figureOf(*card, spot.id);
      return figure ? std::optional(SpotWords{toQt(figure->title), where}) : std::nullopt;
    }
    case SpotKind::Part:
      return referenceWords(answers::ReferenceKind::Part, spot.id, where, pack);
    case SpotKind::Item:
      return referenceWords(answers::ReferenceKind::KeyPoint, spot.id, where, pack);
    case SpotKind::Question:
    case SpotKind::Concept:
      break;
  }
  return SpotWords{where, {}};
}

}  // namespace phaseboard::ui
