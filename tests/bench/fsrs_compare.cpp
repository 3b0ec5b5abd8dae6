// SPDX-License-Identifier: Apache-2.0
// Our side of packaging/scripts/compare-fsrs: writes logs of simulated learners, fits them, and
// judges parameters that others have fitted, all by the same evaluation.
//
//   fsrs_compare log SEED PROMPTS FILE       a log of tests/support/simulated_learner.h
//   fsrs_compare fit FILE THREADS plain|recent   time, memory and parameters of a fit, as JSON
//   fsrs_compare split FILE THREADS plain|recent  parameters fitted to the first 1/6, 2/6, ... of
//   the items fsrs_compare judge FILE PARAMETERS       losses of those parameters on the whole log
//   fsrs_compare judge-split FILE P1 ... P5  losses of each on the sixth that follows
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "app/memory/evaluation.h"
#include "app/memory/fit/training_weights.h"
#include "app/memory/held_out.h"
#include "app/memory/optimiser.h"
#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

long peakKib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

double millis(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

/// The log as a program would hold it, without text.
std::vector<LoggedReview> reviewsOf(const std::string& file) {
  std::ifstream in(file);
  const ReviewTable table = readReviews(in, ReviewColumns::Evaluate);
  if (table.error || table.rows.empty()) {
    std::fprintf(stderr, "%s cannot be read\n", file.c_str());
    std::exit(1);
  }
  std::vector<LoggedReview> reviews;
  reviews.reserve(table.rows.size());
  for (const ReviewRow& row : table.rows)
    reviews.push_back({static_cast<std::uint32_t>(std::stoul(row.prompt.substr(1))), row.day,
                       double(row.elapsedDays), row.rating});
  return reviews;
}

int writeLog(std::uint64_t seed, int prompts, const std::string& file) {
  std::ofstream out(file);
  out << header(ReviewColumns::Evaluate) << '\n';
  for (const ReviewRow& row : test::asRows(test::learnersLog(seed, prompts)))
    out << row.prompt << ',' << row.day << ',' << number(row.rating) << ',' << row.elapsedDays
        << '\n';
  return out ? 0 : 1;
}

FitSettings settingsOf(const std::string& threads, const std::string& weighting) {
  FitSettings settings;
  settings.threads = std::stoi(threads);
  settings.favourRecent = weighting == "recent";
  settings.dropOutliers = weighting != "plain";
  return settings;
}

int fitLog(const std::string& file, const FitSettings& settings) {
  const std::vector<LoggedReview> reviews = reviewsOf(file);
  std::vector<double> training;
  std::vector<double> whole;
  const long before = peakKib();
  Fit found;
  for (int run = 0; run < 7; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const TrainingLog log{std::span<const LoggedReview>(reviews)};
    found = fit(log, settings).value();
    training.push_back(millis(begin));
    const Evaluation judged = evaluate(Model{found.parameters}, log, settings.threads);
    whole.push_back(millis(begin));
    if (!judged.logLoss)
      return 1;
  }
  std::sort(training.begin(), training.end());
  std::sort(whole.begin(), whole.end());
  std::printf(
      "{\"reviews\": %zu, \"training_ms\": %.2f, \"ms\": %.2f, \"kib\": %ld, \"passes\": %d, "
      "\"parameters\": [%s]}\n",
      reviews.size(), training[training.size() / 2], whole[whole.size() / 2], peakKib() - before,
      found.passes, text(found.parameters).c_str());
  return 0;
}

/// Plain and recency-weighted mean losses of the items that `weights` counts.
void printLosses(const std::vector<Prediction>& made, const std::vector<double>& weights) {
  double plain = 0;
  double weighted = 0;
  double sum = 0;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const double loss = *logLoss(std::span(made).subspan(i, 1));
    plain += loss;
    weighted += weights[i] * loss;
    sum += weights[i];
  }
  const Evaluation judged = evaluate(made);
  std::printf("{\"plain\": %.8f, \"recent\": %.8f, \"rmse_bins\": %.6f, \"auc\": %.6f}\n",
              plain / double(made.size()), weighted / sum, *judged.rmseBins,
              judged.auc.value_or(0));
}

Parameters parametersOf(const std::string& text) {
  return clipped(std::get<Parameters>(readParameters(std::string_view(text))));
}

int judgeFile(const std::string& file, const std::string& parameters) {
  const std::vector<LoggedReview> reviews = reviewsOf(file);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  const TrainingWeights recent = trainingWeights(log, {false, true});
  std::vector<double> weights;
  for (std::size_t i = 0; i < log.reviews(); ++i)
    if (log.elapsedDays(i) > 0)
      weights.push_back(double(recent.weights[i]));
  printLosses(predictions(Model{parametersOf(parameters)}, log), weights);
  return 0;
}

int printSplits(const std::string& file, const FitSettings& settings) {
  const std::vector<LoggedReview> reviews = reviewsOf(file);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  std::printf("[");
  for (int split = 1; split <= 5; ++split) {
    const Parameters found =
        fit(earlierPart(log, log.items() / 6 * std::size_t(split)), settings).value().parameters;
    std::printf("%s\"%s\"", split == 1 ? "" : ", ", text(found).c_str());
  }
  std::printf("]\n");
  return 0;
}

int judgeSplits(const std::string& file, const std::vector<std::string>& parameters) {
  const std::vector<LoggedReview> reviews = reviewsOf(file);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  std::vector<Parameters> fitted;
  for (const std::string& text : parameters)
    fitted.push_back(parametersOf(text));
  const std::vector<Prediction> made = heldOutPredictions(log, fitted);
  printLosses(made, std::vector<double>(made.size(), 1));
  return 0;
}

}  // namespace
}  // namespace phaseboard::memory

int main(int count, char** values) {
  namespace memory = phaseboard::memory;
  const std::vector<std::string> given(values + 1, values + count);
  if (given.size() == 4 && given[0] == "log")
    return memory::writeLog(std::stoull(given[1]), std::stoi(given[2]), given[3]);
  if (given.size() == 4 && given[0] == "fit")
    return memory::fitLog(given[1], memory::settingsOf(given[2], given[3]));
  if (given.size() == 4 && given[0] == "split")
    return memory::printSplits(given[1], memory::settingsOf(given[2], given[3]));
  if (given.size() == 3 && given[0] == "judge")
    return memory::judgeFile(given[1], given[2]);
  if (given.size() == 7 && given[0] == "judge-split")
    return memory::judgeSplits(given[1], {given.begin() + 2, given.end()});
  std::fprintf(stderr, "see the head of fsrs_compare.cpp\n");
  return 2;
}
