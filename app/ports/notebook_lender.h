// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/base/result.h"

namespace phaseboard::ports {

class NotebookStore;

/// Gives the notebook away for one long change.
class NotebookLender {
 public:
  virtual ~NotebookLender() = default;

  /// The same notebook once more, for one other thread. While it lasts the lender itself can be
  /// read, but its `begin` fails with `Busy` about `kLent`. One at a time; it ends before the
  /// lender does, and its destruction gives the notebook back.
  [[nodiscard]] virtual Result<std::unique_ptr<NotebookStore>> lend() = 0;
};

inline constexpr const char* kLent = "lent";

/// Whether something could not be written only because a long change is under way. It passes by
/// itself.
[[nodiscard]] inline bool isLentAway(const Error& error) {
  return error.kind == ErrorKind::Busy && error.subject == kLent;
}

}  // namespace phaseboard::ports
