// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/ports/notebook_store.h"
#include "app/review/memory_settings.h"

/// The schedule and the statistics, worked out again from the log.
namespace phaseboard::ops {

struct ReplayReport {
  std::int64_t prompts = 0;              ///< with events
  std::int64_t answers = 0;              ///< that count
  std::vector<std::string> differences;  ///< one line each, at most `kDifferencesListed`
  std::int64_t differenceCount = 0;      ///< all of them
};

inline constexpr std::size_t kDifferencesListed = 20;

/// Compares what is stored with what the log comes to. Writes nothing. O(events).
[[nodiscard]] Result<ReplayReport> compareWithLog(const ports::NotebookStore& store,
                                                  const review::MemorySettings& settings);

/// Writes the schedule of every prompt anew from the log; what was put aside stays so. Inside the
/// caller's unit of work.
[[nodiscard]] Status replaySchedules(ports::NotebookStore& store,
                                     const review::MemorySettings& settings);

/// Writes the statistics of every day anew from the log. Inside the caller's unit of work.
[[nodiscard]] Status replayDays(ports::NotebookStore& store);

/// Replaces schedule and statistics by what the log comes to, in one transaction, and forgets the
/// steps of undo, which were recorded against the rows before. Reports what was different.
[[nodiscard]] Result<ReplayReport> rebuildFromLog(ports::NotebookStore& store,
                                                  const review::MemorySettings& settings);

}  // namespace phaseboard::ops
