// SPDX-License-Identifier: Apache-2.0
#include "app/ops/own_words.h"

#include <algorithm>
#include <utility>

#include "app/answers/sentences.h"
#include "app/review/typed_answer.h"

namespace phaseboard::ops {
namespace {

std::string referenceText(answers::ReferenceKind kind, const std::string& id) {
  return std::string(answers::schemeOf(kind)) + ':' + id;
}

/// A name by its words: "Feature stores" and "feature store" are one.
std::u32string nameKey(const std::string& title) {
  std::u32string key;
  for (const mock::PlacedWord& word : mock::placedWords(title))
    key += word.word + U' ';
  return key;
}

}  // namespace

Status OwnWords::read() {
  PHASEBOARD_TRY_ASSIGN(const auto keys, m_notebook.answeredKeys());
  m_sentences.clear();
  for (const answers::AnswerKey& key : keys)
    PHASEBOARD_TRY(read(key));
  return {};
}

Status OwnWords::read(const answers::AnswerKey& key) {
  PHASEBOARD_TRY_ASSIGN(const auto current, m_notebook.currentAnswer(key));
  std::vector<Sentence> sentences;
  for (std::string& text : answers::sentencesOf(current ? current->text : std::string())) {
    Sentence sentence;
    sentence.words = mock::placedWords(mock::withoutMarks(text));
    sentence.references = answers::referencesIn(text);
    for (answers::Reference& reference : sentence.references)
      reference.id = m_pack.currentId(reference.id);
    sentence.text = std::move(text);
    sentences.push_back(std::move(sentence));
  }
  m_sentences[key] = std::move(sentences);
  return {};
}

OwnWords::Names OwnWords::namesOf(const content::Part& part, const DiagramId& diagram) const {
  Names names;
  std::vector<std::string> titles = review::formsOfTitle(part.title);
  names.references.push_back(
      referenceText(answers::ReferenceKind::Part, content::partTarget(diagram, part.id).value()));
  if (part.conceptId) {
    names.references.push_back(
        referenceText(answers::ReferenceKind::Concept, part.conceptId->value()));
    if (const auto idea = m_pack.findConcept(*part.conceptId)) {
      titles.push_back(idea->title);
      titles.insert(titles.end(), idea->synonyms.begin(), idea->synonyms.end());
    }
  }
  for (const std::string& title : titles)
    names.phrases.push_back(mock::placedWords(title));
  return names;
}

bool OwnWords::mentions(const Sentence& sentence, const Names& names) const {
  for (const answers::Reference& reference : sentence.references)
    if (std::find(names.references.begin(), names.references.end(),
                  referenceText(reference.kind, reference.id)) != names.references.end())
      return true;
  return std::any_of(names.phrases.begin(), names.phrases.end(), [&](const auto& phrase) {
    return !mock::spansOfPhrase(phrase, sentence.words).empty();
  });
}

std::vector<OwnSentence> OwnWords::about(const content::Part& part,
                                         const DiagramId& diagram) const {
  const Names names = namesOf(part, diagram);
  const std::string own = diagram.value().substr(0, diagram.value().find('/'));
  std::vector<OwnSentence> here;
  std::vector<OwnSentence> elsewhere;
  for (const auto& [key, sentences] : m_sentences)
    for (const Sentence& sentence : sentences)
      if (mentions(sentence, names))
        (key.question.value() == own ? here : elsewhere).push_back({key, sentence.text});
  here.insert(here.end(), elsewhere.begin(), elsewhere.end());
  return here;
}

Result<SaidReport> OwnWords::saidOf(const QuestionId& question) const {
  struct Name {
    UnsaidPart part;
    Names names;
  };
  std::vector<Name> all;
  std::map<std::u32string, std::size_t> known;
  for (const ports::QuestionCard& card : m_pack.questions()) {
    if (card.id != question)
      continue;
    for (const ports::DiagramCard& figure : card.diagrams) {
      // The nodes of other kinds are cases, bars and rows: nothing that a design is made of.
      if (figure.kind != "flow")
        continue;
      PHASEBOARD_TRY_ASSIGN(const auto diagram, m_pack.diagram(figure.id));
      for (const content::Part& part : diagram.parts) {
        if (part.kind != content::PartKind::Node)
          continue;
        const auto [place, isNew] = known.try_emplace(nameKey(part.title), all.size());
        if (isNew)
          all.push_back({{part.title, part.phase.value_or(figure.phase), {}}, {}});
        Name& name = all[place->second];
        name.part.places.push_back(content::partTarget(diagram.id, part.id));
        Names names = namesOf(part, diagram.id);
        name.names.references.insert(name.names.references.end(), names.references.begin(),
                                     names.references.end());
        if (isNew)
          name.names.phrases = std::move(names.phrases);
      }
    }
  }
  SaidReport report;
  report.all = static_cast<int>(all.size());
  for (Name& name : all) {
    bool isSaid = false;
    for (const auto& [key, sentences] : m_sentences)
      isSaid = isSaid || (key.question == question &&
                          std::any_of(sentences.begin(), sentences.end(),
                                      [&](const auto& one) { return mentions(one, name.names); }));
    if (isSaid)
      ++report.said;
    else
      report.unsaid.push_back(std::move(name.part));
  }
  std::stable_sort(
      report.unsaid.begin(), report.unsaid.end(),
      [](const UnsaidPart& a, const UnsaidPart& b) { return a.places.size() > b.places.size(); });
  return report;
}

}  // namespace phaseboard::ops
