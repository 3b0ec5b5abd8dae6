// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/reference_check.h"

#include <tuple>

namespace phaseboard::content {
namespace {

void addItems(const Question& question, std::set<std::string>& items) {
  for (const DialogueLine& line : question.dialogue)
    items.insert(line.id.value());
  for (const AuthoredPrompt& prompt : question.prompts)
    items.insert(prompt.id.value());
  for (const Note& note : question.notes) {
    for (const Chapter& item : note.chapters)
      items.insert(item.id.value());
    for (const KeyPoint& item : note.keyPoints)
      items.insert(item.id.value());
    for (const TradeOff& item : note.tradeOffs)
      items.insert(item.id.value());
    for (const Number& item : note.numbers)
      items.insert(item.id.value());
    for (const Pitfall& item : note.pitfalls)
      items.insert(item.id.value());
    for (const FollowUp& item : note.followUps)
      items.insert(item.id.value());
  }
}

std::string figureOfPart(const std::string& part) {
  return part.substr(0, part.rfind('/'));
}

/// "" when `reference` exists, else what to say.
std::string complaint(const Reference& reference, const KnownIds& known) {
  const std::string& id = reference.id;
  switch (reference.kind) {
    case ReferenceKind::Concept:
      return known.concepts.contains(id) || !known.conceptsRead
                 ? ""
                 : "no concept has the id \"" + id + "\"";
    case ReferenceKind::Phase:
      return known.phases.contains(id) || !known.phasesRead ? ""
                                                            : "no phase has the id \"" + id + "\"";
    case ReferenceKind::Figure:
      return known.figures.contains(id) ? "" : "there is no figure \"" + id + "\"";
    case ReferenceKind::Part:
      if (known.parts.contains(id) || known.failed.contains(figureOfPart(id)))
        return "";
      return known.figures.contains(figureOfPart(id))
                 ? "figure \"" + figureOfPart(id) + "\" has no part \"" +
                       id.substr(id.rfind('/') + 1) + "\""
                 : "there is no figure for the part \"" + id + "\"";
  }
  return "";
}

}  // namespace

bool KnownIds::holds(const std::string& id) const {
  return concepts.contains(id) || phases.contains(id) || questions.contains(id) ||
         figures.contains(id) || parts.contains(id) || items.contains(id) || notes.contains(id);
}

KnownIds idsOf(const Pack& pack) {
  KnownIds known;
  for (const Concept& entry : pack.concepts)
    known.concepts.insert(entry.id.value());
  for (const framework::Phase& phase : pack.framework.phases)
    known.phases.insert(phase.id.value());
  for (const Question& question : pack.questions) {
    known.questions.insert(question.id.value());
    addItems(question, known.items);
    for (const Note& note : question.notes)
      known.notes.insert(noteTarget(question.id, note.phase).value());
    for (const Diagram& figure : question.diagrams) {
      known.figures.insert(figure.id.value());
      for (const Part& part : figure.parts)
        known.parts.insert(partTarget(figure.id, part.id).value());
    }
  }
  return known;
}

void checkDefinitions(Ledger& ledger) {
  std::map<std::tuple<std::string, std::string>, const Place*> first;
  for (const Definition& definition : ledger.definitions) {
    if (definition.id.empty())
      continue;
    const auto [entry, isNew] =
        first.emplace(std::tuple(definition.scope, definition.id), &definition.place);
    if (isNew)
      continue;
    const Place& known = *entry->second;
    std::string where = known.file == definition.place.file ? "" : known.file + ", ";
    where = known.line == 0 ? known.file : where + "line " + std::to_string(known.line);
    ledger.problems.push_back(
        {definition.place.file, definition.place.line,
         "\"" + definition.id + "\" is already " + definition.scope + ", in " + where});
  }
}

void checkReferences(Ledger& ledger, const KnownIds& known) {
  for (const Reference& reference : ledger.references)
    if (std::string message = complaint(reference, known); !message.empty())
      ledger.problems.push_back({reference.place.file, reference.place.line, std::move(message)});
}

}  // namespace phaseboard::content
