// SPDX-License-Identifier: Apache-2.0
// Makes a notebook for the other benchmarks.
//   make_notebook lived FILE   six weeks of study of the shipped pack, ending now, as in the tour
//   make_notebook large FILE   100,000 prompts and 1,000,000 reviews, 2,000 of them due
#include <chrono>
#include <cstring>

#include "app/ops/desk.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "tests/bench/must.h"
#include "tests/support/notebook_builder.h"
#include "ui/shell/tour_history.h"

namespace {

using namespace phaseboard;
using bench::must;

void makeLived(const char* file) {
  const auto pack = must(db::PackReader::open(PHASEBOARD_PACK));
  ui::TourChance chance;
  ui::TourClock clock;
  clock.set(Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::system_clock::now().time_since_epoch())
                        .count()});
  const auto store = must(db::SqliteNotebookStore::open({file}, chance));
  ops::Desk desk(*store, clock, chance);
  must(ui::simulateHistory(*pack, *store, desk, clock));
  must(store->settle());
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 3, "usage: make_notebook lived|large FILE");
  if (std::strcmp(argv[1], "lived") == 0)
    makeLived(argv[2]);
  else
    must(test::buildNotebook(argv[2], {}));
  return 0;
}
