// SPDX-License-Identifier: Apache-2.0
#include "app/review/pace.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace phaseboard::review {
namespace {

/// The prior counts as much as so many answers.
constexpr double kPriorAnswers = 8;
constexpr std::int64_t kCapInMedians = 4;
constexpr double kSlowest = 5;
constexpr double kFastest = 0.2;
constexpr Millis kUsual{20'000};

struct OfKind {
  double sum = 0;
  double count = 0;
};

/// The times of one kind added up, each capped.
OfKind cappedSum(std::vector<std::int64_t>& times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  const std::int64_t cap = std::max<std::int64_t>(1, *middle * kCapInMedians);
  OfKind all;
  for (const std::int64_t time : times)
    all.sum += static_cast<double>(std::min(time, cap));
  all.count = static_cast<double>(times.size());
  return all;
}

}  // namespace

Millis usualTime(PromptKind kind) {
  // By name, so that a kind that is not listed simply takes the usual time.
  static const std::map<std::string_view, std::int64_t> kSeconds{
      {"name-part", 9},  {"click-part", 7}, {"edge-meaning", 13}, {"missing-part", 14},
      {"next-hop", 9},   {"part-phase", 7}, {"part-purpose", 22}, {"key-points", 55},
      {"key-point", 24}, {"trade-off", 30}, {"number", 20},       {"pitfall", 25},
      {"follow-up", 35}, {"authored", 25},  {"answer-phase", 300}};
  const auto found = kSeconds.find(kindName(kind));
  return found == kSeconds.end() ? kUsual : Millis{found->second * kMillisPerSecond};
}

Pace Pace::learned(std::span<const AnswerTime> times) {
  std::map<PromptKind, std::vector<std::int64_t>> byKind;
  for (const AnswerTime& answer : times)
    if (answer.time.value() > 0)
      byKind[answer.kind].push_back(answer.time.value());
  std::map<PromptKind, OfKind> own;
  double took = 0;
  double expected = 0;
  for (auto& [kind, all] : byKind) {
    own[kind] = cappedSum(all);
    took += own[kind].sum;
    expected += own[kind].count * static_cast<double>(usualTime(kind).value());
  }
  Pace pace;
  // The prior takes part with answers of the usual length.
  const double prior = kPriorAnswers * static_cast<double>(kUsual.value());
  pace.m_speed = std::clamp((took + prior) / (expected + prior), kFastest, kSlowest);
  for (const auto& [kind, all] : own) {
    const double usual = static_cast<double>(usualTime(kind).value()) * pace.m_speed;
    const double mean = (all.sum + kPriorAnswers * usual) / (all.count + kPriorAnswers);
    pace.m_own[kind] = Millis{std::max<std::int64_t>(1, std::llround(mean))};
  }
  return pace;
}

Millis Pace::of(PromptKind kind) const {
  if (const auto own = m_own.find(kind); own != m_own.end())
    return own->second;
  const double usual = static_cast<double>(usualTime(kind).value()) * m_speed;
  return Millis{std::max<std::int64_t>(1, std::llround(usual))};
}

}  // namespace phaseboard::review
