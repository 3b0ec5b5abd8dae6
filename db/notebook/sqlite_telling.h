// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/merge_store.h"
#include "db/notebook/sqlite_merge_store.h"

namespace phaseboard::db {

/// What a shared folder was told, beside the notebook's own tables. The notebook outlives it.
class SqliteTelling : public ports::Telling {
 public:
  explicit SqliteTelling(SqliteNotebookStore& notebook)
      : m_notebook(notebook), m_contents(notebook) {}

  [[nodiscard]] Result<std::set<std::string>> knownFiles(const std::string& folder) const override;
  [[nodiscard]] Result<merge::Contents> untold(const std::string& folder) const override;
  [[nodiscard]] Status noteKnown(const std::string& folder,
                                 const std::vector<std::string>& files) override;
  [[nodiscard]] Status noteTold(const std::string& folder, const merge::Contents& told) override;

 private:
  [[nodiscard]] bool isToldFolder(const std::string& folder) const;
  void turnTo(const std::string& folder);
  [[nodiscard]] Result<merge::Contents> everything() const;
  [[nodiscard]] Status addWithParents(merge::Contents& contents, merge::Subject subject,
                                      const std::string& key) const;
  [[nodiscard]] Status addTrails(merge::Contents& contents) const;
  [[nodiscard]] Status addLogs(merge::Contents& contents) const;

  SqliteNotebookStore& m_notebook;
  SqliteMergeStore m_contents;
};

}  // namespace phaseboard::db
