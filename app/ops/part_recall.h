// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "app/base/result.h"
#include "app/ops/prompt_table.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// How likely each part of a figure is remembered on `day`: the mean predicted recall of those of
/// its prompts that were answered at least once. Parts that were never asked about are left out.
[[nodiscard]] Result<std::map<PartId, double>> readPartRecall(const ports::PackLibrary& pack,
                                                              const ports::Notebook& notebook,
                                                              const DiagramId& diagram,
                                                              StudyDay day);

/// How well a concept is remembered over everything that asks for it.
struct ConceptRecall {
  double recall = 0;  ///< the mean predicted recall of what was asked
  int asked = 0;
  int notAsked = 0;
};

/// On `day`; of all its prompts that the settings ask. O(prompts).
[[nodiscard]] Result<ConceptRecall> readConceptRecall(const PromptTable& table, const ConceptId& id,
                                                      StudyDay day);

}  // namespace phaseboard::ops
