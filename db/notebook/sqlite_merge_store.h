// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <utility>

#include "app/ports/merge_store.h"

namespace phaseboard::db {

class Connection;
class SqliteNotebookStore;
struct CellShape;

/// The notebook as a merge reads and writes it. The notebook outlives it.
class SqliteMergeStore : public ports::MergeStore {
 public:
  explicit SqliteMergeStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Status eachCell(
      const std::function<Status(const merge::Cell&)>& visit) const override;
  [[nodiscard]] Status eachTrail(
      const std::function<Status(const merge::Trail&)>& visit) const override;
  [[nodiscard]] Status eachLog(
      const std::function<Status(const merge::Log&)>& visit) const override;
  [[nodiscard]] std::int64_t logCount() const override;

  [[nodiscard]] Result<std::optional<merge::Cell>> cell(merge::Subject subject,
                                                        const std::string& key) const override;
  [[nodiscard]] Result<std::vector<merge::Trail>> trails(merge::Subject subject,
                                                         const std::string& root) const override;
  [[nodiscard]] Result<merge::Log> placeOf(const PromptId& prompt) const override;

  [[nodiscard]] Status beginArrival(ports::Arrival arrival) override;
  [[nodiscard]] Result<bool> writeCell(const merge::Cell& cell) override;
  [[nodiscard]] Status writeTrails(const std::vector<merge::Trail>& trails) override;
  [[nodiscard]] Status appendEvents(const merge::Log& log) override;
  [[nodiscard]] Status addTallies(const std::vector<ports::AnswerTally>& sums) override;
  [[nodiscard]] Status settleVersions(const answers::AnswerKey& key) override;

 private:
  /// Runs `work` inside an arrival; `Internal` without one.
  [[nodiscard]] Status arriving(const std::function<void(Connection&)>& work);
  [[nodiscard]] bool canStand(const CellShape& shape, const merge::Cell& cell) const;
  void writeRow(const CellShape& shape, const merge::Cell& cell);
  void makeOwner(const CellShape& shape, const std::string& id);
  void writeStamp(const merge::Cell& cell);
  void writeTrail(const merge::Trail& trail, std::int64_t key);
  void renameTrails(const std::vector<merge::Trail>& trails);
  void makeBranches(const std::vector<merge::Trail>& trails);

  SqliteNotebookStore& m_notebook;
};

/// Opens a notebook to be read by a merge, without changing it. One of an older schema is read from
/// a copy in memory. `NotFound`, `ForeignFile`, `FileTooNew`, `Damaged` when it cannot be.
///
/// @param own  the notebook that it will come into: `InvalidInput` for the same file
[[nodiscard]] Result<std::unique_ptr<ports::OtherNotebook>> openOtherNotebook(
    const std::filesystem::path& file, const std::filesystem::path& own);

}  // namespace phaseboard::db
