// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/mock_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// The mock interviews in the notebook's file, over its connection and in its units of work.
class SqliteMockStore : public ports::MockStore {
 public:
  /// The notebook outlives it.
  explicit SqliteMockStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::vector<mock::MockInfo>> mocks() const override;
  [[nodiscard]] Result<std::optional<mock::MockInfo>> mock(const mock::MockId& id) const override;
  [[nodiscard]] Result<std::optional<mock::MockInfo>> unfinishedMock() const override;
  [[nodiscard]] Result<std::vector<mock::Event>> events(const mock::MockId& id) const override;
  [[nodiscard]] Result<std::int64_t> eventCount(const mock::MockId& id) const override;
  [[nodiscard]] Result<std::map<std::string, std::string>> texts(
      const mock::MockId& id) const override;
  [[nodiscard]] Result<std::set<std::string>> ticks(const mock::MockId& id) const override;

  [[nodiscard]] Status insertMock(const mock::MockInfo& info) override;
  [[nodiscard]] Status appendEvent(const mock::MockId& id, const mock::Event& event) override;
  [[nodiscard]] Status writeText(const mock::MockId& id, const std::string& name,
                                 const std::string& text, Instant at) override;
  [[nodiscard]] Status writeTick(const mock::MockId& id, const std::string& point,
                                 bool ticked) override;
  [[nodiscard]] Status writeOutcome(const mock::MockId& id, const mock::Outcome& outcome) override;
  [[nodiscard]] Status writeRemoved(const mock::MockId& id, bool removed) override;

 private:
  template <class Work>
  [[nodiscard]] Status write(Work&& work);
  /// The attempts that a query with one text parameter lists.
  [[nodiscard]] Result<std::vector<mock::MockInfo>> listed(const char* sql,
                                                           const std::string& id) const;

  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
