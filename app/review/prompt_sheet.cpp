// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_sheet.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "app/base/hash.h"
#include "app/review/part_prompts.h"

namespace phaseboard::review {
namespace {

using content::Diagram;
using content::Part;
using content::PartKind;

constexpr std::size_t kLongestTypedAnswer = 60;

bool isTitledNode(const Part& part) {
  return part.kind == PartKind::Node && !part.title.empty();
}

/// Covers every node with a title except `shown`.
void coverNodes(PromptSheet& sheet, const Diagram& diagram, const PartId* shown) {
  for (const Part& part : diagram.parts)
    if (isTitledNode(part) && (shown == nullptr || part.id != *shown))
      sheet.covered.push_back(part.id);
}

void askToClick(PromptSheet& sheet, const Diagram& diagram, const Part& asked) {
  sheet.way = AnswerWay::Click;
  if (asked.kind == PartKind::Node)
    coverNodes(sheet, diagram, nullptr);
  for (const Part& part : diagram.parts) {
    const bool isEdge = part.kind == PartKind::Edge && !part.label.empty();
    if (asked.kind == PartKind::Edge && isEdge)
      sheet.covered.push_back(part.id);
    const bool isSame = asked.kind == PartKind::Edge
                            ? isEdge && part.label == asked.label
                            : isTitledNode(part) && part.title == asked.title;
    if (isSame)
      sheet.right.push_back(part.id);
  }
}

/// The same for one prompt each time, and without a pattern across prompts.
std::uint64_t placeOf(const Prompt& prompt, const std::string& text) {
  return Fnv64{}.addField(prompt.id.value()).addField(text).value();
}

void askForNextHop(PromptSheet& sheet, const Prompt& prompt, const Diagram& diagram,
                   const Part& asked) {
  sheet.way = AnswerWay::Choose;
  sheet.marked = {asked.id};
  coverNodes(sheet, diagram, &asked.id);
  const auto after = nodesAfter(diagram, asked.id);
  for (const Part* next : after)
    sheet.right.push_back(next->id);
  std::vector<std::string> others;
  for (const Part& part : diagram.parts) {
    const auto isTitle = [&part](const Part* next) { return next->title == part.title; };
    if (isTitledNode(part) && part.title != asked.title &&
        std::none_of(after.begin(), after.end(), isTitle) &&
        std::find(others.begin(), others.end(), part.title) == others.end())
      others.push_back(part.title);
  }
  const auto byPlace = [&prompt](const std::string& a, const std::string& b) {
    return placeOf(prompt, a) < placeOf(prompt, b);
  };
  std::sort(others.begin(), others.end(), byPlace);
  others.resize(std::min(others.size(), kHopOptions - 1));
  if (!after.empty())
    others.push_back(after.front()->title);
  std::sort(others.begin(), others.end(), byPlace);
  for (std::string& title : others) {
    const bool isRight = !after.empty() && title == after.front()->title;
    sheet.options.push_back({std::move(title), isRight});
  }
}

void askForPhase(PromptSheet& sheet, const Prompt& prompt, const framework::Framework& framework) {
  sheet.way = AnswerWay::Choose;
  sheet.tellsPlace = false;
  if (prompt.part)
    sheet.marked = {*prompt.part};
  for (const framework::Phase& phase : framework.phases)
    sheet.options.push_back({phase.title, phase.id == prompt.phase});
}

void askAboutPart(PromptSheet& sheet, const Prompt& prompt, const Diagram& diagram,
                  const Part& asked) {
  switch (prompt.kind) {
    case PromptKind::NamePart:
    case PromptKind::EdgeMeaning:
    case PromptKind::MissingPart:
      sheet.covered = {asked.id};
      sheet.coversEdgeLabels = prompt.kind == PromptKind::MissingPart;
      sheet.right = {asked.id};
      break;
    case PromptKind::ClickPart:
      askToClick(sheet, diagram, asked);
      break;
    case PromptKind::NextHop:
      askForNextHop(sheet, prompt, diagram, asked);
      break;
    default:
      sheet.marked = {asked.id};
  }
}

void addTitle(ExpectedAnswer& expected, const std::string& title) {
  for (std::string& form : formsOfTitle(title))
    expected.accepted.push_back(std::move(form));
}

}  // namespace

PromptSheet sheetFor(const Prompt& prompt, const Diagram* diagram,
                     const framework::Framework& framework) {
  PromptSheet sheet;
  if (prompt.kind == PromptKind::PartPhase) {
    askForPhase(sheet, prompt, framework);
    return sheet;
  }
  if (prompt.kind == PromptKind::RebuildDiagram) {
    sheet.way = AnswerWay::Draw;
    return sheet;
  }
  sheet.hasTicks = prompt.kind == PromptKind::KeyPoints || prompt.kind == PromptKind::AnswerPhase;
  if (prompt.kind == PromptKind::AnswerPhase)
    sheet.way = AnswerWay::Write;
  const Part* asked =
      diagram == nullptr || !prompt.part ? nullptr : findPart(*diagram, *prompt.part);
  if (asked != nullptr)
    askAboutPart(sheet, prompt, *diagram, *asked);
  return sheet;
}

ExpectedAnswer expectedAnswer(const Prompt& prompt, const Diagram* diagram,
                              const content::Concept* idea, const content::Number* number) {
  ExpectedAnswer expected;
  const Part* asked =
      diagram == nullptr || !prompt.part ? nullptr : findPart(*diagram, *prompt.part);
  if (prompt.kind == PromptKind::NamePart || prompt.kind == PromptKind::MissingPart) {
    if (asked == nullptr)
      return expected;
    addTitle(expected, asked->title);
    if (!asked->label.empty())
      addTitle(expected, asked->label);
    if (idea != nullptr) {
      addTitle(expected, idea->title);
      for (const std::string& synonym : idea->synonyms)
        addTitle(expected, synonym);
    }
  } else if (prompt.kind == PromptKind::EdgeMeaning && asked != nullptr) {
    addTitle(expected, asked->label);
  } else if (prompt.kind == PromptKind::Number && number != nullptr) {
    const bool countsBytes = number->unit.find('B') != std::string::npos ||
                             number->unit.find("byte") != std::string::npos;
    // "1 : 100" is no number but a ratio, compared as it is written.
    if (number->shown.find(':') == std::string::npos)
      expected.quantity = readQuantity(number->shown + ' ' + number->unit, countsBytes);
    if (!expected.quantity)
      addTitle(expected, number->shown);
  } else if ((prompt.kind == PromptKind::Own || prompt.kind == PromptKind::Authored) &&
             prompt.answer.size() <= kLongestTypedAnswer &&
             prompt.answer.find('\n') == std::string::npos) {
    addTitle(expected, prompt.answer);
  }
  return expected;
}

}  // namespace phaseboard::review
