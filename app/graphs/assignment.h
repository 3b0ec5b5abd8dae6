// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace phaseboard::graphs {

/// How much it is worth to pair a row with a column; 0 means that they do not belong together.
/// Rows are of one length.
using Worth = std::vector<std::vector<double>>;

/// For each row the column paired with it, or nothing: each column at most once, with the largest
/// sum of worth, and no pair worth 0. The same numbers always give the same pairs. O(n^3) for n
/// rows or columns, whichever are more.
[[nodiscard]] std::vector<std::optional<std::size_t>> bestAssignment(const Worth& worth);

}  // namespace phaseboard::graphs
