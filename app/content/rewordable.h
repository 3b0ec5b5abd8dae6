// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <type_traits>

#include "app/content/model.h"
#include "app/content/option_list.h"

/// The shipped texts that the user may put words of their own in the place of.
///
/// Each function calls `visit(target, field, text)` for every such text of something, `text` being
/// the field itself: const for a const thing. Targets and fields are stored; they never change.
namespace phaseboard::content {

/// The options of a trade-off are one text (`optionList`): they have no ids of their own.
template <class TradeOffType, class Visit>
void visitOptions(TradeOffType& tradeOff, const Visit& visit) {
  const std::string shipped = optionList(tradeOff.options);
  std::string text = shipped;
  visit(tradeOff.id.value(), "options", text);
  if constexpr (!std::is_const_v<TradeOffType>)
    if (text != shipped)
      tradeOff.options = optionsOfList(text);
}

template <class NoteType, class Visit>
void eachRewordable(NoteType& note, const Visit& visit) requires requires {
  note.keyPoints;
}
{
  visit(noteTarget(note.question, note.phase).value(), "summary", note.summary);
  for (auto& item : note.chapters)
    visit(item.id.value(), "text", item.text);
  for (auto& item : note.keyPoints) {
    visit(item.id.value(), "statement", item.statement);
    visit(item.id.value(), "why", item.why);
    visit(item.id.value(), "alternative", item.alternative);
  }
  for (auto& item : note.tradeOffs) {
    visit(item.id.value(), "choice", item.choice);
    visitOptions(item, visit);
    visit(item.id.value(), "decides", item.decides);
  }
  for (auto& item : note.numbers) {
    visit(item.id.value(), "statement", item.statement);
    visit(item.id.value(), "assumptions", item.assumptions);
  }
  for (auto& item : note.pitfalls) {
    visit(item.id.value(), "statement", item.statement);
    visit(item.id.value(), "how", item.how);
    visit(item.id.value(), "fix", item.fix);
  }
  for (auto& item : note.followUps) {
    visit(item.id.value(), "question", item.question);
    visit(item.id.value(), "answer", item.answer);
  }
}

template <class QuestionType, class Visit>
void eachRewordable(QuestionType& question, const Visit& visit) requires requires {
  question.dialogue;
}
{
  visit(question.id.value(), "interviewer", question.interviewer);
  for (auto& line : question.dialogue) {
    visit(line.id.value(), "ask", line.ask);
    visit(line.id.value(), "answer", line.answer);
    visit(line.id.value(), "why", line.why);
  }
}

template <class DiagramType, class Visit>
void eachRewordable(DiagramType& figure, const Visit& visit) requires requires {
  figure.parts;
}
{
  for (auto& part : figure.parts)
    visit(partTarget(figure.id, part.id).value(), "explanation", part.explanation);
}

}  // namespace phaseboard::content
