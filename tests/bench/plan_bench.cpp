// SPDX-License-Identifier: Apache-2.0
// What the first look at a day costs: reading the plan from pack and notebook and ordering the
// queue, in a notebook of 100,000 prompts and 1,000,000 reviews.
//   plan_bench NOTEBOOK   made by `make_notebook large`
// With the pack that we ship, and with one that has all prompts of the notebook and 5,000 new ones.
#include <cstdio>
#include <string>

#include "app/ops/study_plan.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "tests/support/notebook_builder.h"
#include "tests/support/prompt_pack.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kRuns = 41;
constexpr int kNew = 5'000;

std::vector<review::Prompt> everyPrompt() {
  std::vector<review::Prompt> prompts;
  for (int i = 0; i < test::NotebookSize{}.prompts + kNew; ++i)
    prompts.push_back(test::builtPrompt(i));
  return prompts;
}

/// Each run opens the notebook again, so that the first plan finds nothing but the file's pages
/// warm.
void measureFirst(const char* file, const ports::PackLibrary& pack, const std::string& name) {
  const Instant noon = beginOf(test::kBuiltToday, UtcOffset{0}, DayStart{12});
  bench::Timing first("plan and queue, first, " + name);
  bench::Timing later("plan and queue, later, " + name);
  std::size_t due = 0;
  std::size_t fresh = 0;
  for (int run = 0; run < kRuns; ++run) {
    const auto store = must(db::SqliteNotebookStore::openReadOnly({file}));
    for (bench::Timing* times : {&first, &later}) {
      times->measure([&] {
        const auto plan = must(ops::readStudyPlan(pack, *store, noon, UtcOffset{0}));
        const auto queue = must(review::ReviewQueue::build(plan.facts, plan.memory));
        due = plan.facts.seen.size();
        fresh = plan.facts.fresh.size();
        must(!queue.isEmpty(), "the queue is empty");
      });
    }
  }
  std::printf("%s: %zu prompts, %zu due, %zu new\n", name.c_str(), pack.prompts().size(), due,
              fresh);
  first.print();
  later.print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "usage: plan_bench NOTEBOOK");
  const auto shipped = must(db::PackReader::open(PHASEBOARD_PACK));
  measureFirst(argv[1], *shipped, "shipped pack");
  const test::PromptPack large(everyPrompt());
  measureFirst(argv[1], large, "pack of 105,000");
  return 0;
}
