// SPDX-License-Identifier: Apache-2.0
#include "app/memory/held_out.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace phaseboard::memory {
namespace {

constexpr std::uint32_t kNoItem = std::numeric_limits<std::uint32_t>::max();

/// For each review its place among the items in time; `kNoItem` for those that are not predicted.
std::vector<std::uint32_t> placesInTime(const TrainingLog& log) {
  std::vector<std::uint32_t> items;
  for (std::size_t i = 0; i < log.reviews(); ++i)
    if (log.elapsedDays(i) > 0)
      items.push_back(static_cast<std::uint32_t>(i));
  std::stable_sort(items.begin(), items.end(),
                   [&log](std::uint32_t a, std::uint32_t b) { return log.day(a) < log.day(b); });
  std::vector<std::uint32_t> places(log.reviews(), kNoItem);
  for (std::size_t i = 0; i < items.size(); ++i)
    places[items[i]] = static_cast<std::uint32_t>(i);
  return places;
}

/// Adds the predictions of the items from `begin` up to `end`.
void addPredictions(const Parameters& parameters, const TrainingLog& log,
                    const std::vector<std::uint32_t>& places, std::size_t begin, std::size_t end,
                    std::vector<Prediction>& judged) {
  const std::vector<Prediction> all = predictions(Model{parameters}, log);
  std::size_t item = 0;
  for (std::size_t i = 0; i < log.reviews(); ++i) {
    if (places[i] == kNoItem)
      continue;
    if (places[i] >= begin && places[i] < end)
      judged.push_back(all[item]);
    ++item;
  }
}

}  // namespace

TrainingLog earlierPart(const TrainingLog& log, std::size_t items) {
  const std::vector<std::uint32_t> places = placesInTime(log);
  std::vector<LoggedReview> kept;
  for (std::size_t prompt = 0; prompt < log.prompts(); ++prompt) {
    std::size_t last = log.begin(prompt);
    for (std::size_t i = log.begin(prompt); i < log.begin(prompt + 1); ++i)
      if (places[i] < items)
        last = i + 1;
    for (std::size_t i = log.begin(prompt); i < last; ++i)
      kept.push_back(
          {static_cast<std::uint32_t>(prompt), log.day(i), log.exactDays(i), log.rating(i)});
  }
  return TrainingLog(std::span<const LoggedReview>(kept));
}

std::vector<Prediction> heldOutPredictions(const TrainingLog& log,
                                           std::span<const Parameters> fitted) {
  const std::vector<std::uint32_t> places = placesInTime(log);
  const std::size_t size = log.items() / (fitted.size() + 1);
  std::vector<Prediction> judged;
  for (std::size_t split = 0; split < fitted.size(); ++split) {
    const std::size_t begin = (split + 1) * size;
    const std::size_t end = split + 1 == fitted.size() ? log.items() : begin + size;
    addPredictions(fitted[split], log, places, begin, end, judged);
  }
  return judged;
}

std::optional<Evaluation> evaluateHeldOut(const TrainingLog& log, const FitSettings& settings,
                                          int splits) {
  const auto parts = static_cast<std::size_t>(std::max(1, splits)) + 1;
  const std::size_t size = log.items() / parts;
  if (size == 0)
    return std::nullopt;
  std::vector<Parameters> fitted;
  for (std::size_t part = 1; part < parts; ++part) {
    const std::optional<Fit> found = fit(earlierPart(log, part * size), settings);
    if (!found)
      return std::nullopt;
    fitted.push_back(found->parameters);
  }
  return evaluate(heldOutPredictions(log, fitted));
}

}  // namespace phaseboard::memory
