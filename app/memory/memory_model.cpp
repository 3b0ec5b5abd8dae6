// SPDX-License-Identifier: Apache-2.0
#include "app/memory/memory_model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace phaseboard::memory {
namespace {

bool saysVersion(std::string_view text, char digit) {
  constexpr std::string_view kPrefix = "fsrs-";
  if (text.size() > kPrefix.size() &&
      std::equal(kPrefix.begin(), kPrefix.end(), text.begin(), [](char wanted, char found) {
        return wanted == (found | ('a' ^ 'A')) || wanted == found;
      }))
    text.remove_prefix(kPrefix.size());
  return text.size() == 1 && text[0] == digit;
}

}  // namespace

int versionOf(const AnyParameters& parameters) {
  return std::holds_alternative<Parameters>(parameters) ? kModelVersion : kFsrs7Version;
}

std::string_view nameOf(const AnyParameters& parameters) {
  return std::holds_alternative<Parameters>(parameters) ? kModelName : kFsrs7Name;
}

std::optional<AnyParameters> publishedParameters(std::string_view model) {
  if (saysVersion(model, '6'))
    return Parameters{};
  if (saysVersion(model, '7'))
    return Fsrs7Parameters{};
  return std::nullopt;
}

std::variant<AnyParameters, ParameterFault> readAnyParameters(std::string_view text) {
  const std::variant<std::vector<double>, ParameterFault> numbers = readNumbers(text);
  if (const auto* fault = std::get_if<ParameterFault>(&numbers))
    return *fault;
  const auto& weights = std::get<std::vector<double>>(numbers);
  if (weights.size() != kFsrs7WeightCount) {
    const auto read = readParameters(std::span<const double>(weights));
    if (const auto* fault = std::get_if<ParameterFault>(&read))
      return *fault;
    return std::get<Parameters>(read);
  }
  Fsrs7Parameters::Weights seven{};
  std::copy(weights.begin(), weights.end(), seven.begin());
  if (!std::all_of(seven.begin(), seven.end(), [](double w) { return std::isfinite(w); }))
    return ParameterFault::NotFinite;
  return Fsrs7Parameters{seven};
}

std::string text(const AnyParameters& parameters) {
  return std::visit(
      [](const auto& known) { return joinedNumbers(std::span<const double>(known.weights())); },
      parameters);
}

AnyModel modelOf(const AnyParameters& parameters) {
  if (const auto* six = std::get_if<Parameters>(&parameters))
    return Model{clipped(*six)};
  return Fsrs7Model{clipped(std::get<Fsrs7Parameters>(parameters))};
}

}  // namespace phaseboard::memory
