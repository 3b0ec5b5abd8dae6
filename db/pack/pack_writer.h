// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/base/result.h"
#include "app/content/model.h"

namespace phaseboard::db {

/// Writes a compiled pack as one file, with its prompts and its search index.
///
/// All or nothing: the file is written beside its place, synced and renamed, so a reader sees the
/// old pack or the new one. The same pack gives the same bytes (with the same SQLite).
/// @return `ReadOnly`, `DiskFull` or `InputOutput` when the place cannot be written; then nothing
/// is
///         left behind
[[nodiscard]] Status writePack(const content::Pack& pack, const std::filesystem::path& file);

}  // namespace phaseboard::db
