// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "app/base/result.h"

namespace phaseboard::exchange {

/// Told how much of long work is done; returns false when it should stop. `total` is 0 while it is
/// not known.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

inline constexpr const char* kStopped = "stopped";

/// What work returns that was asked to stop. Nothing is left of it.
[[nodiscard]] inline tl::unexpected<Error> stopped() {
  return fail(ErrorKind::Busy, kStopped, "stopped as wished; nothing was written");
}

[[nodiscard]] inline bool isStopped(const Error& error) {
  return error.kind == ErrorKind::Busy && error.subject == kStopped;
}

/// Whether to go on; without anybody to ask, always.
[[nodiscard]] inline bool goesOn(const Progress& progress, std::int64_t done, std::int64_t total) {
  return !progress || progress(done, total);
}

}  // namespace phaseboard::exchange
