// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/history_bins.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/memory/evaluation.h"

namespace phaseboard::memory {
namespace {

/// Powers of `base` up to a number, counted: where a count falls on a logarithmic scale. The usual
/// counts are looked up.
class LogScale {
 public:
  LogScale(double base, std::size_t bins) : m_base(base), m_bins(bins) {
    for (std::size_t i = 0; i < m_small.size(); ++i)
      m_small[i] = static_cast<unsigned char>(computed(double(i + 1)));
  }

  [[nodiscard]] std::size_t bins() const { return m_bins; }

  /// @param value  1 or more
  [[nodiscard]] std::size_t operator()(int value) const {
    const auto index = static_cast<std::size_t>(value - 1);
    return index < m_small.size() ? m_small[index] : computed(value);
  }

 private:
  [[nodiscard]] std::size_t computed(double value) const {
    const double power = std::floor(std::log(value) / std::log(m_base));
    return std::min(static_cast<std::size_t>(power), m_bins - 1);
  }

  double m_base;
  std::size_t m_bins;
  std::array<unsigned char, 4096> m_small{};
};

const LogScale& dayScale() {
  static const LogScale scale(3.62, 17);
  return scale;
}

const LogScale& reviewScale() {
  static const LogScale scale(1.89, 20);
  return scale;
}

/// Of lapses, if there are any: bin 0 is none.
const LogScale& lapseScale() {
  static const LogScale scale(1.73, 20);
  return scale;
}

}  // namespace

HistoryBins::HistoryBins()
    : m_sums(dayScale().bins() * reviewScale().bins() * (lapseScale().bins() + 1)) {}

void HistoryBins::add(const Prediction& prediction) {
  const std::size_t lapses = prediction.lapses == 0 ? 0 : 1 + lapseScale()(prediction.lapses);
  const std::size_t index = (dayScale()(prediction.elapsedDays) * reviewScale().bins() +
                             reviewScale()(prediction.laterDayReviews + 1)) *
                                (lapseScale().bins() + 1) +
                            lapses;
  Sums& sums = m_sums[index];
  sums.predicted += prediction.recall;
  sums.recalled += prediction.recalled ? 1 : 0;
  sums.count += 1;
}

void HistoryBins::add(const HistoryBins& other) {
  for (std::size_t i = 0; i < m_sums.size(); ++i) {
    m_sums[i].predicted += other.m_sums[i].predicted;
    m_sums[i].recalled += other.m_sums[i].recalled;
    m_sums[i].count += other.m_sums[i].count;
  }
}

double HistoryBins::rmse() const {
  double squares = 0;
  double count = 0;
  for (const Sums& sums : m_sums) {
    if (sums.count == 0)
      continue;
    const double difference = sums.predicted - sums.recalled;
    squares += difference * difference / sums.count;
    count += sums.count;
  }
  return count == 0 ? 0 : std::sqrt(squares / count);
}

}  // namespace phaseboard::memory
