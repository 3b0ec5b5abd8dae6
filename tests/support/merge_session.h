// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ops/sync_operations.h"
#include "db/files/file_system.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/merge/merge_door.h"

namespace phaseboard::test {

/// A session on the shipped pack and a notebook in a file, with what merging goes through.
struct MergeSession {
  TemporaryFolder folder;
  ShippedSession shipped{folder / "notebook.db"};
  db::SqliteMergeStore own{*shipped.store};
  ops::MergeOperations merges{*shipped.store, own, shipped.clock};
  db::SqliteTelling telling{*shipped.store};
  db::DiskSharedFolder folders{db::diskFiles()};
  ops::SyncOperations syncs{*shipped.store, merges, telling, folders, shipped.clock};
  int backups = 0;
  ui::MergeDoor door{merges, syncs,
                     [this](const std::filesystem::path& file) {
                       return db::openOtherNotebook(file, shipped.store->path());
                     },
                     [this]() -> Status {
                       ++backups;
                       return {};
                     }};

  /// A notebook of another device with an answer, and one review.
  std::filesystem::path writeOther(const std::string& text) {
    const std::filesystem::path file = folder / "other.db";
    SeededChance chance{55};
    auto store = db::SqliteNotebookStore::open({file}, chance);
    EXPECT_TRUE(store.has_value());
    ops::Desk desk(**store, shipped.clock, chance);
    EXPECT_TRUE(desk.writeAnswer({kShippedQuestion, PhaseId{"model"}}, text).has_value());
    review::Prompt prompt = shipped.pack->prompts().front();
    EXPECT_TRUE(desk.answerPrompt(prompt, memory::Rating::Good, Millis{900}).has_value());
    return file;
  }
};

}  // namespace phaseboard::test
