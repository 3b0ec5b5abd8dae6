// SPDX-License-Identifier: Apache-2.0
#include "app/ops/wordings.h"

#include <algorithm>
#include <optional>
#include <set>

#include "app/content/rewordable.h"
#include "app/ports/pack_library.h"
#include "app/review/prompt.h"

namespace phaseboard::ops {
namespace {

using Texts = std::map<std::pair<std::string, std::string>, std::string>;

template <class Thing>
void collect(const Thing& thing, Texts& texts) {
  content::eachRewordable(
      thing, [&](const std::string& target, const char* field, const std::string& text) {
        texts[{target, field}] = text;
      });
}

/// Reads the texts of a pack that own words stand for, each thing once.
class OriginalReader {
 public:
  explicit OriginalReader(const ports::PackLibrary& pack) : m_pack(pack) {}

  /// Nothing when the pack has no such text.
  Result<std::optional<std::string>> original(const ports::Override& words) {
    if (const auto parts = review::splitPromptId(PromptId{words.target}))
      return ofPrompt(words);
    const QuestionId question{words.target.substr(0, words.target.find_first_of("/#"))};
    if (const auto card = std::find_if(m_pack.questions().begin(), m_pack.questions().end(),
                                       [&](const auto& one) { return one.id == question; });
        card == m_pack.questions().end())
      return std::optional<std::string>();
    PHASEBOARD_TRY(words.field == "explanation" ? readFigure(words.target)
                                                : readQuestion(question));
    const auto found = m_texts.find({words.target, words.field});
    return found == m_texts.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  Result<std::optional<std::string>> ofPrompt(const ports::Override& words) {
    const auto prompt = m_pack.prompt(PromptId{words.target});
    if (!prompt && prompt.error().kind != ErrorKind::NotFound)
      return passOn(prompt);
    if (!prompt)
      return std::optional<std::string>();
    return std::optional(words.field == "ask" ? prompt->ask : prompt->answer);
  }

  Status readFigure(const std::string& part) {
    const DiagramId figure{part.substr(0, part.rfind('/'))};
    if (!m_read.insert(figure.value()).second)
      return {};
    const auto diagram = m_pack.diagram(figure);
    if (diagram)
      collect(*diagram, m_texts);
    else if (diagram.error().kind != ErrorKind::NotFound)
      return passOn(diagram);
    return {};
  }

  Status readQuestion(const QuestionId& question) {
    if (!m_read.insert(question.value()).second)
      return {};
    PHASEBOARD_TRY_ASSIGN(const auto opening, m_pack.question(question));
    collect(opening, m_texts);
    for (const framework::Phase& phase : m_pack.framework().phases) {
      const auto note = m_pack.note(question, phase.id);
      if (note)
        collect(*note, m_texts);
      else if (note.error().kind != ErrorKind::NotFound)
        return passOn(note);
    }
    return {};
  }

  const ports::PackLibrary& m_pack;
  std::set<std::string> m_read;
  Texts m_texts;
};

template <class Thing>
void applyTo(Thing& thing, const Wordings& wordings) {
  if (wordings.empty())
    return;
  content::eachRewordable(thing,
                          [&](const std::string& target, const char* field, std::string& text) {
                            if (const ports::Override* words = wordings.find(target, field))
                              text = words->text;
                          });
}

}  // namespace

Result<Wordings> Wordings::read(const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(auto all, notebook.overrides());
  Wordings wordings;
  for (ports::Override& words : all) {
    const auto key = std::pair(words.target, words.field);
    wordings.m_all.emplace(key, std::move(words));
  }
  return wordings;
}

const ports::Override* Wordings::find(const std::string& target, const std::string& field) const {
  const auto found = m_all.find({target, field});
  return found == m_all.end() ? nullptr : &found->second;
}

std::vector<const ports::Override*> Wordings::of(const std::string& target) const {
  std::vector<const ports::Override*> found;
  for (auto one = m_all.lower_bound({target, {}}); one != m_all.end() && one->first.first == target;
       ++one)
    found.push_back(&one->second);
  return found;
}

void Wordings::apply(content::Note& note) const {
  applyTo(note, *this);
}

void Wordings::apply(content::Question& question) const {
  applyTo(question, *this);
}

void Wordings::apply(content::Diagram& figure) const {
  applyTo(figure, *this);
}

Result<std::vector<RewordableText>> rewordableTexts(const ports::PackLibrary& pack,
                                                    const std::string& target) {
  std::vector<RewordableText> texts;
  const auto take = [&](const std::string& of, const char* field, const std::string& text) {
    if (of == target && !text.empty())
      texts.push_back({field, text});
  };
  const std::size_t first = target.find_first_of("/#");
  const QuestionId question{target.substr(0, first)};
  if (first != std::string::npos && target[first] == '/' && target.rfind('/') != first) {
    const auto figure = pack.diagram(DiagramId{target.substr(0, target.rfind('/'))});
    if (figure)
      content::eachRewordable(*figure, take);
    else if (figure.error().kind != ErrorKind::NotFound)
      return passOn(figure);
    return texts;
  }
  const auto opening = pack.question(question);
  if (!opening)
    return opening.error().kind == ErrorKind::NotFound
               ? Result<std::vector<RewordableText>>(std::move(texts))
               : passOn(opening);
  content::eachRewordable(*opening, take);
  for (const framework::Phase& phase : pack.framework().phases) {
    const auto note = pack.note(question, phase.id);
    if (note)
      content::eachRewordable(*note, take);
    else if (note.error().kind != ErrorKind::NotFound)
      return passOn(note);
  }
  return texts;
}

Result<std::vector<PlacedWording>> placedWordings(const ports::PackLibrary& pack,
                                                  const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(auto all, notebook.overrides());
  OriginalReader originals(pack);
  std::vector<PlacedWording> placed;
  for (ports::Override& words : all) {
    PHASEBOARD_TRY_ASSIGN(const auto original, originals.original(words));
    PlacedWording one;
    one.original = original.value_or(words.original);
    if (!original)
      one.standing = WordingStanding::Lost;
    else if (!words.original.empty() && words.original != *original)
      one.standing = WordingStanding::Outdated;
    one.words = std::move(words);
    placed.push_back(std::move(one));
  }
  return placed;
}

}  // namespace phaseboard::ops
