// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/exchange/incoming.h"
#include "app/exchange/progress.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class Notebook;
class NotebookStore;
class PackLibrary;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// Where prompts go that do not say it, or name a question or a phase that the pack does not have.
struct ImportPlace {
  QuestionId question;
  PhaseId phase;
};

/// What an import would do, or did.
struct ImportPreview {
  int created = 0;     ///< prompts that are not in the notebook
  int changed = 0;     ///< own prompts whose texts or place would be others
  int unchanged = 0;   ///< own prompts that are there as they come
  int known = 0;       ///< prompts of the pack: only their reviews come
  int unknown = 0;     ///< ids of prompts that neither pack nor notebook have: left out
  int redirected = 0;  ///< of the created and changed: their place is unknown, they go to the given
                       ///< one
  std::int64_t reviews = 0;       ///< that are not in the log
  std::int64_t knownReviews = 0;  ///< that are there already

  friend bool operator==(const ImportPreview&, const ImportPreview&) = default;
  [[nodiscard]] bool bringsNothing() const { return created + changed == 0 && reviews == 0; }
};

struct ImportOutcome : OpOutcome {
  ImportPreview done;
};

/// What `incoming` would do to the notebook. Changes nothing; can be stopped.
[[nodiscard]] Result<ImportPreview> previewImport(const ports::Notebook& notebook,
                                                  const ports::PackLibrary& pack,
                                                  const exchange::Incoming& incoming,
                                                  const ImportPlace& place,
                                                  const exchange::Progress& progress = {});

/// Brings what was read from a file into the notebook, as `Desk` does for the rest: one
/// transaction, wholly or not at all, and one step of undo.
class ImportOperations {
 public:
  /// All three outlive it.
  ImportOperations(ports::NotebookStore& notebook, const Clock& clock, Chance& chance);

  /// Prompts become prompts of the user's own, their reviews entries of the log; memories and
  /// statistics follow from that. What is there already is not doubled: a prompt is known by where
  /// it came from, a review by its moment and grade. Reviews that an undo voided count again.
  ///
  /// @param place     `InvalidInput` (subject "question" or "phase") when it is needed and empty
  /// @param progress  asked between prompts
  Result<ImportOutcome> importPrompts(const ports::PackLibrary& pack,
                                      const exchange::Incoming& incoming, const ImportPlace& place,
                                      const exchange::Progress& progress = {});

 private:
  ports::NotebookStore& m_notebook;
  const Clock& m_clock;
  Chance& m_chance;
};

}  // namespace phaseboard::ops
