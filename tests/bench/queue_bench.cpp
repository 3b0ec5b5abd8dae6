// SPDX-License-Identifier: Apache-2.0
// What it costs to order a day. Workload: a notebook of 100,000 prompts in which `due` are due; the
// rest are new candidates or not due and therefore not handed in. Two prompts make a sibling group.
#include <string>

#include <benchmark/benchmark.h>

#include "app/review/queue.h"

namespace phaseboard::review {
namespace {

constexpr StudyDay kToday{20'500};

QueueFacts factsWith(int due, int fresh) {
  QueueFacts facts;
  facts.today = kToday;
  facts.now = Instant{kToday.value() * kMillisPerDay};
  facts.newLimit = 15;
  for (int i = 0; i < due; ++i) {
    const std::string part = "ads/path/part-" + std::to_string(i / 2);
    SeenPrompt seen;
    seen.prompt = PromptId{(i % 2 == 0 ? "name-part:" : "part-purpose:") + part};
    seen.siblingGroup = part;
    seen.state.standing = Standing::Review;
    seen.state.memory = memory::MemoryState{1.0 + i % 300, 1.0 + i % 9};
    seen.state.reps = 4;
    seen.state.lastDay = plusDays(kToday, -(1 + i % 250));
    seen.state.dueDay = plusDays(kToday, -(i % 5));
    facts.seen.push_back(seen);
  }
  for (int i = 0; i < fresh; ++i) {
    const std::string item = "ads/new-" + std::to_string(i);
    facts.fresh.push_back({PromptId{"key-point:" + item}, item});
  }
  return facts;
}

void buildQueue(benchmark::State& run) {
  const QueueFacts facts = factsWith(static_cast<int>(run.range(0)), 5000);
  const MemorySettings settings;
  for (auto _ : run)
    benchmark::DoNotOptimize(ReviewQueue::build(facts, settings));
}

void replayPrompt(benchmark::State& run) {
  std::vector<ReviewEvent> events(10);
  for (std::size_t i = 0; i < events.size(); ++i) {
    Uuid::Bytes id{};
    id[15] = static_cast<std::uint8_t>(i);
    events[i].id = Uuid{id};
    events[i].day = StudyDay{static_cast<std::int32_t>(i * 9)};
    events[i].rating = Rating::Good;
    events[i].intervalSeconds = 9 * memory::kSecondsPerDay;
  }
  const MemorySettings settings;
  for (auto _ : run)
    benchmark::DoNotOptimize(replay(events, settings));
}

BENCHMARK(buildQueue)->Arg(300)->Arg(3000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(replayPrompt);

}  // namespace
}  // namespace phaseboard::review
