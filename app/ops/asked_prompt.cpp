// SPDX-License-Identifier: Apache-2.0
#include "app/ops/asked_prompt.h"

#include <algorithm>
#include <utility>

#include "app/ops/wordings.h"

namespace phaseboard::ops {
namespace {

/// Puts `words` where `original` stands in `text`.
void replaceOriginal(std::string& text, const std::string& original, const std::string& words) {
  if (const std::size_t at = text.find(original); !original.empty() && at != std::string::npos)
    text.replace(at, original.size(), words);
}

/// The user's words about what is asked for, then those about the prompt itself.
Status putUsersWords(review::Prompt& prompt, const ports::PackLibrary& pack,
                     const ports::Notebook& notebook) {
  const std::string& target = prompt.target.value();
  PHASEBOARD_TRY_ASSIGN(const auto ofTarget, notebook.overrides(target));
  std::vector<RewordableText> originals;
  if (!ofTarget.empty()) {
    PHASEBOARD_TRY_ASSIGN(originals, rewordableTexts(pack, target));
  }
  for (const RewordableText& original : originals) {
    for (const ports::Override& words : ofTarget) {
      if (words.field != original.field)
        continue;
      replaceOriginal(prompt.ask, original.text, words.text);
      replaceOriginal(prompt.answer, original.text, words.text);
    }
  }
  PHASEBOARD_TRY_ASSIGN(const auto overrides, notebook.overrides(prompt.id.value()));
  for (const ports::Override& text : overrides) {
    if (text.field == "ask")
      prompt.ask = text.text;
    else if (text.field == "answer")
      prompt.answer = text.text;
  }
  return {};
}

/// A figure that an own prompt was made from may be gone; then it is asked without it.
Status readFigure(AskedPrompt& asked, const ports::PackLibrary& pack) {
  if (!asked.prompt.diagram)
    return {};
  auto diagram = pack.diagram(DiagramId{pack.currentId(asked.prompt.diagram->value())});
  if (diagram)
    asked.diagram = std::move(*diagram);
  else if (asked.prompt.kind != review::PromptKind::Own ||
           diagram.error().kind != ErrorKind::NotFound)
    return passOn(diagram);
  return {};
}

Result<review::ExpectedAnswer> readExpected(const AskedPrompt& asked,
                                            const ports::PackLibrary& pack) {
  const review::Prompt& prompt = asked.prompt;
  std::optional<content::Concept> idea;
  if (prompt.conceptId) {
    auto found = pack.findConcept(*prompt.conceptId);
    if (found)
      idea = std::move(*found);
    else if (found.error().kind != ErrorKind::NotFound)
      return passOn(found);
  }
  std::optional<content::Number> number;
  if (prompt.kind == review::PromptKind::Number) {
    PHASEBOARD_TRY_ASSIGN(const auto note, pack.note(prompt.question, prompt.phase));
    for (const content::Number& one : note.numbers)
      if (one.id.value() == prompt.target.value())
        number = one;
  }
  return review::expectedAnswer(prompt, asked.diagram ? &*asked.diagram : nullptr,
                                idea ? &*idea : nullptr, number ? &*number : nullptr);
}

}  // namespace

Result<bool> hasChangedSinceAnswered(const review::Prompt& prompt,
                                     const ports::Notebook& notebook) {
  if (prompt.kind == review::PromptKind::Own)
    return false;
  PHASEBOARD_TRY_ASSIGN(auto events, notebook.events(prompt.id));
  const auto answers = review::answersSinceFreshStart(std::move(events));
  return !answers.empty() && answers.back().contentHash != 0 &&
         answers.back().contentHash != prompt.contentHash;
}

Result<review::Prompt> readPrompt(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                  const PromptId& id) {
  const auto parts = review::splitPromptId(id);
  if (!parts || parts->kind != review::PromptKind::Own)
    return pack.prompt(id);
  PHASEBOARD_TRY_ASSIGN(auto own, notebook.ownPrompts());
  const auto found = std::find_if(own.begin(), own.end(),
                                  [&id](const review::Prompt& one) { return one.id == id; });
  if (found == own.end())
    return fail(ErrorKind::NotFound, id.value());
  return std::move(*found);
}

Result<AskedPrompt> readAskedPrompt(const ports::PackLibrary& pack, const ports::Notebook& notebook,
                                    const PromptId& id) {
  AskedPrompt asked;
  PHASEBOARD_TRY_ASSIGN(asked.prompt, readPrompt(pack, notebook, id));
  PHASEBOARD_TRY_ASSIGN(asked.hasChanged, hasChangedSinceAnswered(asked.prompt, notebook));
  PHASEBOARD_TRY(putUsersWords(asked.prompt, pack, notebook));
  PHASEBOARD_TRY(readFigure(asked, pack));
  asked.sheet =
      review::sheetFor(asked.prompt, asked.diagram ? &*asked.diagram : nullptr, pack.framework());
  PHASEBOARD_TRY_ASSIGN(asked.expected, readExpected(asked, pack));
  if (asked.sheet.hasTicks) {
    PHASEBOARD_TRY_ASSIGN(auto note, pack.note(asked.prompt.question, asked.prompt.phase));
    PHASEBOARD_TRY_ASSIGN(const Wordings wordings, Wordings::read(notebook));
    wordings.apply(note);
    asked.keyPoints = std::move(note.keyPoints);
  }
  PHASEBOARD_TRY_ASSIGN(const auto row, notebook.promptRow(id));
  if (row)
    asked.state = row->state;
  return asked;
}

}  // namespace phaseboard::ops
