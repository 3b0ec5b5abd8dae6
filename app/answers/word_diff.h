// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::answers {

enum class DiffKind { Same, Removed, Added };

/// A stretch of the old text, of the new one, or of both.
struct DiffRun {
  DiffKind kind = DiffKind::Same;
  std::string text;

  friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

/// What became of a text, word by word, with as few words changed as possible (Myers).
///
/// The runs that are not `Added`, joined, are `before`; those not `Removed` are `after`. What was
/// replaced comes before what replaced it, and blanks between two replaced words belong to the
/// change, so that a new sentence reads as one. Where more than `kMostEdits` words differ, the part
/// between the common beginning and end counts as replaced as a whole.
/// O((words + edits) * edits) time, O(edits^2) room.
[[nodiscard]] std::vector<DiffRun> wordDiff(std::string_view before, std::string_view after);

inline constexpr int kMostEdits = 1'500;

/// How many words each kind of run has.
struct DiffCounts {
  int added = 0;
  int removed = 0;

  friend bool operator==(const DiffCounts&, const DiffCounts&) = default;
};
[[nodiscard]] DiffCounts countsOf(const std::vector<DiffRun>& runs);

/// How many words a text has: runs of letters and digits; "two-tower" and "don't" are one word.
[[nodiscard]] int wordCount(std::string_view text);

}  // namespace phaseboard::answers
