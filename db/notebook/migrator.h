// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "db/connection.h"
#include "db/notebook/migrations.h"

namespace phaseboard::db {

/// "PhBd", in the header of every notebook.
inline constexpr std::int64_t kNotebookApplicationId = 0x50684264;

/// What a file is, before anything was written to it.
enum class FileKind {
  Empty,    ///< no tables: a new notebook
  Current,  ///< the newest schema
  Older     ///< a schema that has to be brought up
};

struct FileState {
  FileKind kind = FileKind::Empty;
  int version = 0;
};

/// Reads the marks of a file and writes nothing.
///
/// @return `ForeignFile` for another program's database, `FileTooNew` with the versions in the
///         detail, `Damaged` when it cannot be read as a database
[[nodiscard]] Result<FileState> identify(Connection& connection,
                                         std::span<const Migration> migrations);

/// Runs the steps that `state` lacks in one transaction together with the new number: a step that
/// fails, or a program that dies, leaves the file exactly as it was. `Damaged` when a step leaves
/// broken references.
[[nodiscard]] Status migrate(Connection& connection, const FileState& state,
                             std::span<const Migration> migrations);

/// Where the copy goes that is made before a file is brought up to `version`.
[[nodiscard]] std::filesystem::path copyOfBefore(std::filesystem::path file, int version);

/// The schema as text, statements sorted by name; the same for a fresh and an upgraded file.
[[nodiscard]] Result<std::string> schemaPicture(Connection& connection);

}  // namespace phaseboard::db
