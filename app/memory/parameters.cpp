// SPDX-License-Identifier: Apache-2.0
#include "app/memory/parameters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace phaseboard::memory {
namespace {

constexpr Parameters::Weights kPublished{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                         0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                         1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// The decay that models before FSRS-6 had built in.
constexpr double kOldDecay = 0.5;

struct Bounds {
  double lowest;
  double highest;
};

constexpr double kSameDayCeiling = 2;

constexpr std::array<Bounds, kWeightCount> kBounds{{
    {0.001, 100},
    {0.001, 100},
    {0.001, 100},
    {0.001, 100},
    {1, 10},
    {0.001, 4},
    {0.001, 4},
    {0.001, 0.75},
    {0, 4.5},
    {0, 0.8},
    {0.001, 3.5},
    {0.001, 5},
    {0.001, 0.25},
    {0.001, 0.9},
    {0, 4},
    {0, 1},
    {1, 6},
    {0, kSameDayCeiling},
    {0, kSameDayCeiling},
    {0.01, 0.8},
    {0.1, 0.8},
}};

constexpr std::size_t index(Weight weight) {
  return static_cast<std::size_t>(weight);
}

/// The product of both same-day weights is what one Again of a relearning step takes away.
double sameDayCeiling(const Parameters::Weights& weights, int relearningSteps) {
  if (relearningSteps <= 1)
    return kSameDayCeiling;
  const double afterLapse = std::log(weights[index(Weight::LapseScale)]) +
                            std::log(std::exp2(weights[index(Weight::LapseStability)]) - 1) +
                            0.3 * weights[index(Weight::LapseSpacing)];
  return std::min(kSameDayCeiling, std::sqrt(std::max(0.01, -afterLapse / relearningSteps)));
}

std::optional<double> readNumber(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos)
    return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(' ') - begin + 1);
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

}  // namespace

Parameters::Parameters() : m_weights(kPublished) {}

std::variant<Parameters, ParameterFault> readParameters(std::span<const double> given) {
  if (given.size() != 17 && given.size() != 19 && given.size() != kWeightCount)
    return ParameterFault::WrongCount;
  Parameters::Weights weights{};
  std::copy(given.begin(), given.end(), weights.begin());
  if (given.size() < kWeightCount)
    weights[index(Weight::Decay)] = kOldDecay;
  if (given.size() == 17) {
    double& slope = weights[index(Weight::FirstDifficultySlope)];
    weights[index(Weight::FirstDifficulty)] += 2 * slope;
    slope = std::log(3 * slope + 1) / 3;
    weights[index(Weight::DifficultyChange)] += 0.5;
  }
  if (!std::all_of(weights.begin(), weights.end(),
                   [](double weight) { return std::isfinite(weight); }))
    return ParameterFault::NotFinite;
  return Parameters{weights};
}

std::variant<std::vector<double>, ParameterFault> readNumbers(std::string_view text) {
  std::vector<double> numbers;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto number = readNumber(text.substr(0, comma));
    if (!number)
      return ParameterFault::NotNumbers;
    numbers.push_back(*number);
    if (comma == std::string_view::npos)
      return numbers;
    text.remove_prefix(comma + 1);
  }
}

std::variant<Parameters, ParameterFault> readParameters(std::string_view text) {
  const auto numbers = readNumbers(text);
  if (const auto* fault = std::get_if<ParameterFault>(&numbers))
    return *fault;
  return readParameters(std::span<const double>(std::get<std::vector<double>>(numbers)));
}

std::string joinedNumbers(std::span<const double> numbers) {
  std::string joined;
  for (const double number : numbers) {
    std::array<char, 40> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    if (!joined.empty())
      joined += ',';
    joined.append(digits.data(), written.ptr);
  }
  return joined;
}

std::string text(const Parameters& parameters) {
  return joinedNumbers(parameters.weights());
}

std::string_view describe(ParameterFault fault) {
  switch (fault) {
    case ParameterFault::WrongCount:
      return "expected 17, 19 or 21 numbers";
    case ParameterFault::NotFinite:
      return "a number is infinite or not a number";
    case ParameterFault::NotNumbers:
      break;
  }
  return "expected numbers with commas between them";
}

Parameters clipped(const Parameters& parameters, int relearningSteps) {
  Parameters::Weights weights = parameters.weights();
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = std::clamp(weights[i], kBounds[i].lowest, kBounds[i].highest);
  const double ceiling = sameDayCeiling(weights, relearningSteps);
  for (const Weight weight : {Weight::SameDayGain, Weight::SameDayOffset})
    weights[index(weight)] = std::min(weights[index(weight)], ceiling);
  return Parameters{weights};
}

}  // namespace phaseboard::memory
