// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/desktop/lent_merging.h"

namespace phaseboard::test {

/// A session on the shipped pack and a notebook in a file, with what merging goes through.
struct MergeSession {
  TemporaryFolder folder;
  ShippedSession shipped{folder / "notebook.db"};
  int backups = 0;
  ui::MergeDoor door = ui::mergeDoorOf(*shipped.store, shipped.clock, [this]() -> Status {
    ++backups;
    return {};
  });

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
