// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fuzz.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace phaseboard::memory {
namespace {

constexpr double kLeastFuzzed = 2.5;

double fuzzDelta(double days) {
  if (days < kLeastFuzzed)
    return 0;
  const auto part = [days](double from, double to, double share) {
    return share * std::max(0.0, std::min(days, to) - from);
  };
  return 1 + part(kLeastFuzzed, 7, 0.15) + part(7, 20, 0.1) +
         part(20, std::numeric_limits<double>::infinity(), 0.05);
}

}  // namespace

int roundedDays(double days) {
  return static_cast<int>(std::lround(days));
}

FuzzRange fuzzRange(double intervalDays, int minimumDays, int maximumDays) {
  const int minimum = std::min(minimumDays, maximumDays);
  const double days = std::clamp(intervalDays, double(minimum), double(maximumDays));
  const double delta = fuzzDelta(days);
  const int shortest = std::clamp(roundedDays(days - delta), minimum, maximumDays);
  const int longest = std::clamp(roundedDays(days + delta), minimum, maximumDays);
  return {shortest, longest};
}

int fuzzed(double intervalDays, double fuzz, int minimumDays, int maximumDays) {
  const FuzzRange range = fuzzRange(intervalDays, minimumDays, maximumDays);
  const int choices = 1 + range.longest - range.shortest;
  return range.shortest + std::clamp(static_cast<int>(fuzz * choices), 0, choices - 1);
}

}  // namespace phaseboard::memory
