// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/base/result.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// Finds the pack's prompts for a notebook that may be older than the pack, and the other way
/// round. The pack outlives it. O(prompts) to make.
class CurrentPrompts {
 public:
  /// @param own  prompts of the notebook, which are found by their ids too
  explicit CurrentPrompts(const ports::PackLibrary& pack, std::vector<review::Prompt> own = {});

  CurrentPrompts(const CurrentPrompts&) = delete;
  CurrentPrompts& operator=(const CurrentPrompts&) = delete;

  [[nodiscard]] const std::vector<review::Prompt>& own() const { return m_own; }

  /// The prompt that stands today for an id of the notebook; null when the pack no longer has it.
  [[nodiscard]] const review::Prompt* find(const PromptId& id) const;

  /// The ids that `prompt` had in older packs.
  [[nodiscard]] std::vector<PromptId> olderIds(const review::Prompt& prompt) const;

  /// The row of `prompt`: under its id, else under one that it had before.
  [[nodiscard]] Result<std::optional<ports::PromptRow>> rowOf(
      const review::Prompt& prompt, const ports::Notebook& notebook) const;

 private:
  const ports::PackLibrary& m_pack;
  std::vector<review::Prompt> m_own;
  std::unordered_map<PromptId, const review::Prompt*> m_index;
};

}  // namespace phaseboard::ops
