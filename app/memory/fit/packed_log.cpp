// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/packed_log.h"

#include <algorithm>
#include <numeric>

namespace phaseboard::memory {
namespace {

constexpr PackedLog::Step kEmptyStep{{1, 1, 1, 1}, {3, 3, 3, 3}, {0, 0, 0, 0}};

struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;  ///< up to the last predicted review
};

/// The prompts with something to predict, the longest first.
std::vector<Stretch> stretchesOf(const TrainingLog& log, const std::vector<float>& weights) {
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> places;
  for (std::size_t prompt = 0; prompt < log.prompts(); ++prompt) {
    std::size_t end = log.begin(prompt + 1);
    while (end > log.begin(prompt) && weights[end - 1] == 0)
      --end;
    const std::size_t length = end - log.begin(prompt);
    if (length < 2)
      continue;
    stretches.push_back(
        {static_cast<std::uint32_t>(log.begin(prompt)), static_cast<std::uint32_t>(length)});
    places.resize(std::max(places.size(), length + 1));
    ++places[length];
  }
  std::exclusive_scan(places.rbegin(), places.rend(), places.rbegin(), 0U);
  std::vector<Stretch> sorted(stretches.size());
  for (const Stretch& stretch : stretches)
    sorted[places[stretch.length]++] = stretch;
  return sorted;
}

}  // namespace

PackedLog::PackedLog(const TrainingLog& log, const TrainingWeights& weights) {
  const std::vector<Stretch> stretches = stretchesOf(log, weights.weights);
  std::size_t steps = 0;
  for (std::size_t i = 0; i < stretches.size(); i += kLanes)
    m_begins.push_back(static_cast<std::uint32_t>(steps += stretches[i].length));
  m_steps.assign(steps, kEmptyStep);
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const std::size_t lane = i % kLanes;
    for (std::size_t k = 0; k < stretches[i].length; ++k) {
      const std::size_t review = stretches[i].begin + k;
      Step& step = m_steps[m_begins[i / kLanes] + k];
      step.elapsedDays[lane] = static_cast<float>(log.elapsedDays(review));
      step.rating[lane] = static_cast<float>(number(log.rating(review)));
      step.weight[lane] = weights.weights[review];
    }
  }
  group();
}

void PackedLog::group() {
  m_groupBegins.reserve(kGroups + 1);
  std::size_t block = 0;
  for (std::size_t i = 0; i < kGroups; ++i) {
    m_groupBegins.push_back(static_cast<std::uint32_t>(block));
    while (block < blocks() && m_begins[block + 1] * kGroups <= (i + 1) * m_steps.size())
      ++block;
  }
  m_groupBegins.push_back(static_cast<std::uint32_t>(blocks()));
}

}  // namespace phaseboard::memory
