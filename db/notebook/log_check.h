// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "app/base/result.h"
#include "db/files/file_system.h"

namespace phaseboard::db {

class Connection;

/// How far a write-ahead log reached when a change was acknowledged.
struct LogMark {
  std::uint64_t salt = 0;    ///< of that log; SQLite chooses another one each time it begins anew
  std::uint32_t frames = 0;  ///< that it held at least; 0 when everything is in the main file

  friend bool operator==(const LogMark&, const LogMark&) = default;
};

/// The mark of a log that is written through `connection`.
[[nodiscard]] LogMark logMark(Connection& connection);

/// How far the bytes of a write-ahead log make sense: as far as SQLite would read them. Nothing
/// when not even their head does.
[[nodiscard]] std::optional<LogMark> readLog(std::string_view bytes);

/// Whether what lies beside a notebook says that the notebook held more than it does. To be asked
/// before SQLite opens it: SQLite takes what follows a damaged frame for the torn end of a change
/// that nobody was told of, drops it without a word, and overwrites it.
///
/// Holds no lock. Reads the journal, and the log if one was left behind.
/// @return a doubt when there is no log where the journal expects one: either it was taken away, or
///         the journal lost its end; `Damaged` when the log ends before the last mark of the
///         journal, or when the notebook is gone and its journal or backups are not
[[nodiscard]] Result<std::optional<Error>> checkTraces(FileSystem& files,
                                                       const std::filesystem::path& notebook);

}  // namespace phaseboard::db
