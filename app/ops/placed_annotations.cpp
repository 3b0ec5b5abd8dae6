// SPDX-License-Identifier: Apache-2.0
#include "app/ops/placed_annotations.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace phaseboard::ops {
namespace {

using annotations::Standing;
using annotations::TargetText;

const TargetText* among(const std::vector<TargetText>& texts, const TargetId& id) {
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [&id](const TargetText& text) { return text.id == id; });
  return found == texts.end() ? nullptr : &*found;
}

QuestionId questionNamedBy(const std::string& target) {
  return QuestionId{target.substr(0, target.find_first_of("/#"))};
}

}  // namespace

PlacedAnnotations::PlacedAnnotations(const ports::PackLibrary& pack,
                                     const ports::AnnotationStore& store)
    : m_pack(pack), m_store(store) {}

Status PlacedAnnotations::read() {
  PHASEBOARD_TRY_ASSIGN(const auto read, m_store.annotations());
  std::vector<PlacedAnnotation> all;
  all.reserve(read.size());
  for (const annotations::Annotation& annotation : read)
    all.push_back(placed(annotation));
  m_all = std::move(all);
  m_places.clear();
  for (std::size_t i = 0; i < m_all.size(); ++i)
    if (m_all[i].standing != Standing::Unplaced)
      m_places.emplace(m_all[i].target, i);
  return {};
}

PlacedAnnotation PlacedAnnotations::placed(const annotations::Annotation& annotation) const {
  PlacedAnnotation result;
  result.annotation = annotation;
  result.target = TargetId{m_pack.currentId(annotation.anchor.target.value())};
  result.question = questionNamedBy(result.target.value());
  result.title = annotation.anchor.snapshot;
  const TargetText* now = text(result.target);
  result.standing = standingOf(annotation.anchor, now);
  if (now != nullptr) {
    result.phase = now->phase;
    result.title = now->title;
  }
  return result;
}

PlacedCounts PlacedAnnotations::counts() const {
  PlacedCounts counts;
  for (const PlacedAnnotation& one : m_all)
    ++(one.standing == Standing::Exact       ? counts.exact
       : one.standing == Standing::Reworded  ? counts.reworded
       : one.standing == Standing::WordsGone ? counts.wordsGone
                                             : counts.unplaced);
  return counts;
}

std::vector<const PlacedAnnotation*> PlacedAnnotations::at(const TargetId& target) const {
  std::vector<const PlacedAnnotation*> here;
  const auto [from, to] = m_places.equal_range(target);
  std::transform(from, to, std::back_inserter(here),
                 [this](const auto& entry) { return &m_all[entry.second]; });
  return here;
}

const PlacedAnnotation* PlacedAnnotations::find(const annotations::AnnotationId& id) const {
  const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const PlacedAnnotation& one) {
    return one.annotation.id == id;
  });
  return found == m_all.end() ? nullptr : &*found;
}

std::vector<std::string> PlacedAnnotations::tags() const {
  std::set<std::string> tags;
  for (const PlacedAnnotation& one : m_all)
    tags.insert(one.annotation.content.tags.begin(), one.annotation.content.tags.end());
  return {tags.begin(), tags.end()};
}

const ports::QuestionCard* PlacedAnnotations::cardOf(const QuestionId& question) const {
  for (const ports::QuestionCard& card : m_pack.questions())
    if (card.id == question)
      return &card;
  return nullptr;
}

template <class Read>
const PlacedAnnotations::Texts& PlacedAnnotations::kept(const std::string& key, Read read) const {
  const auto known = m_texts.find(key);
  if (known != m_texts.end())
    return known->second;
  Texts texts;
  if (const auto content = read())
    texts = annotations::targetsOf(*content);
  return m_texts.emplace(key, std::move(texts)).first->second;
}

const PlacedAnnotations::Texts& PlacedAnnotations::figureTexts(const DiagramId& figure) const {
  return kept(figure.value(), [&] { return m_pack.diagram(figure); });
}

const PlacedAnnotations::Texts& PlacedAnnotations::noteTexts(const QuestionId& question,
                                                             const PhaseId& phase) const {
  return kept(content::noteTarget(question, phase).value(),
              [&] { return m_pack.note(question, phase); });
}

const PlacedAnnotations::Texts& PlacedAnnotations::openingTexts(const QuestionId& question) const {
  return kept(question.value(), [&] { return m_pack.question(question); });
}

const TargetText* PlacedAnnotations::text(const TargetId& target) const {
  const std::string& id = target.value();
  const QuestionId question = questionNamedBy(id);
  if (cardOf(question) == nullptr)
    return nullptr;
  if (const auto hash = id.find('#'); hash != std::string::npos)
    return among(noteTexts(question, PhaseId{id.substr(hash + 1)}), target);
  const auto first = id.find('/');
  const auto last = id.rfind('/');
  if (first != last)
    return among(figureTexts(DiagramId{id.substr(0, last)}), target);
  if (const TargetText* found = among(openingTexts(question), target))
    return found;
  for (const framework::Phase& phase : m_pack.framework().phases)
    if (const TargetText* found = among(noteTexts(question, phase.id), target))
      return found;
  return nullptr;
}

const std::vector<TargetText>& PlacedAnnotations::targets(const QuestionId& question) const {
  const auto known = m_questions.find(question);
  if (known != m_questions.end())
    return known->second;
  Texts all;
  const auto add = [&all](const Texts& some) { all.insert(all.end(), some.begin(), some.end()); };
  if (const ports::QuestionCard* card = cardOf(question)) {
    add(openingTexts(question));
    for (const framework::Phase& phase : m_pack.framework().phases)
      add(noteTexts(question, phase.id));
    for (const ports::DiagramCard& figure : card->diagrams)
      add(figureTexts(figure.id));
  }
  return m_questions.emplace(question, std::move(all)).first->second;
}

std::optional<annotations::Suggestion> PlacedAnnotations::suggestion(
    const PlacedAnnotation& annotation) const {
  if (cardOf(annotation.question) != nullptr)
    return annotations::suggestPlace(annotation.annotation.anchor, targets(annotation.question));
  std::optional<annotations::Suggestion> best;
  for (const ports::QuestionCard& card : m_pack.questions()) {
    const auto here = annotations::suggestPlace(annotation.annotation.anchor, targets(card.id));
    if (here && (!best || here->likeness > best->likeness))
      best = here;
  }
  return best;
}

}  // namespace phaseboard::ops
