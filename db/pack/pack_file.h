// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/base/result.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// Opens a pack read-only and immutable: no lock, no journal and no side file is looked for.
///
/// A pack may come from anywhere. Before SQLite sees it, its size (512 MB at most) and header are
/// read; then its schema must be exactly ours, without views and triggers; functions in the schema
/// are not trusted, values are limited to 16 MB and cells are checked when a page is read.
/// @return `NotFound`, `ForeignFile` for anything that is not a pack, `FileTooNew` for a later
/// format,
///         `Damaged` for a schema that is not ours, or `InputOutput`
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> openPackFile(
    const std::filesystem::path& file);

/// Reads every page and row: what contradicts itself, in words for a log. Empty for a sound pack.
/// Takes about a second for 500 MB.
[[nodiscard]] Result<std::vector<std::string>> checkPackFile(const std::filesystem::path& file);

}  // namespace phaseboard::db
