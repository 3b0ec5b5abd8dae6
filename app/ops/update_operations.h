// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/content/contents.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class Notebook;
class NotebookStore;
class PackLibrary;
class SeenContentStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// Everything that `pack` says, as marks. Reads all of it: for a worker, on a library of its own.
[[nodiscard]] Result<content::Contents> readContents(const ports::PackLibrary& pack);

/// Prompts of the questions in `updates` that the pack words otherwise than when they were answered
/// last. Nothing else is worth another look because of an update.
[[nodiscard]] Result<std::vector<PromptId>> promptsToReviewAgain(
    const std::vector<content::QuestionUpdate>& updates, const ports::PackLibrary& pack,
    const ports::Notebook& notebook);

/// What the notebook remembers of the packs that were open, so that an update can be told once.
class UpdateOperations {
 public:
  /// All outlive it; `seen` keeps its rows in `notebook`.
  UpdateOperations(ports::NotebookStore& notebook, ports::SeenContentStore& seen,
                   const Clock& clock);

  /// For reading.
  [[nodiscard]] const ports::SeenContentStore& store() const { return m_seen; }

  /// Remembers what the packs hold now. Questions that are not open at the moment stay as they were
  /// seen. Not an undo step.
  Result<OpOutcome> rememberPacks(const std::string& stamp, const content::Contents& contents);

 private:
  ports::NotebookStore& m_notebook;
  ports::SeenContentStore& m_seen;
  const Clock& m_clock;
};

}  // namespace phaseboard::ops
