// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "app/base/clock.h"
#include "app/exchange/progress.h"
#include "app/ops/desk.h"
#include "app/ports/merge_store.h"

namespace phaseboard::ports {
class NotebookStore;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// What a merge would bring, or brought.
struct MergeCounts {
  std::int64_t events = 0;   ///< of the review log
  std::int64_t prompts = 0;  ///< that they are about
  int versions = 0;          ///< of answers
  int conflicts = 0;         ///< answers that were edited apart, and were not before
  int drawings = 0;          ///< boards and mock interviews that go on, or are new
  int others = 0;            ///< annotations, ticks, settings ... that are new, other, or gone

  friend bool operator==(const MergeCounts&, const MergeCounts&) = default;
  [[nodiscard]] bool bringsNothing() const { return events + versions + drawings + others == 0; }
};

struct MergeOutcome : OpOutcome {
  MergeCounts done;
};

/// What the source would bring. Changes nothing. O(source).
[[nodiscard]] Result<MergeCounts> previewMerge(const ports::NotebookStore& notebook,
                                               const ports::MergeStore& own,
                                               const ports::MergeSource& source,
                                               const exchange::Progress& progress = {});

/// Makes the notebook the union of itself and another, as `Desk` does for the rest: one
/// transaction, wholly or not at all, and one step of undo.
///
/// Reviews are a union; every prompt that got some is replayed, and the statistics follow. What can
/// be overwritten is as it was last written (`merge::beats`). An answer that was edited on both
/// sides keeps both (`answers::openEnds`). Text that is still being typed stays where it is typed.
///
/// Whatever is merged with whatever, in any order and any number of times: notebooks that have seen
/// the same are the same, but for their steps of undo and their drafts.
class MergeOperations {
 public:
  /// All outlive it. `own` is the same notebook.
  MergeOperations(ports::NotebookStore& notebook, ports::MergeStore& own, const Clock& clock);

  /// @param name      what the source is called, for the step of undo
  /// @param progress  asked between prompts
  Result<MergeOutcome> merge(const ports::MergeSource& source, const std::string& name,
                             ports::Arrival arrival = ports::Arrival::OtherNotebook,
                             const exchange::Progress& progress = {});

  [[nodiscard]] const ports::NotebookStore& notebook() const { return m_notebook; }
  [[nodiscard]] ports::MergeStore& own() { return m_own; }

 private:
  ports::NotebookStore& m_notebook;
  ports::MergeStore& m_own;
  const Clock& m_clock;
};

}  // namespace phaseboard::ops
