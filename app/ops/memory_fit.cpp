// SPDX-License-Identifier: Apache-2.0
#include "app/ops/memory_fit.h"

#include <algorithm>
#include <utility>

namespace phaseboard::ops {
namespace {

constexpr int kCalibrationBins = 12;
constexpr int kFitThreads = 2;
/// Of the whole work; the rest is judging.
constexpr double kShareOfFitting = 0.8;

std::vector<double> numbersOf(const memory::Parameters& parameters) {
  if (parameters == memory::Parameters{})
    return {};
  return {parameters.weights().begin(), parameters.weights().end()};
}

}  // namespace

JudgedModel judged(const review::MemorySettings& model,
                   const std::vector<memory::ReviewRow>& rows) {
  const auto predicted =
      memory::predictions(model.model(), std::span<const memory::ReviewRow>(rows));
  JudgedModel judgement;
  judgement.parameters = numbersOf(model.scheduler().settings().parameters);
  judgement.evaluation = {rows.size(), predicted.size(), memory::logLoss(predicted),
                          memory::rmseBins(predicted), memory::auc(predicted)};
  judgement.calibration = memory::calibrationCurve(predicted, kCalibrationBins);
  return judgement;
}

std::optional<FittedMemory> fitMemory(const review::MemorySettings& model,
                                      const std::vector<memory::ReviewRow>& rows,
                                      const std::function<bool(double)>& goOn) {
  FittedMemory fitted;
  memory::FitSettings settings;
  settings.current = model.scheduler().settings().parameters;
  settings.threads = kFitThreads;
  settings.relearningSteps = static_cast<int>(model.scheduler().settings().relearningSteps.size());
  settings.goOn = [&](const memory::FitProgress& progress) {
    return goOn(kShareOfFitting * progress.share);
  };
  const auto fit =
      memory::fit(memory::TrainingLog(std::span<const memory::ReviewRow>(rows)), settings);
  if (!fit || !goOn(kShareOfFitting))
    return std::nullopt;
  fitted.before = judged(model, rows);
  if (!goOn((1 + kShareOfFitting) / 2))
    return std::nullopt;
  memory::ScheduleSettings schedule = model.scheduler().settings();
  schedule.parameters = fit->parameters;
  const auto found = review::MemorySettings::make(std::move(schedule));
  fitted.after = found ? judged(*found, rows) : fitted.before;
  fitted.isBetter =
      fitted.after.evaluation.logLoss.value_or(1) < fitted.before.evaluation.logLoss.value_or(1);
  return goOn(1) ? std::optional(std::move(fitted)) : std::nullopt;
}

}  // namespace phaseboard::ops
