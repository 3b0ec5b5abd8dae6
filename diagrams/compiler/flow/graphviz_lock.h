// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace phaseboard::compiler {

/// Held during every call into Graphviz, which keeps its state in globals.
[[nodiscard]] inline std::mutex& graphvizMutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace phaseboard::compiler
