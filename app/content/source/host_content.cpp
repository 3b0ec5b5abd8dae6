// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/host_content.h"

#include <algorithm>
#include <set>

namespace phaseboard::content {
namespace {

Place placeOfConcept(const ConceptId& id, const Ledger& ledger) {
  for (const Definition& definition : ledger.definitions)
    if (definition.scope == "a concept" && definition.id == id.value())
      return definition.place;
  return {"concepts.yaml", 0};
}

}  // namespace

void takeFromHost(const Host& host, Pack& pack, Ledger& ledger) {
  for (const Question& question : pack.questions)
    if (host.questions.contains(question.id))
      ledger.problems.push_back({"questions/" + question.id.value(), 0,
                                 "the id \"" + question.id.value() +
                                     "\" belongs to a question that comes with Phaseboard; give "
                                     "the folder another name"});
  std::set<ConceptId> own;
  for (const Concept& entry : pack.concepts)
    own.insert(entry.id);
  for (const Concept& entry : host.concepts) {
    if (own.contains(entry.id)) {
      const Place place = placeOfConcept(entry.id, ledger);
      ledger.problems.push_back(
          {place.file, place.line,
           "the id \"" + entry.id.value() + "\" belongs to a concept that comes with Phaseboard"});
    } else {
      pack.concepts.push_back(entry);
    }
  }
  pack.formulas.insert(host.formulas.begin(), host.formulas.end());
}

void keepUsedConcepts(const Host& host, const Ledger& ledger, Pack& pack) {
  std::set<std::string> mentioned;
  for (const Reference& reference : ledger.references)
    if (reference.kind == ReferenceKind::Concept)
      mentioned.insert(reference.id);
  std::set<ConceptId> unused;
  for (const Concept& entry : host.concepts)
    if (!mentioned.contains(entry.id.value()))
      unused.insert(entry.id);
  std::erase_if(pack.concepts, [&](const Concept& entry) { return unused.contains(entry.id); });
  for (Concept& entry : pack.concepts)
    std::erase_if(entry.related, [&](const ConceptId& id) { return unused.contains(id); });
}

}  // namespace phaseboard::content
