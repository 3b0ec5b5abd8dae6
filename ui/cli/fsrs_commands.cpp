// SPDX-License-Identifier: Apache-2.0
// fsrs replay, evaluate, optimise and simulate: the memory models on tables of reviews.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "app/memory/evaluation.h"
#include "app/memory/fsrs7_optimiser.h"
#include "app/memory/optimiser.h"
#include "app/memory/replay_csv.h"
#include "app/memory/simulation.h"
#include "ui/cli/commands.h"

namespace phaseboard::cli {
namespace {

using memory::AnyModel;
using memory::AnyParameters;
using memory::Evaluation;
using memory::Model;
using memory::ReviewTable;

constexpr const char* kStandardInput = "-";

/// What the commands have in common.
struct Options {
  std::string file = kStandardInput;
  std::string parameters;
  std::string model = "FSRS-6";
  double retention = memory::kDefaultRetention;
  int days = 365;
  int prompts = 1000;
  int newPerDay = 20;
  double minutes = 0;  ///< a day; 0: as many as it takes
  std::uint64_t seed = 1;
  bool likeAnki = false;  ///< how to weigh predictions while fitting
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

/// The given parameters, or the published ones of the given model.
Result<AnyParameters> parametersOf(const Options& options) {
  const auto published = memory::publishedParameters(options.model);
  if (!published)
    return fail(ErrorKind::InvalidInput, "--model", "expected FSRS-6 or FSRS-7");
  if (options.parameters.empty())
    return *published;
  const auto read = memory::readAnyParameters(options.parameters);
  if (const auto* fault = std::get_if<memory::ParameterFault>(&read))
    return fail(ErrorKind::InvalidInput, "--parameters",
                *fault == memory::ParameterFault::WrongCount
                    ? "expected 17, 19, 21 or 34 numbers"
                    : std::string(memory::describe(*fault)));
  return std::get<AnyParameters>(read);
}

/// What a model says of itself.
AnyParameters parametersIn(const AnyModel& model) {
  return std::visit([](const auto& known) { return AnyParameters{known.parameters()}; }, model);
}

Json weightsOf(const AnyParameters& parameters) {
  return std::visit([](const auto& known) { return Json(known.weights()); }, parameters);
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

int printEvaluation(Console& console, const AnyParameters& parameters, const Evaluation& found,
                    double seconds) {
  const std::string text = "parameters  " + memory::text(parameters) + "\nmodel       " +
                           std::string(memory::nameOf(parameters)) + "\nlog loss    " +
                           shown(found.logLoss) + "\nRMSE (bins) " + shown(found.rmseBins) +
                           "\nAUC         " + shown(found.auc) + "\nreviews     " +
                           std::to_string(found.reviews) + "\nitems       " +
                           std::to_string(found.items) + "\n";
  return console.print(text, {{"model", memory::nameOf(parameters)},
                              {"parameters", weightsOf(parameters)},
                              {"log_loss", orNull(found.logLoss)},
                              {"rmse_bins", orNull(found.rmseBins)},
                              {"auc", orNull(found.auc)},
                              {"reviews", found.reviews},
                              {"items", found.items},
                              {"seconds", seconds}});
}

Json stateOf(const memory::MemoryState& state) {
  return {{"stability", state.stability}, {"difficulty", state.difficulty}};
}

Json stateOf(const memory::Fsrs7State& state) {
  return {
      {"stability", state.slow}, {"difficulty", state.difficulty}, {"fast_stability", state.fast}};
}

template <class M>
Json replayedRows(std::vector<memory::ReviewRow> rows, const M& model, double retention) {
  Json replayed = Json::array();
  for (const auto& [review, state, days] :
       memory::replayReviews(std::move(rows), model, retention)) {
    Json row = {{"prompt", review.prompt},
                {"elapsed_days", review.elapsedDays},
                {"rating", number(review.rating)}};
    row.update(stateOf(state));
    row["interval_days"] = days;
    replayed.push_back(std::move(row));
  }
  return replayed;
}

bool isRetention(double retention) {
  return retention > 0 && retention < 1;
}

Error badRetention() {
  return {ErrorKind::InvalidInput, "--retention", "expected a number between 0 and 1"};
}

int replay(Console& console, const Options& options) {
  const Result<AnyParameters> parameters = parametersOf(options);
  if (!parameters)
    return console.failed(parameters.error());
  if (!isRetention(options.retention))
    return console.failed(badRetention());
  const AnyModel model = memory::modelOf(*parameters);
  return withInput(console, options, [&](std::istream& in) {
    if (!console.json) {
      const auto error = memory::replayCsv(in, console.out(), model, options.retention);
      return error ? console.failed(errorAt(options, *error)) : kDone;
    }
    ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Replay);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    const Json rows = std::visit(
        [&](const auto& known) {
          return replayedRows(std::move(table.rows), known, options.retention);
        },
        model);
    return console.print({}, {{"model", memory::nameOf(*parameters)},
                              {"parameters", weightsOf(parametersIn(model))},
                              {"retention", options.retention},
                              {"reviews", rows}});
  });
}

int threadsHere() {
  return static_cast<int>(std::thread::hardware_concurrency());
}

Evaluation evaluated(const AnyModel& model, const memory::TrainingLog& log) {
  return std::visit(
      [&log](const auto& known) { return memory::evaluate(known, log, threadsHere()); }, model);
}

int evaluate(Console& console, const Options& options) {
  const Result<AnyParameters> parameters = parametersOf(options);
  if (!parameters)
    return console.failed(parameters.error());
  const AnyModel model = memory::modelOf(*parameters);
  return withInput(console, options, [&](std::istream& in) {
    const auto begin = std::chrono::steady_clock::now();
    const ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Evaluate);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    const Evaluation found = evaluated(model, memory::TrainingLog(table.rows));
    return printEvaluation(console, parametersIn(model), found, secondsSince(begin));
  });
}

/// Every prediction counts the same unless asked otherwise, because the loss that is printed is
/// their plain mean.
AnyParameters fitted(const memory::TrainingLog& log, const AnyParameters& published,
                     bool likeAnki) {
  if (std::holds_alternative<memory::Fsrs7Parameters>(published)) {
    memory::Fsrs7FitSettings settings;
    settings.threads = threadsHere();
    settings.favourRecent = likeAnki;
    return memory::fit(log, settings).value().parameters;
  }
  memory::FitSettings settings;
  settings.threads = threadsHere();
  settings.favourRecent = likeAnki;
  settings.dropOutliers = likeAnki;
  return memory::fit(log, settings).value().parameters;
}

int optimise(Console& console, const Options& options) {
  const Result<AnyParameters> published = parametersOf(options);
  if (!published)
    return console.failed(published.error());
  return withInput(console, options, [&](std::istream& in) {
    const auto begin = std::chrono::steady_clock::now();
    const ReviewTable table = memory::readReviews(in, memory::ReviewColumns::Evaluate);
    if (table.error)
      return console.failed(errorAt(options, *table.error));
    const memory::TrainingLog log(table.rows);
    const AnyParameters found = fitted(log, *published, options.likeAnki);
    return printEvaluation(console, found, evaluated(memory::modelOf(found), log),
                           secondsSince(begin));
  });
}

template <class M>
memory::Simulation simulated(const M& model, const Options& options) {
  memory::SimulationSettings settings;
  settings.days = options.days;
  settings.retention = options.retention;
  settings.newPerDay = options.newPerDay;
  settings.seed = options.seed;
  if (options.minutes > 0)
    settings.mostSecondsPerDay = options.minutes * 60;
  const std::vector<memory::BasicSimulatedPrompt<typename M::State>> prompts(
      static_cast<std::size_t>(options.prompts));
  return memory::simulate(model, prompts, settings);
}

int simulate(Console& console, const Options& options) {
  const Result<AnyParameters> parameters = parametersOf(options);
  if (!parameters)
    return console.failed(parameters.error());
  if (!isRetention(options.retention))
    return console.failed(badRetention());
  const memory::Simulation found = std::visit(
      [&](const auto& known) { return simulated(known, options); }, memory::modelOf(*parameters));
  Json days = Json::array();
  for (const memory::SimulatedDay& day : found.days)
    days.push_back({{"reviews", day.reviews},
                    {"new", day.newPrompts},
                    {"forgotten", day.forgotten},
                    {"waiting", day.waiting},
                    {"minutes", day.seconds / 60},
                    {"known", day.known}});
  const std::string text = "answers  " + std::to_string(found.answers) + "\nminutes  " +
                           shown(found.seconds / 60) + "\nknown    " + shown(found.known) + " of " +
                           std::to_string(options.prompts) + "\n";
  return console.print(text, {{"model", memory::nameOf(*parameters)},
                              {"retention", options.retention},
                              {"prompts", options.prompts},
                              {"answers", found.answers},
                              {"minutes", found.seconds / 60},
                              {"known", found.known},
                              {"days", days}});
}

using Action = int (*)(Console&, const Options&);

void addSimulationOptions(CLI::App& command, Options& options) {
  const auto number = [&command](const char* name, int& value, const char* description) {
    command.add_option(name, value, description)
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
  };
  number("--days", options.days, "To play");
  number("--prompts", options.prompts, "New ones to begin with");
  number("--new-per-day", options.newPerDay, "Prompts begun each day");
  command.add_option("--minutes", options.minutes, "A day at most; 0: as many as it takes")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command.add_option("--seed", options.seed, "Of the chance")->capture_default_str();
}

void addCommand(CLI::App& group, Command& chosen, const char* name, const char* description,
                Action action) {
  auto options = std::make_shared<Options>();
  CLI::App* command = group.add_subcommand(name, description);
  command->add_option("--model", options->model, "FSRS-6 or FSRS-7")->capture_default_str();
  if (action != &optimise)
    command->add_option("--parameters", options->parameters,
                        "17, 19, 21 or 34 numbers with commas between them, whatever --model says; "
                        "published ones if left out");
  if (action == &optimise)
    command->add_flag("--like-anki", options->likeAnki,
                      "Favour recent reviews and leave rare first intervals out");
  if (action == &replay || action == &simulate)
    command->add_option("--retention", options->retention, "Recall that the intervals aim at")
        ->capture_default_str();
  if (action == &simulate)
    addSimulationOptions(*command, *options);
  else
    command->add_option("FILE", options->file, "CSV of reviews; standard input if left out");
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
  addCommand(*group, chosen, "simulate", "What a retention costs and brings over the days ahead",
             &simulate);
}

}  // namespace phaseboard::cli
