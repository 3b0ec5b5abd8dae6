// SPDX-License-Identifier: Apache-2.0
#include "app/review/rebuild_prompt.h"

#include <string>
#include <utility>

#include "app/review/part_prompts.h"

namespace phaseboard::review {

std::optional<Prompt> rebuildPrompt(const content::Diagram& diagram, const QuestionId& question) {
  int nodes = 0;
  int edges = 0;
  std::string parts;
  for (const content::Part& part : diagram.parts) {
    edges += part.kind == content::PartKind::Edge ? 1 : 0;
    if (part.kind != content::PartKind::Node)
      continue;
    ++nodes;
    parts += (parts.empty() ? "" : ", ") + part.title;
  }
  if (nodes < kFewestNodesToRebuild || edges < kFewestEdgesToRebuild)
    return std::nullopt;
  Prompt prompt = makePrompt(
      PromptKind::RebuildDiagram, TargetId{diagram.id.value()}, question, diagram.phase,
      paragraphs({"Draw " + quoted(diagram.title) + " from memory.", diagram.description}),
      "**Parts:** " + parts + ".");
  prompt.diagram = diagram.id;
  return prompt;
}

}  // namespace phaseboard::review
