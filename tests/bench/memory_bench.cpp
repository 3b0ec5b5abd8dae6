// SPDX-License-Identifier: Apache-2.0
// What one step of the scheduler costs. Workload: 4096 states and delays as a year of reviews
// leaves them, so that neither branch prediction nor the cache flatters. Figures are per step.
#include <cmath>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "app/memory/evaluation.h"
#include "app/memory/fit/loss_gradient.h"
#include "app/memory/fsrs7_optimiser.h"
#include "app/memory/optimiser.h"
#include "app/memory/scheduler.h"
#include "app/memory/simulation.h"
#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

constexpr std::size_t kCount = 4096;

struct Case {
  LearningState state;
  int elapsedDays = 0;
};

/// The high bits of a linear congruential generator (Knuth's MMIX), in [0, 1).
double next(std::uint64_t& seed) {
  seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<double>(seed >> 11U) * 0x1.0p-53;
}

std::vector<Case> cases(bool sameDay) {
  std::vector<Case> all(kCount);
  std::uint64_t seed = 1;
  for (Case& item : all) {
    const double stability = std::exp(next(seed) * 6);
    const int interval = std::max(1, static_cast<int>(stability));
    item.state = {Standing::Review, 0, interval, MemoryState{stability, 1 + 9 * next(seed)}};
    item.elapsedDays = sameDay ? 0 : interval + static_cast<int>(next(seed) * 3);
  }
  return all;
}

void stepOneRating(benchmark::State& run) {
  const Model model;
  const std::vector<Case> all = cases(false);
  std::size_t i = 0;
  for (auto _ : run) {
    const Case& item = all[i++ % kCount];
    benchmark::DoNotOptimize(
        step(model, item.state.memory, item.elapsedDays, kRatings[i % kRatings.size()]));
  }
}

/// Four states and their unrounded intervals: what fsrs-rs calls next_states.
void stepFourRatings(benchmark::State& run) {
  const Scheduler scheduler;
  const std::vector<Case> all = cases(run.range(0) == 0);
  std::size_t i = 0;
  for (auto _ : run) {
    const Case& item = all[i++ % kCount];
    const FourStates states = nextStates(scheduler.model(), item.state.memory, item.elapsedDays);
    for (const Rating rating : kRatings)
      benchmark::DoNotOptimize(scheduler.intervalDays(states[rating]));
    benchmark::DoNotOptimize(states);
  }
}

/// The same with steps, rounding, fuzz and the order of the buttons.
void scheduleFourRatings(benchmark::State& run) {
  const Scheduler scheduler;
  const std::vector<Case> all = cases(false);
  std::size_t i = 0;
  for (auto _ : run) {
    const Case& item = all[i++ % kCount];
    benchmark::DoNotOptimize(scheduler.outcomes(item.state, item.elapsedDays, 0.37));
  }
}

/// One pass of the optimiser over a log; `lanes` 0: the fastest, 1: portable, 2: one by one.
void passOverLog(benchmark::State& run) {
  const auto reviews = test::learnersLog(1, 2000);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  const PackedLog packed(log, trainingWeights(log, {}));
  Crew crew(1);
  const auto lanes = static_cast<Lanes>(run.range(0));
  for (auto _ : run)
    benchmark::DoNotOptimize(lossGradient(Parameters{}, packed, crew, lanes));
  run.SetItemsProcessed(run.iterations() * static_cast<std::int64_t>(reviews.size()));
}

/// All that "optimise" does with a log: columns, fit, evaluation of what was found.
void optimise(benchmark::State& run) {
  const auto reviews = test::learnersLog(1, static_cast<int>(run.range(0)));
  FitSettings settings;
  settings.threads = static_cast<int>(run.range(1));
  for (auto _ : run) {
    const TrainingLog log{std::span<const LoggedReview>(reviews)};
    const Fit found = fit(log, settings).value();
    const Evaluation judged = evaluate(Model{found.parameters}, log, settings.threads);
    benchmark::DoNotOptimize(judged);
    run.counters["passes"] = found.passes;
  }
  run.counters["reviews"] = static_cast<double>(reviews.size());
}

void optimiseFsrs7(benchmark::State& run) {
  const auto reviews = test::learnersLog(1, 2000);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  Fsrs7FitSettings settings;
  settings.threads = 2;
  for (auto _ : run)
    run.counters["passes"] = fit(log, settings)->passes;
}

/// A year of 5,000 prompts, half of them new.
void simulateYear(benchmark::State& run) {
  std::vector<SimulatedPrompt> prompts(5'000);
  for (std::size_t i = 0; i < prompts.size(); i += 2)
    prompts[i] = {MemoryState{1.0 + double(i % 300), 1.0 + double(i % 9)}, int(i % 40),
                  int(i % 30)};
  for (auto _ : run)
    benchmark::DoNotOptimize(simulate(Model{}, prompts));
}

BENCHMARK(stepOneRating);
BENCHMARK(stepFourRatings)->Arg(1)->ArgName("later_day");
BENCHMARK(stepFourRatings)->Arg(0)->ArgName("later_day");
BENCHMARK(scheduleFourRatings);
BENCHMARK(passOverLog)->DenseRange(0, 2)->ArgName("lanes")->Unit(benchmark::kMillisecond);
BENCHMARK(optimise)
    ->ArgNames({"prompts", "threads"})
    ->Args({2'000, 1})
    ->Args({2'000, 2})
    ->Args({20'000, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(optimiseFsrs7)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(simulateYear)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace phaseboard::memory
