// SPDX-License-Identifier: Apache-2.0
// Workload: the pack that we ship, warm in the page cache.
#include <benchmark/benchmark.h>

#include "db/pack/pack_reader.h"

namespace {

using phaseboard::db::PackReader;

std::unique_ptr<PackReader> openPack() {
  auto opened = PackReader::open(PHASEBOARD_PACK);
  return opened ? std::move(*opened) : nullptr;
}

/// Opening, with all cards and prompts in memory: what the first window needs.
void openWithCards(benchmark::State& state) {
  for (auto _ : state) {
    const auto pack = openPack();
    if (pack == nullptr)
      return state.SkipWithError("build the target phaseboard_pack first");
    benchmark::DoNotOptimize(pack->questions().size() + pack->prompts().size());
  }
}
BENCHMARK(openWithCards)->Unit(benchmark::kMicrosecond);

/// Each note in turn.
void readNote(benchmark::State& state) {
  const auto pack = openPack();
  std::size_t at = 0;
  for (auto _ : state) {
    const auto& phases = pack->framework().phases;
    benchmark::DoNotOptimize(pack->note(pack->questions()[0].id, phases[at++ % phases.size()].id));
  }
}
BENCHMARK(readNote)->Unit(benchmark::kMicrosecond);

/// Each figure in turn, with its SVG and parts.
void readDiagram(benchmark::State& state) {
  const auto pack = openPack();
  std::size_t at = 0;
  for (auto _ : state) {
    const auto& figures = pack->questions()[0].diagrams;
    benchmark::DoNotOptimize(pack->diagram(figures[at++ % figures.size()].id));
  }
}
BENCHMARK(readDiagram)->Unit(benchmark::kMicrosecond);

void readPrompt(benchmark::State& state) {
  const auto pack = openPack();
  std::size_t at = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(pack->prompt(pack->prompts()[at++ % pack->prompts().size()].id));
}
BENCHMARK(readPrompt)->Unit(benchmark::kMicrosecond);

/// 0: a common beginning; 1: one rare word; 2: a phrase.
void search(benchmark::State& state) {
  const auto pack = openPack();
  const auto query = phaseboard::search::parseQuery(
      state.range(0) == 0 ? "th" : (state.range(0) == 1 ? "calibration " : "\"feature store\""));
  for (auto _ : state)
    benchmark::DoNotOptimize(pack->search(query, 30));
}
BENCHMARK(search)->DenseRange(0, 2)->Unit(benchmark::kMicrosecond);

}  // namespace
