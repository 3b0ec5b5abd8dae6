// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/board_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// The boards in the notebook's file, over its connection and in its units of work.
class SqliteBoardStore : public ports::BoardStore {
 public:
  /// The notebook outlives it.
  explicit SqliteBoardStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::vector<board::BoardInfo>> boards() const override;
  [[nodiscard]] Result<std::optional<board::BoardInfo>> board(
      const board::BoardId& id) const override;
  [[nodiscard]] Result<std::vector<board::Entry>> entries(const board::BoardId& id) const override;
  [[nodiscard]] Result<std::int64_t> entryCount(const board::BoardId& id) const override;

  [[nodiscard]] Status insertBoard(const board::BoardInfo& info) override;
  [[nodiscard]] Status appendEntry(const board::BoardId& id, const board::Entry& entry) override;
  [[nodiscard]] Status writeTitle(const board::BoardId& id, const std::string& title) override;
  [[nodiscard]] Status writeRemoved(const board::BoardId& id, bool removed) override;
  [[nodiscard]] Status writeOutcome(const board::BoardId& id,
                                    const board::Outcome& outcome) override;

 private:
  template <class Work>
  [[nodiscard]] Status write(Work&& work);

  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
