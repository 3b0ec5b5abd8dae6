// SPDX-License-Identifier: Apache-2.0
#include "app/framework/framework.h"

#include <algorithm>
#include <numeric>

namespace phaseboard::framework {

const Phase* Framework::phase(const PhaseId& id) const {
  const auto found = std::find_if(phases.begin(), phases.end(),
                                  [&](const Phase& phase) { return phase.id == id; });
  return found == phases.end() ? nullptr : &*found;
}

const Stage* Framework::stageOf(const PhaseId& id) const {
  const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) {
    return std::find(stage.phases.begin(), stage.phases.end(), id) != stage.phases.end();
  });
  return found == stages.end() ? nullptr : &*found;
}

bool budgetsFit(const Framework& framework) {
  const int sum =
      std::accumulate(framework.stages.begin(), framework.stages.end(), 0,
                      [](int minutes, const Stage& stage) { return minutes + stage.minutes; });
  return sum == framework.sessionMinutes;
}

}  // namespace phaseboard::framework
