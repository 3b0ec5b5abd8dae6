// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "app/ports/text_index.h"

namespace SQLite {
class Database;
}

namespace phaseboard::ports {
class PackLibrary;
}

namespace phaseboard::db {

class SqliteNotebookStore;

/// The full-text indexes of packs and notebook, over connections of its own that only read.
class SqliteTextIndex : public ports::TextIndex {
 public:
  /// @param notebook  a file that is there and has our newest schema
  /// @return what opening one of the files says
  [[nodiscard]] static Result<std::unique_ptr<SqliteTextIndex>> open(
      const std::vector<std::filesystem::path>& packs, const std::filesystem::path& notebook);

  ~SqliteTextIndex() override;

  /// Searches other packs from now on; after a failure those from before. Ends a search that is
  /// under way. From the thread that interrupts.
  [[nodiscard]] Status reopenPacks(const std::vector<std::filesystem::path>& packs);

  [[nodiscard]] bool isConcurrent() const override { return true; }
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int limit) const override;
  void interrupt() const override;

 private:
  SqliteTextIndex();

  mutable std::mutex m_searching;  ///< held while `m_packs` are searched or exchanged
  std::vector<std::unique_ptr<SQLite::Database>> m_packs;
  std::unique_ptr<SQLite::Database> m_notebook;
};

/// The same over what is open already, for the thread that uses it: previews, tests, and notebooks
/// that cannot be opened twice.
class SharedTextIndex : public ports::TextIndex {
 public:
  /// Both outlive it.
  SharedTextIndex(const ports::PackLibrary& pack, SqliteNotebookStore& notebook)
      : m_pack(pack), m_notebook(notebook) {}

  [[nodiscard]] bool isConcurrent() const override { return false; }
  [[nodiscard]] Result<std::vector<search::Hit>> search(const search::Query& query,
                                                        int limit) const override;
  void interrupt() const override {}

 private:
  const ports::PackLibrary& m_pack;
  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
