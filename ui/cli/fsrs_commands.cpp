// SPDX-License-Identifier: Apache-2.0
// fsrs replay, fsrs evaluate, fsrs optimise: the memory model on tables of reviews.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "app/memory/evaluation.h"
#include "app/memory/optimiser.h"
#include "app/memory/replay_csv.h"
#include "app/memory/scheduler.h"
#include "ui/cli/commands.h"

namespace phaseboard::cli {
namespace {

using memory::Evaluation;
using memory::Model;
using memory::Parameters;
using memory::ReviewTable;

constexpr const char* kStandardInput = "-";

/// What the commands have in common.
struct Options {
  std::string file = kStandardInput;
  std::string parameters;
  double retention = memory::kDefaultRetention;
};

std::string nameOf(const Options& options) {
  return options.file == kStandardInput ? "standard input" : options.file;
}

Error errorAt(const Options& options, const memory::CsvError& error) {
  return {ErrorKind::InvalidInput, nameOf(options) + ":" + std::to_string(error.line),
          error.message};
}

/// Calls `use` with the input; `NotFound` when it cannot be opened.
template <class Use>
int withInput(Console& console, const Options& options, Use use) {
  if (options.file == kStandardInput)
    return use(std::cin);
  std::ifstream file(options.file, std::ios::binary);
  if (!file)
    return console.failed(Error{ErrorKind::NotFound, options.file, "it cannot be read"});
  return use(file);
}

Result<Model> modelOf(const Options& options) {
  if (options.parameters.empty())
    return Model{};
  const auto read = memory::readParameters(std::string_view(options.parameters));
  if (const auto* fault = std::get_if<memory::ParameterFault>(&read))
    return fail(ErrorKind::InvalidInput, "--parameters", std::string(memory::describe(*fault)));
  return Model{memory::clipped(std::get<Parameters>(read))};
}

Json parametersOf(const Parameters& parameters) {
  return Json(parameters.weights());
}

Json orNull(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string shown(const std::optional<double>& value) {
  if (!value)
    return "unknown";
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", *value);
  return text;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

int printEvaluation(Console& console, const Parameters& parameters, const Evaluation& found,
                    double seconds) {
  const std::string text = "parameters  " + memory::text(parameters) + "\nlog loss    " +
                           shown(found.logLoss) + "\nRMSE (bins) " + shown(found.rmseBins) +
                           "\nAUC         " + shown(found.auc) + "\nreviews     " +
                           std::to_string(found.reviews) + "\nitems       " +
                           std::to_string(found.items) + "\n";
  return console.print(text, {{"model", memory::kModelName},
                              {"parameters", parametersOf(parameters)},
                              {"log_loss", orNull(found.logLoss)},
                              {"rmse_bins", orNull(found.rmseBins)},
                              {"auc", orNull(found.auc)},
                              {"reviews", found.reviews},
                              {"items", found.items},
                              {"seconds", seconds}});
}

int replay(Console& console, const Options& options) {
  const Result<Model> model = modelOf(options);
  if (!model)
    return console.failed(model.error());
  if (!(options.retention > 0 && options.retention < 1))
    return console.failed(
        Error{ErrorKind::InvalidInput, "--retention", "expected a number between 0 and 1"});
  return withInput(console, options, [&](std::istream& in) {
    if (!console.json) {
      const auto error = memory::replayCsv(in, console.out(), *model, options.retention);
      return error ? console.failed(errorAt(options, *error)) : kDone;
    }
    ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Replay);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    Json rows = Json::array();
    for (const auto& [review, state, days] :
         memory::replayReviews(std::move(table.rows), *model, options.retention))
      rows.push_back({{"prompt", review.prompt},
                      {"elapsed_days", review.elapsedDays},
                      {"rating", number(review.rating)},
                      {"stability", state.stability},
                      {"difficulty", state.difficulty},
                      {"interval_days", days}});
    return console.print({}, {{"model", memory::kModelName},
                              {"parameters", parametersOf(model->parameters())},
                              {"retention", options.retention},
                              {"reviews", rows}});
  });
}

int evaluate(Console& console, const Options& options) {
  const Result<Model> model = modelOf(options);
  if (!model)
    return console.failed(model.error());
  return withInput(console, options, [&](std::istream& in) {
    const auto begin = std::chrono::steady_clock::now();
    const ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Evaluate);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    const Evaluation found = memory::evaluate(*model, table.rows);
    return printEvaluation(console, model->parameters(), found, secondsSince(begin));
  });
}

int optimise(Console& console, const Options& options) {
  return withInput(console, options, [&](std::istream& in) {
    const auto begin = std::chrono::steady_clock::now();
    const ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Evaluate);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    memory::FitSettings settings;
    settings.threads = static_cast<int>(std::thread::hardware_concurrency());
    const Parameters found = fit(memory::TrainingLog(table.rows), settings).value().parameters;
    const Evaluation evaluation = memory::evaluate(Model{found}, table.rows);
    return printEvaluation(console, found, evaluation, secondsSince(begin));
  });
}

using Action = int (*)(Console&, const Options&);

void addCommand(CLI::App& group, Command& chosen, const char* name, const char* description,
                Action action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = group.add_subcommand(name, description);
  command->add_option("FILE", options->file, "CSV of reviews; standard input if left out");
  if (action != &optimise)
    command->add_option(
        "--parameters", options->parameters,
        "17, 19 or 21 numbers with commas between them; published ones if left out");
  if (action == &replay)
    command->add_option("--retention", options->retention, "Recall that the intervals aim at")
        ->capture_default_str();
  command->callback([&chosen, options, action] {
    chosen = [options, action](Console& console) { return action(console, *options); };
  });
}

}  // namespace

void addFsrsCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("fsrs", "The memory model on tables of reviews");
  group->require_subcommand(1);
  addCommand(*group, chosen, "replay", "Memory after each review (prompt,elapsed_days,rating)",
             &replay);
  addCommand(*group, chosen, "evaluate",
             "How well parameters predict a log (prompt,day,rating,elapsed_days)", &evaluate);
  addCommand(*group, chosen, "optimise", "Fit parameters to a log (prompt,day,rating,elapsed_days)",
             &optimise);
}

}  // namespace phaseboard::cli
