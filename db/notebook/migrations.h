// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace phaseboard::db {

/// One released step of the schema. Its text is frozen; a test holds its checksum.
struct Migration {
  int version = 0;  ///< the schema after it; 1, 2, 3 ...
  std::string_view name;
  std::string_view sql;
};

/// All steps in order, from the files in db/notebook/migrations.
[[nodiscard]] std::span<const Migration> notebookMigrations();

}  // namespace phaseboard::db
