// SPDX-License-Identifier: Apache-2.0
#include "app/ops/referables.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "app/base/ascii.h"
#include "app/mock/words.h"

namespace phaseboard::ops {
namespace {

using answers::ReferenceKind;

constexpr std::size_t kLongestLabel = 60;

/// A key point in a few words: whole words of its beginning.
std::string shortLabel(const std::string& statement) {
  std::string plain = mock::withoutMarks(statement);
  if (plain.size() <= kLongestLabel)
    return plain;
  const std::size_t blank = plain.rfind(' ', kLongestLabel);
  plain.resize(blank == std::string::npos ? kLongestLabel : blank);
  while (!plain.empty() && (static_cast<unsigned char>(plain.back()) >= 0x80 ||
                            std::ispunct(static_cast<unsigned char>(plain.back())) != 0))
    plain.pop_back();
  return plain + "…";
}

bool beginsWord(const std::string& name, std::size_t at) {
  return at == 0 || std::isalnum(static_cast<unsigned char>(name[at - 1])) == 0;
}

/// Whether each word begins a word of `name`; both in small letters.
bool hasWords(const std::string& name, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&name](const std::string& word) {
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1))
      if (beginsWord(name, at))
        return true;
    return false;
  });
}

std::vector<std::string> wordsIn(std::string_view typed) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lowered(typed) + ' ') {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!word.empty())
      words.push_back(std::exchange(word, {}));
  }
  return words;
}

/// The lower the better; nothing when it does not fit.
std::optional<int> rankOf(const Referable& one, const std::vector<std::string>& words,
                          const std::string& typed, const PhaseId& phase) {
  constexpr int kOtherPhase = 10;
  constexpr int kWithin = 100;
  constexpr int kOtherName = 200;
  const bool isHere = one.phase == phase;
  int rank = static_cast<int>(one.kind) + (isHere ? 0 : kOtherPhase);
  if (words.empty())
    return isHere || one.kind == ReferenceKind::Phase ? std::optional(rank) : std::nullopt;
  const std::string title = lowered(one.title);
  if (title.starts_with(typed))
    return rank;
  if (hasWords(title, words))
    return rank + kWithin;
  for (const std::string& name : one.otherNames)
    if (hasWords(lowered(name), words))
      return rank + kOtherName;
  return std::nullopt;
}

Status addNotes(const ports::PackLibrary& pack, const QuestionId& question,
                std::vector<Referable>& all) {
  for (const framework::Phase& phase : pack.framework().phases) {
    all.push_back(
        {ReferenceKind::Phase, phase.id.value(), phase.title, {}, phase.id, {phase.shortTitle}});
    const auto note = pack.note(question, phase.id);
    if (!note && note.error().kind == ErrorKind::NotFound)
      continue;
    if (!note)
      return passOn(note);
    for (const content::KeyPoint& point : note->keyPoints)
      all.push_back({ReferenceKind::KeyPoint,
                     point.id.value(),
                     shortLabel(point.statement),
                     phase.title,
                     phase.id,
                     {mock::withoutMarks(point.statement)}});
  }
  return {};
}

Status addFigures(const ports::PackLibrary& pack, const QuestionId& question,
                  std::vector<Referable>& all) {
  for (const ports::QuestionCard& card : pack.questions()) {
    if (card.id != question)
      continue;
    for (const ports::DiagramCard& figure : card.diagrams) {
      PHASEBOARD_TRY_ASSIGN(const auto diagram, pack.diagram(figure.id));
      for (const content::Part& part : diagram.parts)
        if (part.kind != content::PartKind::Edge)
          all.push_back({ReferenceKind::Part,
                         content::partTarget(diagram.id, part.id).value(),
                         part.title,
                         diagram.title,
                         part.phase.value_or(figure.phase),
                         {}});
    }
  }
  return {};
}

}  // namespace

Result<Referables> Referables::read(const ports::PackLibrary& pack, const QuestionId& question) {
  Referables referables;
  PHASEBOARD_TRY(addFigures(pack, question, referables.m_all));
  PHASEBOARD_TRY_ASSIGN(const auto concepts, pack.concepts());
  for (const content::Concept& idea : concepts)
    referables.m_all.push_back(
        {ReferenceKind::Concept, idea.id.value(), idea.title, {}, {}, idea.synonyms});
  PHASEBOARD_TRY(addNotes(pack, question, referables.m_all));
  return referables;
}

std::vector<Referable> Referables::fitting(std::string_view typed, const PhaseId& phase,
                                           std::size_t limit) const {
  const std::vector<std::string> words = wordsIn(typed);
  const std::string lower = lowered(typed);
  std::vector<std::pair<int, const Referable*>> ranked;
  for (const Referable& one : m_all)
    if (const auto rank = rankOf(one, words, lower, phase))
      ranked.emplace_back(*rank, &one);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Referable> fitting;
  for (std::size_t i = 0; i < std::min(limit, ranked.size()); ++i)
    fitting.push_back(*ranked[i].second);
  return fitting;
}

std::optional<ReferenceTarget> ReferenceResolver::resolve(ReferenceKind kind,
                                                          const std::string& id) {
  const std::string key = std::string(answers::schemeOf(kind)) + ':' + id;
  const auto known = m_known.find(key);
  return known != m_known.end() ? known->second : m_known[key] = look(kind, id);
}

std::string ReferenceResolver::resolved(std::string_view markdown) {
  return answers::withReferences(markdown, [this](const answers::Reference& reference) {
    const auto target = resolve(reference.kind, reference.id);
    return target ? answers::linkTo(reference.kind, target->id, reference.label)
                  : "~~" + reference.label + "~~";
  });
}

std::optional<ReferenceTarget> ReferenceResolver::look(ReferenceKind kind,
                                                       const std::string& id) const {
  const std::string now = m_pack.currentId(id);
  std::optional<std::string> title;
  switch (kind) {
    case ReferenceKind::Part:
      title = partTitle(now);
      break;
    case ReferenceKind::Concept:
      if (const auto idea = m_pack.findConcept(ConceptId{now}))
        title = idea->title;
      break;
    case ReferenceKind::Phase:
      if (const framework::Phase* phase = m_pack.framework().phase(PhaseId{now}))
        title = phase->title;
      break;
    case ReferenceKind::KeyPoint:
      title = keyPointTitle(now);
      break;
  }
  return title ? std::optional(ReferenceTarget{now, *title}) : std::nullopt;
}

std::optional<std::string> ReferenceResolver::partTitle(const std::string& id) const {
  const std::size_t slash = id.rfind('/');
  if (slash == std::string::npos)
    return std::nullopt;
  const auto diagram = m_pack.diagram(DiagramId{id.substr(0, slash)});
  if (!diagram)
    return std::nullopt;
  for (const content::Part& part : diagram->parts)
    if (part.id.value() == id.substr(slash + 1))
      return part.title;
  return std::nullopt;
}

std::optional<std::string> ReferenceResolver::keyPointTitle(const std::string& id) const {
  const auto phase = phaseOfItem(m_pack, ItemId{id});
  if (!phase)
    return std::nullopt;
  const auto note = m_pack.note(QuestionId{id.substr(0, id.find('/'))}, *phase);
  if (!note)
    return std::nullopt;
  for (const content::KeyPoint& point : note->keyPoints)
    if (point.id.value() == id)
      return shortLabel(point.statement);
  return std::nullopt;
}

std::optional<PhaseId> phaseOfItem(const ports::PackLibrary& pack, const ItemId& item) {
  const QuestionId question{item.value().substr(0, item.value().find('/'))};
  for (const framework::Phase& phase : pack.framework().phases) {
    const auto note = pack.note(question, phase.id);
    if (!note)
      continue;
    const bool isHere =
        std::any_of(note->keyPoints.begin(), note->keyPoints.end(),
                    [&item](const content::KeyPoint& point) { return point.id == item; });
    if (isHere)
      return phase.id;
  }
  return std::nullopt;
}

}  // namespace phaseboard::ops
