// SPDX-License-Identifier: Apache-2.0
// Two notebooks studied apart become one.
//   merge_bench make NOTEBOOK NUMBER REVIEWS   one with so many reviews, five of each prompt; those
//                                              of other numbers have others, of the same prompts
//   merge_bench merge NOTEBOOK OTHER           looks at what it would bring, and merges it
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/resource.h>

#include "app/ops/merge_operations.h"
#include "app/ops/replay.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "tests/support/fake_clock.h"
#include "tests/support/notebook_builder.h"

namespace {

using namespace phaseboard;
using bench::must;

void makeNotebook(const char* file, int number, int reviews) {
  constexpr int kAnswersOfAPrompt = 5;
  test::NotebookSize size;
  size.number = number;
  size.reviews = reviews;
  size.prompts = reviews / kAnswersOfAPrompt;
  must(test::buildNotebook(file, size));
  test::SeededChance chance{3};
  const auto store = must(db::SqliteNotebookStore::open({file}, chance));
  must(ops::rebuildFromLog(*store, {}));
  must(store->settle());
}

double megabytesAtMost() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void mergeInto(const char* file, const char* otherFile) {
  test::SeededChance chance{3};
  test::FakeClock clock("2026-09-05T10:00:00Z");
  const auto store = must(db::SqliteNotebookStore::open({file}, chance));
  db::SqliteMergeStore own(*store);
  const double megabytesBefore = megabytesAtMost();
  bench::Timing looking("looking at another notebook");
  bench::Timing merging("merging it");
  std::unique_ptr<ports::OtherNotebook> other;
  looking.measure([&] {
    other = must(db::openOtherNotebook(otherFile, file));
    must(ops::previewMerge(*store, own, other->contents()));
  });
  ops::MergeCounts counts;
  merging.measure([&] {
    counts = must(ops::MergeOperations(*store, own, clock).merge(other->contents(), "")).done;
  });
  looking.print();
  merging.print();
  std::printf("%lld events of %lld prompts came; %.0f MB at most, %.0f before\n",
              static_cast<long long>(counts.events), static_cast<long long>(counts.prompts),
              megabytesAtMost(), megabytesBefore);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 5 && std::strcmp(argv[1], "make") == 0)
    makeNotebook(argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
  else if (argc == 4 && std::strcmp(argv[1], "merge") == 0)
    mergeInto(argv[2], argv[3]);
  else
    bench::giveUp("usage: merge_bench make NOTEBOOK NUMBER REVIEWS, or merge NOTEBOOK OTHER");
  return 0;
}
