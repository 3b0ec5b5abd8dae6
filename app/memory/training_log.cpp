// SPDX-License-Identifier: Apache-2.0
#include "app/memory/training_log.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace phaseboard::memory {
namespace {

/// Numbers prompts in the order in which they first appear. Rows of one prompt mostly follow each
/// other, so the last one is remembered.
template <class Key>
class PromptNumbers {
 public:
  std::uint32_t operator()(Key key) {
    if (m_known.empty() || key != m_lastKey) {
      m_lastKey = key;
      m_last = m_known.try_emplace(key, static_cast<std::uint32_t>(m_known.size())).first->second;
    }
    return m_last;
  }

 private:
  std::unordered_map<Key, std::uint32_t> m_known;
  Key m_lastKey{};
  std::uint32_t m_last = 0;
};

double elapsedOf(const ReviewRow& row) {
  return row.elapsedDays;
}

double elapsedOf(const LoggedReview& review) {
  return review.elapsedDays;
}

/// Within [0, the greatest int]; not a number counts as 0.
double readableDays(double days) {
  return days > 0 ? std::min(days, double(std::numeric_limits<std::int32_t>::max())) : 0.0;
}

}  // namespace

template <class Row, class Number>
void TrainingLog::fill(std::span<const Row> rows, Number numberOf) {
  std::vector<std::uint32_t> numbers(rows.size());
  std::transform(rows.begin(), rows.end(), numbers.begin(), numberOf);
  const auto prompts = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1;
  m_begins.assign(prompts + 1, 0);
  for (const std::uint32_t number : numbers)
    ++m_begins[number + 1];
  std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());

  m_elapsed.resize(rows.size());
  m_days.resize(rows.size());
  m_ratings.resize(rows.size());
  std::vector<std::uint32_t> places(m_begins.begin(), m_begins.end() - 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t place = places[numbers[i]]++;
    const double elapsed = place == m_begins[numbers[i]] ? 0 : readableDays(elapsedOf(rows[i]));
    const double whole = std::floor(elapsed);
    m_elapsed[place] = static_cast<std::int32_t>(whole);
    m_days[place] = rows[i].day;
    m_ratings[place] = static_cast<std::uint8_t>(number(rows[i].rating));
    m_items += whole > 0 ? 1 : 0;
    if (elapsed == whole)
      continue;
    if (m_fractions.empty())
      m_fractions.resize(rows.size());
    m_fractions[place] = static_cast<float>(elapsed - whole);
  }
}

TrainingLog::TrainingLog(std::span<const ReviewRow> rows) {
  PromptNumbers<std::string_view> numbers;
  fill(rows, [&numbers](const ReviewRow& row) { return numbers(row.prompt); });
}

TrainingLog::TrainingLog(std::span<const LoggedReview> reviews) {
  PromptNumbers<std::uint32_t> numbers;
  fill(reviews, [&numbers](const LoggedReview& review) { return numbers(review.prompt); });
}

}  // namespace phaseboard::memory
