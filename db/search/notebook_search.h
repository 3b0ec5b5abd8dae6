// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/search/query.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// The best `limit` answers, annotations and own wordings of a notebook, as `searchPack` for a
/// pack; the newest first when very many match. The question and phase of an annotation or a
/// wording are not known here: its hits have none, and filters on them let it through. Throws
/// `SQLite::Exception`.
[[nodiscard]] std::vector<search::Hit> searchNotebook(SQLite::Database& database,
                                                      const search::Query& query, int limit);

}  // namespace phaseboard::db
