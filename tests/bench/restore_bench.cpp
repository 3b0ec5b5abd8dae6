// SPDX-License-Identifier: Apache-2.0
// What a user waits for when a large notebook is damaged: looking at what is left, and restoring
// the newest backup with the answers that only the journal has.
//   restore_bench prepare NOTEBOOK   makes one of 115 MB (140,000 prompts, 1,400,000 reviews), with
//   a
//                                    backup, and 500 answers given after it
//   restore_bench restore NOTEBOOK   restores it as often as `kRuns`
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "app/ops/desk.h"
#include "app/ops/replay.h"
#include "db/files/file_system.h"
#include "db/notebook/backups.h"
#include "db/notebook/damage_survey.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "tests/support/fake_clock.h"
#include "tests/support/notebook_builder.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kLateAnswers = 500;
constexpr int kRuns = 3;

void prepareNotebook(const std::filesystem::path& file) {
  test::NotebookSize size;
  size.prompts = 140'000;
  size.reviews = 1'400'000;
  must(test::buildNotebook(file, size));
  test::SeededChance chance{3};
  test::FakeClock clock("2026-09-05T10:00:00Z");
  const auto store = must(db::SqliteNotebookStore::open({file}, chance));
  must(ops::rebuildFromLog(*store, {}));
  must(store->settle());
  const db::Backup backup = must(db::Backups(db::diskFiles(), file).make(clock.now()));
  must(store->rotateJournal(db::Backups::journalOf(backup)));
  ops::Desk desk(*store, clock, chance);
  for (int i = 0; i < kLateAnswers; ++i) {
    clock.advanceSeconds(9);
    const review::Prompt prompt = test::builtPrompt(static_cast<int>(chance.next() % 100'000));
    must(desk.answerPrompt(prompt, memory::Rating::Good, Millis{4'000}));
  }
}

void restoreNotebook(const std::filesystem::path& file) {
  bench::Timing looking("looking at a damaged notebook");
  bench::Timing restoring("restoring it");
  for (int run = 0; run < kRuns; ++run) {
    looking.measure([&] {
      must(db::surveyDamage(db::diskFiles(), file).backup.has_value(), "there is no backup");
    });
    db::Restored done;
    restoring.measure([&] {
      done = must(db::restoreNotebook(db::diskFiles(), file, std::nullopt, Instant{run}));
    });
    must(done.fromJournal == kLateAnswers, "the journal has other answers");
    std::filesystem::remove(*done.keptAside);
  }
  looking.print();
  restoring.print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 3, "usage: restore_bench prepare|restore NOTEBOOK");
  if (std::strcmp(argv[1], "prepare") == 0)
    prepareNotebook(argv[2]);
  else
    restoreNotebook(argv[2]);
  return 0;
}
