// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/exchange/progress.h"
#include "app/ports/exchange.h"
#include "db/files/file_system.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// Writes every table of a notebook, as of one moment, row by row: names of columns as they are in
/// the schema; the log of reviews with its moments and ids written out. Bytes become UUIDs where
/// they are sixteen, else hexadecimal digits. Steps of undo and the index of words are left out.
[[nodiscard]] Status writeNotebookTables(FileSystem& files, SqliteNotebookStore& notebook,
                                         const std::filesystem::path& to, ports::TableFormat format,
                                         Instant now, const exchange::Progress& progress);

}  // namespace phaseboard::db
