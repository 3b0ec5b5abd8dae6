// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/lent_merging.h"

#include <utility>

#include "app/ops/sync_operations.h"
#include "db/files/file_system.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_telling.h"

namespace phaseboard::ui {
namespace {

class MergingOnLoan : public LentMerging {
 public:
  MergingOnLoan(std::unique_ptr<db::SqliteNotebookStore> notebook, const Clock& clock)
      : m_notebook(std::move(notebook)),
        m_own(*m_notebook),
        m_merges(*m_notebook, m_own, clock),
        m_telling(*m_notebook),
        m_folders(db::diskFiles()),
        m_syncs(*m_notebook, m_merges, m_telling, m_folders, clock) {}

  [[nodiscard]] ops::MergeOperations& merges() override { return m_merges; }
  [[nodiscard]] ops::SyncOperations& syncs() override { return m_syncs; }

 private:
  std::unique_ptr<db::SqliteNotebookStore> m_notebook;
  db::SqliteMergeStore m_own;
  ops::MergeOperations m_merges;
  db::SqliteTelling m_telling;
  db::DiskSharedFolder m_folders;
  ops::SyncOperations m_syncs;
};

}  // namespace

MergeDoor mergeDoorOf(db::SqliteNotebookStore& notebook, const Clock& clock,
                      std::function<Status()> backUp) {
  return {[&notebook, &clock]() -> Result<std::unique_ptr<LentMerging>> {
            PHASEBOARD_TRY_ASSIGN(auto loan, notebook.lendWhole());
            return std::make_unique<MergingOnLoan>(std::move(loan), clock);
          },
          [&notebook](const std::filesystem::path& file) {
            return db::openOtherNotebook(file, notebook.path());
          },
          std::move(backUp)};
}

}  // namespace phaseboard::ui
