// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/result.h"
#include "app/search/query.h"

namespace phaseboard::ports {

/// Finds words in everything that packs and the notebook say.
///
/// Used from one thread at a time, which need not be the one that uses packs and notebook.
class TextIndex {
 public:
  virtual ~TextIndex() = default;

  /// Whether `search` may run beside everything else, on a thread of its own.
  [[nodiscard]] virtual bool isConcurrent() const = 0;

  /// The best `limit` hits of packs and notebook together. `InputOutput` or `Damaged` from the
  /// disk; any failure after `interrupt`.
  [[nodiscard]] virtual Result<std::vector<search::Hit>> search(const search::Query& query,
                                                                int limit) const = 0;

  /// From any thread: a search that is under way ends at once, without a result.
  virtual void interrupt() const = 0;
};

}  // namespace phaseboard::ports
