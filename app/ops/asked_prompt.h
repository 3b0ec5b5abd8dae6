// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/prompt_sheet.h"

namespace phaseboard::ops {

/// Everything that is needed to ask one prompt, read at one moment. Nothing is changed.
struct AskedPrompt {
  review::Prompt prompt;  ///< with its texts; the user's words where there are some
  std::optional<content::Diagram> diagram;
  review::PromptSheet sheet;
  review::ExpectedAnswer expected;
  std::vector<content::KeyPoint> keyPoints;  ///< to be ticked, when the sheet has ticks
  review::PromptState state;
  bool hasChanged = false;  ///< the pack's words differ from those of the last answer
};

/// @return `NotFound` for a prompt that neither the pack nor the notebook has
[[nodiscard]] Result<AskedPrompt> readAskedPrompt(const ports::PackLibrary& pack,
                                                  const ports::Notebook& notebook,
                                                  const PromptId& id);

/// Whether the pack words the prompt otherwise than when it was answered last; false before that.
[[nodiscard]] Result<bool> hasChangedSinceAnswered(const review::Prompt& prompt,
                                                   const ports::Notebook& notebook);

/// The prompt with its texts, from the pack or from the user's own; overrides are not applied.
[[nodiscard]] Result<review::Prompt> readPrompt(const ports::PackLibrary& pack,
                                                const ports::Notebook& notebook,
                                                const PromptId& id);

}  // namespace phaseboard::ops
