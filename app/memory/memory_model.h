// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "app/memory/fsrs7.h"
#include "app/memory/model.h"
#include "app/memory/parameters.h"

/// What all models of memory have in common, and parameters that say which model they belong to.
namespace phaseboard::memory {

/// A model of memory: `Model` (FSRS-6) and `Fsrs7Model`. Evaluation, simulation and replay are
/// written for any of them.
///
/// `State` is what it knows after an answer; `Days` is what it takes for the time between answers
/// (`int`: whole study days, `double`: exact). States of one model mean nothing to another: a log
/// is replayed (`replayed`) when the model changes, or when its parameters do.
template <class M>
concept MemoryModel = requires(const M& model, const typename M::State& state,
                               const std::optional<typename M::State>& before,
                               typename M::Days days, Rating rating) {
  { model.parameters() } -> std::convertible_to<typename M::Parameters>;
  { M::kVersion } -> std::convertible_to<int>;
  { M::kName } -> std::convertible_to<std::string_view>;
  { step(model, before, days, rating) } -> std::same_as<typename M::State>;
  { nextStates(model, before, days) } -> std::same_as<ForEachRating<typename M::State>>;
  { retrievability(model, 1.0, state) } -> std::same_as<double>;
  { interval(model, state, 0.9) } -> std::same_as<double>;
};

static_assert(MemoryModel<Model> && MemoryModel<Fsrs7Model>);

/// One answer as a model sees it.
template <class Days>
struct Answer {
  Days elapsedDays = 0;  ///< since the previous answer; ignored at the first
  Rating rating = Rating::Again;
};

/// The memory after a whole history; nothing without answers. What turns a log into states when
/// model or parameters change.
template <MemoryModel M>
[[nodiscard]] std::optional<typename M::State> replayed(
    const M& model, std::span<const Answer<typename M::Days>> history) {
  std::optional<typename M::State> state;
  for (const Answer<typename M::Days>& answer : history)
    state = step(model, state, answer.elapsedDays, answer.rating);
  return state;
}

/// Parameters of any model. The alternative is the version tag.
using AnyParameters = std::variant<Parameters, Fsrs7Parameters>;
using AnyModel = std::variant<Model, Fsrs7Model>;

/// 6 or 7; to be stored beside parameters and states.
[[nodiscard]] int versionOf(const AnyParameters& parameters);
/// "FSRS-6" or "FSRS-7".
[[nodiscard]] std::string_view nameOf(const AnyParameters& parameters);

/// The published parameters of a model by its version or name ("6", "FSRS-6", "fsrs-7", ...);
/// nothing for any other text.
[[nodiscard]] std::optional<AnyParameters> publishedParameters(std::string_view model);

/// Reads 17, 19 or 21 numbers (FSRS 4.5, 5 and 6, as `readParameters` does) or 34 (FSRS-7), with
/// commas between them. The values are not clipped.
[[nodiscard]] std::variant<AnyParameters, ParameterFault> readAnyParameters(std::string_view text);

/// The weights with commas between them; `readAnyParameters` gives exactly the same back.
[[nodiscard]] std::string text(const AnyParameters& parameters);

/// Clipped and ready for use.
[[nodiscard]] AnyModel modelOf(const AnyParameters& parameters);

}  // namespace phaseboard::memory
