// SPDX-License-Identifier: Apache-2.0
// What the first look at a day costs, and each later one: reading the plan from pack and notebook
// and ordering the queue; and what Progress reads, in a notebook of 100,000 prompts and 1,000,000
// reviews.
//   plan_bench NOTEBOOK   made by `make_notebook large`
// With the pack that we ship, and with one that has all prompts of the notebook and 5,000 new ones.
#include <cstdio>
#include <optional>
#include <string>

#include "app/ops/memory_fit.h"
#include "app/ops/progress_report.h"
#include "app/ops/prompt_table.h"
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
constexpr int kForecastDays = 30;
constexpr int kFits = 3;

std::vector<review::Prompt> everyPrompt() {
  std::vector<review::Prompt> prompts;
  for (int i = 0; i < test::NotebookSize{}.prompts + kNew; ++i)
    prompts.push_back(test::builtPrompt(i));
  return prompts;
}

/// Each run opens the notebook again, so that the first plan finds nothing but the file's pages
/// warm. After it the table of prompts is in memory, as in a running program.
void measurePack(const char* file, const ports::PackLibrary& pack, const std::string& name) {
  const Instant noon = beginOf(test::kBuiltToday, UtcOffset{0}, DayStart{12});
  bench::Timing first("plan and queue, first, " + name);
  bench::Timing later("plan and queue, later, " + name);
  bench::Timing progress("progress, " + name);
  std::size_t due = 0;
  std::size_t fresh = 0;
  for (int run = 0; run < kRuns; ++run) {
    const auto store = must(db::SqliteNotebookStore::openReadOnly({file}));
    std::optional<ops::PromptTable> table;
    for (bench::Timing* times : {&first, &later})
      times->measure([&] {
        if (!table)
          table.emplace(must(ops::PromptTable::read(pack, *store)));
        const auto plan = must(ops::readStudyPlan(*table, noon, UtcOffset{0}));
        const auto queue = must(review::ReviewQueue::build(plan.facts, plan.memory));
        due = plan.facts.seen.size();
        fresh = plan.facts.fresh.size();
        must(!queue.isEmpty(), "the queue is empty");
      });
    progress.measure([&] { must(ops::readProgress(*table, test::kBuiltToday, kForecastDays)); });
  }
  std::printf("%s: %zu prompts, %zu due, %zu new\n", name.c_str(), pack.prompts().size(), due,
              fresh);
  first.print();
  later.print();
  progress.print();
}

/// What "Fit to my answers" costs: reading the log, fitting, judging before and after.
void measureFit(const char* file) {
  const auto store = must(db::SqliteNotebookStore::openReadOnly({file}));
  bench::Timing reading("read the log for a fit");
  bench::Timing whole("fit the memory model, reading and judging included");
  for (int run = 0; run < kFits; ++run) {
    whole.measure([&] {
      std::optional<memory::TrainingLog> log;
      reading.measure([&] { log = must(store->trainingLog(std::nullopt)); });
      must(ops::fitMemory({}, *log, [](double) { return true; }).has_value(), "cancelled");
    });
  }
  reading.print();
  whole.print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "usage: plan_bench NOTEBOOK");
  const auto shipped = must(db::PackReader::open(PHASEBOARD_PACK));
  measurePack(argv[1], *shipped, "shipped pack");
  const test::PromptPack large(everyPrompt());
  measurePack(argv[1], large, "pack of 105,000");
  measureFit(argv[1]);
  return 0;
}
