// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "db/files/file_system.h"

/// Files that are wholly there or not at all, also after a power cut.
namespace phaseboard::db {

/// Replaces `file` by `bytes`: a temporary file in the same folder, its sync, the rename, the sync
/// of the folder. After a failure the old file stands, except that a failing last sync leaves open
/// which of the two survives a power cut.
[[nodiscard]] Status writeSafely(FileSystem& files, const std::filesystem::path& file,
                                 std::string_view bytes);

/// Gives a finished temporary file its name: its sync, the rename, the sync of the folder. Removes
/// it after a failure.
[[nodiscard]] Status installSafely(FileSystem& files, const std::filesystem::path& temporary,
                                   const std::filesystem::path& file);

}  // namespace phaseboard::db
