// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "app/base/result.h"

namespace phaseboard::bench {

/// A benchmark that cannot go on says why and ends: a figure of something else would be worse.
[[noreturn]] inline void giveUp(const char* why) {
  std::fprintf(stderr, "cannot measure: %s\n", why);
  std::exit(1);
}

inline void must(bool holds, const char* what) {
  if (!holds)
    giveUp(what);
}

inline void must(const Status& status) {
  if (!status)
    giveUp(describe(status.error()).c_str());
}

template <class T>
T must(Result<T> result) {
  if (!result)
    giveUp(describe(result.error()).c_str());
  return std::move(*result);
}

}  // namespace phaseboard::bench
