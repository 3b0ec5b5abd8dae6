// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/seen_content.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// What was seen of packs, over the connection of a notebook.
class SqliteSeenContentStore : public ports::SeenContentStore {
 public:
  /// The notebook outlives it.
  explicit SqliteSeenContentStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::string> seenStamp() const override;
  [[nodiscard]] Result<content::Contents> seenContents() const override;
  [[nodiscard]] Status writeSeenStamp(const std::string& stamp) override;
  [[nodiscard]] Status writeSeen(const QuestionId& question,
                                 const content::QuestionContents& contents) override;

 private:
  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
