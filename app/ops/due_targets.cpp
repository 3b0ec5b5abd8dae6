// SPDX-License-Identifier: Apache-2.0
#include "app/ops/due_targets.h"

#include <algorithm>

namespace phaseboard::ops {

Result<std::vector<std::string>> dueTargets(const ports::PackLibrary& pack,
                                            const ports::Notebook& notebook, Instant now,
                                            StudyDay today) {
  PHASEBOARD_TRY_ASSIGN(const auto due, notebook.duePrompts(now, today));
  std::vector<std::string> ids;
  ids.reserve(due.size() * 2);
  for (const ports::PromptRow& row : due) {
    const std::string id = pack.currentId(row.prompt.value());
    if (const auto parts = review::splitPromptId(PromptId{id}))
      ids.push_back(parts->target.value());
    ids.push_back(id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace phaseboard::ops
