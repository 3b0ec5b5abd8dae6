// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>

/// For conditions that only a bug of ours can break. Ends the program with the place and the
/// condition: every acknowledged change is already on disk, so stopping loses less than going on
/// with a wrong state.
#define PHASEBOARD_ASSERT(condition)                                                          \
  do {                                                                                        \
    if (!(condition)) {                                                                       \
      std::fprintf(stderr, "%s:%d: broken assumption: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                           \
    }                                                                                         \
  } while (false)
