// SPDX-License-Identifier: Apache-2.0
// What one step of the scheduler costs. Workload: 4096 states and delays as a year of reviews
// leaves them, so that neither branch prediction nor the cache flatters. Figures are per step.
#include <cmath>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "app/memory/optimiser.h"
#include "app/memory/scheduler.h"
#include "tests/app/memory/simulated_log.h"

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

void passOverLog(benchmark::State& run) {
  const TrainingLog log(simulatedLog(Parameters{}, static_cast<int>(run.range(0)) / 10, 10, 1));
  for (auto _ : run)
    benchmark::DoNotOptimize(lossGradient(Parameters{}, log));
  run.SetItemsProcessed(run.iterations() * run.range(0));
}

void fitParameters(benchmark::State& run) {
  Parameters::Weights weights = Parameters{}.weights();
  for (double& weight : weights)
    weight *= 1.1;
  const TrainingLog log(
      simulatedLog(Parameters{weights}, static_cast<int>(run.range(0)) / 10, 10, 1));
  FitSettings settings;
  settings.threads = static_cast<int>(run.range(1));
  for (auto _ : run) {
    const auto found = fit(log, settings);
    run.counters["passes"] = found->passes;
  }
}

BENCHMARK(stepOneRating);
BENCHMARK(stepFourRatings)->Arg(1)->ArgName("later_day");
BENCHMARK(stepFourRatings)->Arg(0)->ArgName("later_day");
BENCHMARK(scheduleFourRatings);
BENCHMARK(passOverLog)->Arg(40'000)->ArgName("reviews")->Unit(benchmark::kMillisecond);
BENCHMARK(fitParameters)
    ->ArgNames({"reviews", "threads"})
    ->Args({40'000, 1})
    ->Args({40'000, 2})
    ->Args({400'000, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace phaseboard::memory
