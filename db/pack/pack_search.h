// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/search/query.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// Above this many hits the order is that of the sources: ranking would have to score each of them.
inline constexpr int kMostRankedHits = 5'000;

/// The best `limit` hits. A word in a title counts eight times one in a text. Throws
/// `SQLite::Exception`.
[[nodiscard]] std::vector<search::Hit> searchPack(SQLite::Database& database,
                                                  const search::Query& query, int limit);

}  // namespace phaseboard::db
