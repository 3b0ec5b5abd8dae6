// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/training_weights.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

namespace phaseboard::memory {
namespace {

constexpr double kOldestWeight = 0.25;
constexpr std::size_t kFewestDropped = 20;
constexpr std::size_t kDroppedPart = 20;  ///< one in as many
constexpr std::size_t kSmallestGroup = 6;
constexpr int kLongestFirstDays = 100;
constexpr int kLongestFirstDaysAfterEasy = 365;
constexpr std::size_t kLongestHistory = 256;

std::size_t place(Rating rating) {
  return static_cast<std::size_t>(number(rating) - 1);
}

/// The first review of a prompt that is on a later day, if there is one.
std::optional<std::size_t> firstLaterDay(const TrainingLog& log, std::size_t prompt) {
  for (std::size_t i = log.begin(prompt); i < log.begin(prompt + 1); ++i)
    if (log.elapsedDays(i) > 0)
      return i;
  return std::nullopt;
}

using Groups = std::array<std::vector<FirstInterval>, 4>;

Groups groupsOf(const TrainingLog& log) {
  std::array<std::map<int, FirstInterval>, 4> byDays;
  for (std::size_t prompt = 0; prompt < log.prompts(); ++prompt) {
    const auto later = firstLaterDay(log, prompt);
    if (!later)
      continue;
    FirstInterval& group = byDays[place(log.rating(log.begin(prompt)))][log.elapsedDays(*later)];
    group.elapsedDays = log.elapsedDays(*later);
    ++group.count;
    group.recalled += log.rating(*later) == Rating::Again ? 0U : 1U;
  }
  Groups groups;
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const auto& [days, group] : byDays[i])
      groups[i].push_back(group);
  return groups;
}

/// Takes the outliers out of the groups of one first rating, which are in the order of days.
void dropFrom(std::vector<FirstInterval>& groups, int longestDays) {
  std::size_t total = 0;
  for (const FirstInterval& group : groups)
    total += group.count;
  const std::size_t enough = std::max(kFewestDropped, total / kDroppedPart);
  std::vector<FirstInterval> rarestFirst = groups;
  std::stable_sort(
      rarestFirst.begin(), rarestFirst.end(),
      [](const FirstInterval& a, const FirstInterval& b) { return a.count < b.count; });
  groups.clear();
  std::size_t dropped = 0;
  for (const FirstInterval& group : rarestFirst) {
    if (dropped + group.count < enough)
      dropped += group.count;
    else if (group.count >= kSmallestGroup && group.elapsedDays <= longestDays)
      groups.push_back(group);
  }
  std::sort(groups.begin(), groups.end(), [](const FirstInterval& a, const FirstInterval& b) {
    return a.elapsedDays < b.elapsedDays;
  });
}

bool isKept(const std::vector<FirstInterval>& groups, int days) {
  const auto found =
      std::lower_bound(groups.begin(), groups.end(), days,
                       [](const FirstInterval& group, int at) { return group.elapsedDays < at; });
  return found != groups.end() && found->elapsedDays == days;
}

/// Items in the order of time; those of one day in the order of the log.
std::vector<std::uint32_t> inTime(const TrainingLog& log, const TrainingWeights& found) {
  std::vector<std::uint32_t> items;
  items.reserve(found.items);
  int first = 0;
  int last = 0;
  for (std::size_t i = 0; i < found.weights.size(); ++i) {
    if (found.weights[i] == 0)
      continue;
    first = items.empty() ? log.day(i) : std::min(first, log.day(i));
    last = items.empty() ? log.day(i) : std::max(last, log.day(i));
    items.push_back(static_cast<std::uint32_t>(i));
  }
  constexpr std::int64_t kMostCounted = 100'000;
  const std::int64_t span = std::int64_t{last} - first;
  if (span > kMostCounted) {
    std::stable_sort(items.begin(), items.end(),
                     [&log](std::uint32_t a, std::uint32_t b) { return log.day(a) < log.day(b); });
    return items;
  }
  std::vector<std::uint32_t> begins(static_cast<std::size_t>(span) + 2);
  for (const std::uint32_t item : items)
    ++begins[static_cast<std::size_t>(log.day(item) - first) + 1];
  for (std::size_t i = 1; i < begins.size(); ++i)
    begins[i] += begins[i - 1];
  std::vector<std::uint32_t> sorted(items.size());
  for (const std::uint32_t item : items)
    sorted[begins[static_cast<std::size_t>(log.day(item) - first)]++] = item;
  return sorted;
}

void favourRecent(const TrainingLog& log, TrainingWeights& found) {
  const std::vector<std::uint32_t> items = inTime(log, found);
  found.sum = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const double place =
        items.size() < 2 ? 1 : static_cast<double>(i) / static_cast<double>(items.size() - 1);
    const double weight = kOldestWeight + (1 - kOldestWeight) * place * place * place;
    found.weights[items[i]] = static_cast<float>(weight);
    found.sum += weight;
  }
}

}  // namespace

std::array<std::vector<FirstInterval>, 4> firstIntervals(const TrainingLog& log,
                                                         bool dropOutliers) {
  Groups groups = groupsOf(log);
  if (dropOutliers)
    for (const Rating rating : kRatings)
      dropFrom(groups[place(rating)],
               rating == Rating::Easy ? kLongestFirstDaysAfterEasy : kLongestFirstDays);
  return groups;
}

TrainingWeights trainingWeights(const TrainingLog& log, const WeightSettings& settings) {
  TrainingWeights found;
  found.weights.resize(log.reviews());
  const Groups kept = firstIntervals(log, settings.dropOutliers);
  std::size_t recalled = 0;
  for (std::size_t prompt = 0; prompt < log.prompts(); ++prompt) {
    const auto later = firstLaterDay(log, prompt);
    if (!later || !isKept(kept[place(log.rating(log.begin(prompt)))], log.elapsedDays(*later)))
      continue;
    const std::size_t end = std::min(log.begin(prompt + 1), log.begin(prompt) + kLongestHistory);
    for (std::size_t i = *later; i < end; ++i) {
      if (log.elapsedDays(i) == 0)
        continue;
      found.weights[i] = 1;
      ++found.items;
      recalled += log.rating(i) == Rating::Again ? 0U : 1U;
    }
  }
  found.sum = static_cast<double>(found.items);
  if (found.items > 0)
    found.recalledShare = static_cast<double>(recalled) / static_cast<double>(found.items);
  if (settings.favourRecent)
    favourRecent(log, found);
  return found;
}

}  // namespace phaseboard::memory
