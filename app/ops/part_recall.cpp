// SPDX-License-Identifier: Apache-2.0
#include "app/ops/part_recall.h"

#include <optional>

#include "app/ops/study_plan.h"

namespace phaseboard::ops {

Result<std::map<PartId, double>> readPartRecall(const ports::PackLibrary& pack,
                                                const ports::Notebook& notebook,
                                                const DiagramId& diagram, StudyDay day) {
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, notebook.settings());
  PHASEBOARD_TRY_ASSIGN(const review::MemorySettings memory, memorySettings(settings));
  std::map<PartId, double> sums;
  std::map<PartId, int> counts;
  for (const review::Prompt& prompt : pack.prompts()) {
    if (prompt.diagram != diagram || !prompt.part)
      continue;
    PHASEBOARD_TRY_ASSIGN(const std::optional<ports::PromptRow> row, notebook.promptRow(prompt.id));
    const auto recall = row ? review::recallOn(row->state, day, memory) : std::nullopt;
    if (!recall)
      continue;
    sums[*prompt.part] += *recall;
    ++counts[*prompt.part];
  }
  for (auto& [part, sum] : sums)
    sum /= counts[part];
  return sums;
}

Result<ConceptRecall> readConceptRecall(const PromptTable& table, const ConceptId& id,
                                        StudyDay day) {
  PHASEBOARD_TRY_ASSIGN(const ports::Settings settings, table.notebook().settings());
  PHASEBOARD_TRY_ASSIGN(const review::MemorySettings memory, memorySettings(settings));
  ConceptRecall all;
  double sum = 0;
  for (const TableRow& row : table.rows()) {
    if (row.prompt->conceptId != id || row.suspended || !settings.kinds.asks(*row.prompt))
      continue;
    if (const auto recall = review::recallOn(row.state, day, memory)) {
      sum += *recall;
      ++all.asked;
    } else {
      ++all.notAsked;
    }
  }
  if (all.asked > 0)
    all.recall = sum / all.asked;
  return all;
}

}  // namespace phaseboard::ops
