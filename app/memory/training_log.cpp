// SPDX-License-Identifier: Apache-2.0
#include "app/memory/training_log.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace phaseboard::memory {
namespace {

constexpr double kOldestWeight = 0.25;

/// For each row the number of its prompt, counted in the order of appearance.
std::vector<std::size_t> promptNumbers(std::span<const ReviewRow> rows, std::size_t& count) {
  std::unordered_map<std::string_view, std::size_t> known;
  std::vector<std::size_t> numbers;
  numbers.reserve(rows.size());
  for (const ReviewRow& row : rows)
    numbers.push_back(known.try_emplace(row.prompt, known.size()).first->second);
  count = known.size();
  return numbers;
}

/// The weight of the item at chronological place `index` of `count`.
double recencyWeight(std::size_t index, std::size_t count) {
  const double place = count < 2 ? 1 : static_cast<double>(index) / static_cast<double>(count - 1);
  return kOldestWeight + (1 - kOldestWeight) * place * place * place;
}

}  // namespace

TrainingLog::TrainingLog(std::span<const ReviewRow> rows, bool favourRecent) {
  std::size_t count = 0;
  const std::vector<std::size_t> numbers = promptNumbers(rows, count);
  m_begins.assign(count + 1, 0);
  for (const std::size_t number : numbers)
    ++m_begins[number + 1];
  std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());

  m_reviews.resize(rows.size());
  std::vector<std::size_t> places(m_begins.begin(), m_begins.end() - 1);
  std::vector<std::pair<int, std::size_t>> itemsByDay;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t place = places[numbers[i]]++;
    const bool isFirst = place == m_begins[numbers[i]];
    const int elapsed = isFirst ? 0 : std::max(0, rows[i].elapsedDays);
    m_reviews[place] = {elapsed, rows[i].rating, elapsed > 0 ? 1.0 : 0.0};
    if (elapsed > 0)
      itemsByDay.emplace_back(rows[i].day, place);
  }
  m_items = itemsByDay.size();
  if (!favourRecent)
    return;
  std::stable_sort(itemsByDay.begin(), itemsByDay.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < itemsByDay.size(); ++i)
    m_reviews[itemsByDay[i].second].weight = recencyWeight(i, itemsByDay.size());
}

}  // namespace phaseboard::memory
