// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/base/study_day.h"
#include "app/base/uuid.h"
#include "app/merge/cell.h"

namespace phaseboard::db {

class Connection;

/// The stamp of a cell as the notebook keeps it.
struct KeptStamp {
  std::int64_t at = 0;
  std::int64_t deviceKey = 0;
  bool isGone = false;
};

/// What a merge did besides changing rows that undo knows.
struct MergeTrace {
  struct StampBefore {
    merge::Subject subject = merge::Subject::Setting;
    std::string key;
    std::optional<KeptStamp> stamp;
  };
  bool isToldAlready = false;                         ///< the shared folder has it
  Instant newest;                                     ///< the latest stamp that came
  std::vector<std::pair<std::int64_t, Uuid>> events;  ///< by the key of the prompt
  std::vector<StampBefore> stamps;
};

/// All throw `SQLite::Exception`.
[[nodiscard]] std::optional<KeptStamp> keptStamp(Connection& db, const std::string& subject,
                                                 const std::string& key);
void keepTrace(Connection& db, std::int64_t step, const MergeTrace& trace);
[[nodiscard]] bool hasTrace(Connection& db, std::int64_t step);

/// Puts the events of a merge aside, or brings them back, and exchanges the stamps.
void putAside(Connection& db, std::int64_t step);
void bringBack(Connection& db, std::int64_t step);

}  // namespace phaseboard::db
