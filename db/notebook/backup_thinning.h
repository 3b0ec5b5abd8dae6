// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/study_day.h"

namespace phaseboard::db {

/// Which backups may go: those that are neither among the 10 latest nor the newest of one of the
/// latest 7 days, 4 weeks or 12 months that have any. Days, weeks (from Monday) and months are
/// those of UTC. Pure; the times may come in any order and are given back oldest first.
[[nodiscard]] std::vector<Instant> backupsToDrop(std::vector<Instant> times);

}  // namespace phaseboard::db
