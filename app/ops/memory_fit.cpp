// SPDX-License-Identifier: Apache-2.0
#include "app/ops/memory_fit.h"

#include <algorithm>
#include <map>
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

Maturity maturityAfter(std::int64_t intervalSeconds) {
  if (intervalSeconds <= 0 || intervalSeconds % memory::kSecondsPerDay != 0)
    return Maturity::Learning;
  return intervalSeconds < kMatureDays * memory::kSecondsPerDay ? Maturity::Young
                                                                : Maturity::Mature;
}

void addLog(AnswerHistory& history, const PromptId& prompt,
            std::vector<review::ReviewEvent> events) {
  std::optional<StudyDay> last;
  std::int64_t intervalBefore = 0;
  for (const review::CountedAnswer& answer : review::countedAnswers(std::move(events))) {
    const int elapsed = last ? std::max(0, daysBetween(*last, answer.day)) : 0;
    history.rows.push_back({prompt.value(), answer.day.value(), elapsed, answer.rating});
    history.answers.push_back(
        {answer.day, maturityAfter(intervalBefore), answer.rating != memory::Rating::Again});
    last = answer.day;
    intervalBefore = answer.intervalSeconds;
  }
}

}  // namespace

Result<AnswerHistory> readHistory(const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(auto events, notebook.eventsSince(Instant{0}));
  std::map<PromptId, std::vector<review::ReviewEvent>> logs;
  for (review::ReviewEvent& event : events)
    logs[event.prompt].push_back(std::move(event));
  AnswerHistory history;
  for (auto& [prompt, log] : logs)
    addLog(history, prompt, std::move(log));
  return history;
}

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
