// SPDX-License-Identifier: Apache-2.0
#include "app/answers/target.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::answers {

std::optional<Target> targetOf(const framework::Framework& framework,
                               const std::map<StageId, int>& stageMinutes, const PhaseId& phase,
                               int wordsPerMinute) {
  const framework::Stage* stage = framework.stageOf(phase);
  if (stage == nullptr || stage->phases.empty())
    return std::nullopt;
  const auto own = stageMinutes.find(stage->id);
  const int all = own == stageMinutes.end() ? stage->minutes : own->second;
  if (all <= 0)
    return std::nullopt;
  const double minutes = static_cast<double>(all) / static_cast<double>(stage->phases.size());
  const int tens = static_cast<int>(std::lround(minutes * wordsPerMinute / 10));
  return Target{std::max(1, static_cast<int>(std::lround(minutes))), std::max(1, tens) * 10};
}

void WritingTime::noteKey(Instant at) {
  if (m_last) {
    const std::int64_t gap = at.value() - m_last->value();
    if (gap > 0 && gap <= kLongestPause.value())
      m_spent = Millis{m_spent.value() + gap};
  }
  m_last = at;
}

}  // namespace phaseboard::answers
