// SPDX-License-Identifier: Apache-2.0
#include "app/review/catch_up.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace phaseboard::review {
namespace {

/// The backlog, what would lose most by waiting first.
std::vector<const Overdue*> byUrgency(const CatchUpFacts& facts, int days,
                                      const MemorySettings& settings) {
  struct Ranked {
    double loss;
    const Overdue* prompt;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(facts.backlog.size());
  for (const Overdue& one : facts.backlog) {
    const double now = recallOn(one.state, facts.today, settings).value_or(0);
    const double later = recallOn(one.state, plusDays(facts.today, days), settings).value_or(0);
    ranked.push_back({now - later, &one});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.loss != b.loss ? a.loss > b.loss : a.prompt->prompt < b.prompt->prompt;
  });
  std::vector<const Overdue*> ordered;
  ordered.reserve(ranked.size());
  for (const Ranked& one : ranked)
    ordered.push_back(one.prompt);
  return ordered;
}

/// The level to which the days are filled: where the shares come to `total`.
double levelFor(const std::vector<CatchUpDay>& days, const StudyCalendar& calendar, double total) {
  const auto held = [&](double level) {
    double sum = 0;
    for (const CatchUpDay& day : days)
      sum += std::max(0.0, level * calendar.share(day.day) - static_cast<double>(day.own.value()));
    return sum;
  };
  double low = 0;
  double high = 1'000;
  while (held(high) < total)
    high *= 2;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (held(middle) < total ? low : high) = middle;
  }
  return high;
}

std::vector<CatchUpDay> emptyDays(const CatchUpFacts& facts, int count) {
  std::vector<CatchUpDay> days;
  for (int i = 0; i < count; ++i) {
    const StudyDay day = plusDays(facts.today, i);
    const auto index = static_cast<std::size_t>(i);
    const double budget = static_cast<double>(facts.budget.value()) * facts.calendar.share(day);
    days.push_back({day, index < facts.ahead.size() ? facts.ahead[index] : Millis{0}, Millis{0}, 0,
                    Millis{std::llround(budget)}});
  }
  return days;
}

double costOf(const std::vector<Overdue>& backlog) {
  return std::accumulate(backlog.begin(), backlog.end(), 0.0, [](double sum, const Overdue& one) {
    return sum + static_cast<double>(one.cost.value());
  });
}

/// Whether the days have room for so much at all, however it is spread. O(days).
bool haveRoom(const std::vector<CatchUpDay>& days, double total) {
  double room = 0;
  for (const CatchUpDay& day : days)
    room += std::max(0.0, static_cast<double>(day.budget.value() - day.own.value()));
  return room >= total;
}

}  // namespace

CatchUp planCatchUp(const CatchUpFacts& facts, const MemorySettings& settings) {
  const int count = std::clamp(facts.days, kFewestCatchUpDays, kMostCatchUpDays);
  CatchUp plan;
  plan.days = emptyDays(facts, count);
  const double total = costOf(facts.backlog);
  if (facts.calendar.shares(facts.today, count) > 0 && total > 0) {
    const double level = levelFor(plan.days, facts.calendar, total);
    std::size_t at = 0;
    const auto room = [&](std::size_t index) {
      const CatchUpDay& day = plan.days[index];
      return level * facts.calendar.share(day.day) -
             static_cast<double>(day.own.value() + day.share.value());
    };
    for (const Overdue* one : byUrgency(facts, count, settings)) {
      // Half of its time must fit: so that the roundings of the days cancel out.
      while (at + 1 < plan.days.size() && room(at) < static_cast<double>(one->cost.value()) / 2)
        ++at;
      CatchUpDay& day = plan.days[at];
      day.share = Millis{day.share.value() + one->cost.value()};
      ++day.prompts;
      if (at > 0)
        plan.moves.push_back({one->prompt, day.day});
    }
  }
  plan.fits = std::all_of(plan.days.begin(), plan.days.end(), [](const CatchUpDay& day) {
    return day.prompts == 0 || day.own.value() + day.share.value() <= day.budget.value();
  });
  return plan;
}

int fittingDays(CatchUpFacts facts, const MemorySettings& settings) {
  const double total = costOf(facts.backlog);
  // Planning a large backlog takes milliseconds: not for days that are too few in any case.
  for (facts.days = 2; facts.days < kMostCatchUpDays; ++facts.days)
    if (haveRoom(emptyDays(facts, facts.days), total) && planCatchUp(facts, settings).fits)
      break;
  return facts.days;
}

}  // namespace phaseboard::review
