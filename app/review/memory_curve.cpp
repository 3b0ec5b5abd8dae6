// SPDX-License-Identifier: Apache-2.0
#include "app/review/memory_curve.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/memory/model.h"

namespace phaseboard::review {
namespace {

/// The curve from one answer to the next moment that matters.
void addStretch(MemoryCurve& curve, double from, double to, double stability,
                const MemorySettings& settings, int steps) {
  for (int i = 0; i <= steps; ++i) {
    const double elapsed = (to - from) * i / steps;
    curve.points.push_back(
        {from + elapsed, memory::retrievability(settings.model(), elapsed, stability)});
  }
}

}  // namespace

MemoryCurve memoryCurve(std::vector<ReviewEvent> events, StudyDay until,
                        const MemorySettings& settings, int steps) {
  MemoryCurve curve;
  std::optional<memory::MemoryState> state;
  StudyDay last;
  for (const CountedAnswer& answer : countedAnswers(std::move(events))) {
    if (!state)
      curve.first = answer.day;
    const int elapsed = state ? std::max(0, daysBetween(last, answer.day)) : 0;
    const double day = curve.answers.empty() ? 0 : curve.answers.back().day + elapsed;
    double predicted = 1;
    if (state) {
      predicted = memory::retrievability(settings.model(), elapsed, state->stability);
      if (elapsed > 0)
        addStretch(curve, curve.answers.back().day, day, state->stability, settings, steps);
    }
    state = memory::step(settings.model(), state, elapsed, answer.rating);
    last = answer.day;
    curve.answers.push_back({answer, day, predicted, state->stability, state->difficulty});
  }
  if (!state)
    return curve;
  const double from = curve.answers.back().day;
  const double to = from + std::max(1, daysBetween(last, until));
  addStretch(curve, from, to, state->stability, settings, steps);
  return curve;
}

}  // namespace phaseboard::review
