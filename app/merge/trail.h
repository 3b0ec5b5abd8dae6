// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/study_day.h"
#include "app/merge/cell.h"

namespace phaseboard::merge {

/// One entry of a trail.
struct Step {
  Instant at;
  std::string bytes;  ///< all of it, in a form in which equal entries have equal bytes
  friend auto operator<=>(const Step&, const Step&) = default;
};

/// A log that grows at its end: the strokes of a board, the record of a mock interview.
struct Trail {
  Subject subject = Subject::Board;  ///< or Mock
  std::string id;
  std::vector<Step> steps;
  friend bool operator==(const Trail&, const Trail&) = default;
};

/// What parts the id of a trail from that of a branch of it.
inline constexpr char kBranchMark = '~';

/// The id that a branch came from; the id itself for what is no branch.
[[nodiscard]] std::string rootOf(std::string_view id);

/// The trails that several copies of one trail come to.
///
/// A copy that is the beginning of another vanishes in it. Where two went on differently, both are
/// kept: the one that went on first keeps the id, the other becomes a branch, whose id follows from
/// the step at which it parted. So the result depends on the set of trails alone, and stays when a
/// branch grows.
///
/// @param trails  all of one root
[[nodiscard]] std::vector<Trail> settled(std::vector<Trail> trails);

}  // namespace phaseboard::merge
