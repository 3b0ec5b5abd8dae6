// SPDX-License-Identifier: Apache-2.0
#include "app/review/memory_settings.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "app/base/hash.h"

namespace phaseboard::review {
namespace {

bool areSteps(const std::vector<std::int64_t>& steps) {
  return std::all_of(steps.begin(), steps.end(), [](std::int64_t seconds) {
    return seconds >= 1 && seconds < memory::kSecondsPerDay;
  });
}

}  // namespace

Result<MemorySettings> MemorySettings::make(memory::ScheduleSettings settings) {
  if (!(settings.retention >= memory::kLowestRetention &&
        settings.retention <= memory::kHighestRetention))
    return fail(ErrorKind::InvalidInput, "retention",
                std::to_string(settings.retention) + " is not between 0.70 and 0.99");
  // A step of a day or more could not be told from an interval of whole days in the log.
  if (!areSteps(settings.learningSteps))
    return fail(ErrorKind::InvalidInput, "learning-steps", "a step is 1 to 86,399 seconds");
  if (!areSteps(settings.relearningSteps))
    return fail(ErrorKind::InvalidInput, "relearning-steps", "a step is 1 to 86,399 seconds");
  if (settings.longestIntervalDays < 1 ||
      settings.longestIntervalDays > memory::kLongestIntervalDays)
    return fail(ErrorKind::InvalidInput, "longest-interval",
                std::to_string(settings.longestIntervalDays) + " is not between 1 and 36500 days");
  return MemorySettings{std::move(settings)};
}

Result<MemorySettings> MemorySettings::make(std::span<const double> parameters, double retention) {
  memory::ScheduleSettings settings;
  settings.retention = retention;
  if (!parameters.empty()) {
    const auto read = memory::readParameters(parameters);
    const auto* vector = std::get_if<memory::Parameters>(&read);
    if (vector == nullptr)
      return fail(ErrorKind::InvalidInput, "parameters",
                  "expected 17, 19 or 21 finite numbers, got " + std::to_string(parameters.size()));
    settings.parameters = *vector;
  }
  return make(std::move(settings));
}

MemorySettings MemorySettings::cappedAt(int days) const {
  memory::ScheduleSettings settings = m_scheduler.settings();
  settings.longestIntervalDays = std::max(1, std::min(settings.longestIntervalDays, days));
  return MemorySettings{std::move(settings)};
}

double fuzzFor(const PromptId& prompt, int reps) {
  std::uint64_t hash =
      Fnv64{}.addField(prompt.value()).addNumber(static_cast<std::uint64_t>(reps)).value();
  // The high bits of FNV differ little between neighbours; this spreads them (SplitMix64's end).
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
  hash ^= hash >> 31U;
  return static_cast<double>(hash >> 11U) * 0x1.0p-53;
}

}  // namespace phaseboard::review
