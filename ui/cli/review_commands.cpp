// SPDX-License-Identifier: Apache-2.0
// review due, review answer.
#include <algorithm>
#include <cctype>
#include <memory>
#include <string>
#include <utility>

#include "app/base/study_clock.h"
#include "app/ops/asked_prompt.h"
#include "app/ops/current_prompts.h"
#include "app/ops/desk.h"
#include "app/ops/study_plan.h"
#include "app/review/queue.h"
#include "db/pack/pack_reader.h"
#include "db/pack/shipped_pack.h"
#include "ui/cli/notebook_access.h"

namespace phaseboard::cli {
namespace {

struct Options : NotebookOptions {
  std::string pack;
  std::string prompt;
  std::string grade;
};

Result<std::unique_ptr<db::PackReader>> openPack(const Options& options) {
  if (!options.pack.empty())
    return db::PackReader::open(options.pack);
  const auto shipped = db::findShippedPack(db::runningProgram());
  if (!shipped)
    return fail(ErrorKind::NotFound, "pack", "none came with this program; name one with --pack");
  return db::PackReader::open(*shipped);
}

/// A notebook that does not exist yet is an empty one, and asking makes none.
Result<std::unique_ptr<db::SqliteNotebookStore>> openToAsk(const Options& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  if (std::filesystem::exists(file))
    return openToRead(options);
  ui::SystemChance chance;
  return db::SqliteNotebookStore::openInMemory(chance);
}

struct DueRow {
  review::Prompt prompt;  ///< without its texts
  double recall = 0;
};

struct DueList {
  Instant now;
  StudyDay today;
  std::vector<DueRow> rows;
  int fresh = 0;
  double minutes = 0;
};

Result<DueList> readDue(const Options& options, const db::PackReader& pack) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto store, openToAsk(options));
  DueList list;
  list.now = clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto settings, store->settings());
  const UtcOffset offset = studyOffsetAt(clock, list.now, settings.dayStart);
  PHASEBOARD_TRY_ASSIGN(const auto plan, ops::readStudyPlan(pack, *store, list.now, offset));
  PHASEBOARD_TRY_ASSIGN(const auto queue, review::ReviewQueue::build(plan.facts, plan.memory));
  list.today = plan.today;
  list.fresh = queue.newPrompts();
  constexpr double kMillisPerMinute = 60'000;
  list.minutes = static_cast<double>(queue.expectedTime().value()) / kMillisPerMinute;

  PHASEBOARD_TRY_ASSIGN(auto own, store->ownPrompts());
  const ops::CurrentPrompts prompts(pack, std::move(own));
  for (const review::SeenPrompt& seen : plan.facts.seen)
    // What is in its steps may not be over yet; reviews among the facts are due.
    if (seen.state.standing == review::Standing::Review ||
        review::isDue(seen.state, list.now, list.today))
      if (const review::Prompt* prompt = prompts.find(seen.prompt))
        list.rows.push_back(
            {*prompt, review::recallOn(seen.state, list.today, plan.memory).value_or(0)});
  std::sort(list.rows.begin(), list.rows.end(), [](const DueRow& a, const DueRow& b) {
    return std::tie(a.recall, a.prompt.id) < std::tie(b.recall, b.prompt.id);
  });
  return list;
}

int due(const Options& options, Console& console) {
  const auto pack = openPack(options);
  if (!pack)
    return console.failed(pack.error());
  const auto list = readDue(options, **pack);
  if (!list)
    return console.failed(list.error());
  Json rows = Json::array();
  std::string text;
  for (const DueRow& row : list->rows) {
    rows.push_back({{"prompt", row.prompt.id.value()},
                    {"kind", review::kindName(row.prompt.kind)},
                    {"question", row.prompt.question.value()},
                    {"phase", row.prompt.phase.value()},
                    {"retrievability", row.recall}});
    text += row.prompt.id.value() + "\n";
  }
  text += std::to_string(list->rows.size()) + " due, " + std::to_string(list->fresh) + " new\n";
  return console.print(text, {{"now", toIso(list->now)},
                              {"study_day", list->today.value()},
                              {"due", rows},
                              {"new", list->fresh},
                              {"minutes", list->minutes}});
}

/// "3" or "good".
std::optional<memory::Rating> ratingFrom(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  constexpr std::array<const char*, 4> kNames{"again", "hard", "good", "easy"};
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (text == kNames[i] || text == std::to_string(i + 1))
      return memory::kRatings[i];
  return std::nullopt;
}

/// Found before the notebook is opened to be written: a wrong id makes none.
Result<review::Prompt> findPrompt(const Options& options, const db::PackReader& pack) {
  PHASEBOARD_TRY_ASSIGN(const auto store, openToAsk(options));
  return ops::readPrompt(pack, *store, PromptId{pack.currentId(options.prompt)});
}

Result<ops::AnswerOutcome> answered(const Options& options, memory::Rating rating) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto pack, openPack(options));
  PHASEBOARD_TRY_ASSIGN(const auto prompt, findPrompt(options, *pack));
  PHASEBOARD_TRY_ASSIGN(const auto store, openToWrite(options));
  ui::SystemChance chance;
  ops::Desk desk(*store, clock, chance);
  PHASEBOARD_TRY(desk.followRenames(*pack));
  return desk.answerPrompt(prompt, rating, Millis{0});
}

int answer(const Options& options, Console& console) {
  const auto rating = ratingFrom(options.grade);
  if (!rating)
    return console.failed(Error{ErrorKind::InvalidInput, "GRADE",
                                options.grade + " is not 1 to 4, again, hard, good or easy"});
  const auto outcome = answered(options, *rating);
  if (!outcome)
    return console.failed(outcome.error());
  const review::PromptState& state = outcome->state;
  const std::string next = state.dueAt ? toIso(*state.dueAt) : toIso(state.dueDay);
  return console.print(options.prompt + ": again at " + next + "\n",
                       {{"prompt", options.prompt},
                        {"grade", memory::number(*rating)},
                        {"standing", memory::name(state.standing)},
                        {"due", next},
                        {"stability", state.memory ? state.memory->stability : 0.0},
                        {"difficulty", state.memory ? state.memory->difficulty : 0.0},
                        {"reps", state.reps},
                        {"lapses", state.lapses}});
}

}  // namespace

void addReviewCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("review", "Daily spaced review");
  group->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  CLI::App* list = group->add_subcommand("due", "List what is due");
  CLI::App* grade = group->add_subcommand("answer", "Grade one prompt");
  for (CLI::App* command : {list, grade}) {
    addNotebookOption(*command, options);
    addNowOption(*command, options);
    command->add_option("--pack", options->pack, "The pack; the shipped one unless told");
  }
  grade->add_option("PROMPT", options->prompt, "Its id")->required();
  grade->add_option("GRADE", options->grade, "1 to 4, or again, hard, good, easy")->required();
  list->callback([&chosen, options] {
    chosen = [options](Console& console) { return due(*options, console); };
  });
  grade->callback([&chosen, options] {
    chosen = [options](Console& console) { return answer(*options, console); };
  });
}

}  // namespace phaseboard::cli
