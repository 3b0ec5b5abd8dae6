// SPDX-License-Identifier: Apache-2.0
#include "app/ops/memory_fit.h"

#include <algorithm>
#include <utility>

namespace phaseboard::ops {
namespace {

constexpr int kCalibrationBins = 12;
constexpr int kThreads = 2;
/// Of the whole work; the rest is judging.
constexpr double kShareOfFitting = 0.8;

std::vector<double> numbersOf(const memory::Parameters& parameters) {
  if (parameters == memory::Parameters{})
    return {};
  return {parameters.weights().begin(), parameters.weights().end()};
}

}  // namespace

JudgedModel judged(const review::MemorySettings& model, const memory::TrainingLog& log) {
  return {numbersOf(model.scheduler().settings().parameters),
          memory::judge(model.model(), log, kCalibrationBins, kThreads)};
}

std::optional<FittedMemory> fitMemory(const review::MemorySettings& model,
                                      const memory::TrainingLog& log,
                                      const std::function<bool(double)>& goOn) {
  FittedMemory fitted;
  memory::FitSettings settings;
  settings.current = model.scheduler().settings().parameters;
  settings.threads = kThreads;
  settings.relearningSteps = static_cast<int>(model.scheduler().settings().relearningSteps.size());
  settings.goOn = [&](const memory::FitProgress& progress) {
    return goOn(kShareOfFitting * progress.share);
  };
  const auto fit = memory::fit(log, settings);
  if (!fit || !goOn(kShareOfFitting))
    return std::nullopt;
  fitted.before = judged(model, log);
  if (!goOn((1 + kShareOfFitting) / 2))
    return std::nullopt;
  memory::ScheduleSettings schedule = model.scheduler().settings();
  schedule.parameters = fit->parameters;
  const auto found = review::MemorySettings::make(std::move(schedule));
  fitted.after = found ? judged(*found, log) : fitted.before;
  const auto lossOf = [](const JudgedModel& judged) {
    return judged.judgement.evaluation.logLoss.value_or(1);
  };
  fitted.isBetter = lossOf(fitted.after) < lossOf(fitted.before);
  return goOn(1) ? std::optional(std::move(fitted)) : std::nullopt;
}

}  // namespace phaseboard::ops
