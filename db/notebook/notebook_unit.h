// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/notebook_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// A transaction of the store. Outlived by it.
class NotebookUnit : public ports::UnitOfWork {
 public:
  explicit NotebookUnit(SqliteNotebookStore& store) : m_store(store) {}
  ~NotebookUnit() override;
  NotebookUnit(const NotebookUnit&) = delete;
  NotebookUnit& operator=(const NotebookUnit&) = delete;

  [[nodiscard]] Status commitStep(const ports::StepLabel& label) override;
  [[nodiscard]] Status commit(Instant at) override;

 private:
  SqliteNotebookStore& m_store;
  bool m_isOpen = true;
};

}  // namespace phaseboard::db
