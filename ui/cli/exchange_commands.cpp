// SPDX-License-Identifier: Apache-2.0
// export and import.
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/ops/import_operations.h"
#include "db/exchange/file_exchange.h"
#include "db/pack/pack_shelf.h"
#include "db/pack/shipped_pack.h"
#include "diagrams/handout/anki_cards.h"
#include "diagrams/handout/question_folder.h"
#include "diagrams/style/fonts.h"
#include "ui/cli/notebook_access.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

struct ExchangeOptions : NotebookOptions {
  std::string format;
  std::string path;
  std::vector<std::string> packs;
  std::vector<std::string> questions;
  std::vector<std::string> kinds;
  std::string question;
  std::string phase;
  std::string figures = "svg";
  bool onlyOwn = false;
  bool isPreview = false;
};

Result<std::vector<std::filesystem::path>> packFiles(const ExchangeOptions& options) {
  std::vector<std::filesystem::path> files(options.packs.begin(), options.packs.end());
  if (!files.empty())
    return files;
  const auto shipped = db::findShippedPack(db::runningProgram());
  if (!shipped)
    return fail(ErrorKind::NotFound, "pack", "none came with this program; name one with --pack");
  return std::vector{*shipped};
}

Result<db::FileExchange> exchangeOf(const ExchangeOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto notebook, notebookFile(options));
  PHASEBOARD_TRY_ASSIGN(auto packs, packFiles(options));
  return db::FileExchange({notebook, std::move(packs), nullptr});
}

std::vector<QuestionId> questionsOf(const ExchangeOptions& options) {
  std::vector<QuestionId> questions;
  for (const std::string& id : options.questions)
    questions.emplace_back(id);
  return questions;
}

Status registerFaces() {
  if (style::registerFonts())
    return {};
  return fail(ErrorKind::Internal, "fonts", "a face could not be loaded");
}

Result<int> exportMarkdown(const db::FileExchange& exchange, const ExchangeOptions& options) {
  const Offscreen offscreen;
  PHASEBOARD_TRY(registerFaces());
  PHASEBOARD_TRY_ASSIGN(const auto reading, exchange.openReading());
  const auto kind = options.figures == "png" ? handout::FigureFile::Png : handout::FigureFile::Svg;
  PHASEBOARD_TRY_ASSIGN(auto folder, handout::QuestionFolder::of(*reading, questionsOf(options),
                                                                 kind, exchange::Progress()));
  int count = 0;
  PHASEBOARD_TRY(exchange.writeFolder(options.path, [&] {
    auto file = folder.next();
    count += file && *file ? 1 : 0;
    return file;
  }));
  return count;
}

Result<int> exportAnki(const db::FileExchange& exchange, const ExchangeOptions& options,
                       Instant now) {
  const Offscreen offscreen;
  PHASEBOARD_TRY(registerFaces());
  PHASEBOARD_TRY_ASSIGN(const auto reading, exchange.openReading());
  handout::PromptWish wish{questionsOf(options), {}, options.onlyOwn};
  for (const std::string& name : options.kinds) {
    const auto kind = review::kindFromName(name);
    if (!kind)
      return fail(ErrorKind::InvalidInput, name, "not a kind of prompt");
    wish.kinds.insert(*kind);
  }
  PHASEBOARD_TRY_ASSIGN(const auto prompts, handout::chosenPrompts(*reading, wish));
  if (prompts.empty())
    return fail(ErrorKind::NotFound, "prompts", "none is chosen");
  PHASEBOARD_TRY_ASSIGN(const auto deck, handout::ankiDeckOf(*reading, prompts, now, {}));
  PHASEBOARD_TRY(exchange.writeAnkiPackage(options.path, deck, {}));
  return static_cast<int>(deck.notes.size());
}

Result<int> exported(const ExchangeOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto exchange, exchangeOf(options));
  if (options.format == "markdown")
    return exportMarkdown(exchange, options);
  if (options.format == "anki")
    return exportAnki(exchange, options, clock.now());
  const auto format = options.format == "json" ? ports::TableFormat::Json : ports::TableFormat::Csv;
  PHASEBOARD_TRY(exchange.writeTables(options.path, format, clock.now(), {}));
  return 1;
}

int runExport(const ExchangeOptions& options, Console& console) {
  const auto count = exported(options);
  if (!count)
    return console.failed(count.error());
  return console.print(options.path + "\n",
                       {{"format", options.format},
                        {"path", options.path},
                        {options.format == "anki" ? "notes" : "files", *count}});
}

struct Imported {
  exchange::Incoming incoming;
  ops::ImportPreview counts;
};

Result<Imported> imported(const ExchangeOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto exchange, exchangeOf(options));
  Imported done;
  PHASEBOARD_TRY_ASSIGN(done.incoming, exchange.readIncoming(options.path, clock.now(), {}));
  const ops::ImportPlace place{QuestionId{options.question}, PhaseId{options.phase}};
  if (options.isPreview) {
    PHASEBOARD_TRY_ASSIGN(const auto reading, exchange.openReading());
    PHASEBOARD_TRY_ASSIGN(done.counts, ops::previewImport(reading->notebook(), reading->pack(),
                                                          done.incoming, place));
    return done;
  }
  PHASEBOARD_TRY_ASSIGN(const auto packs, packFiles(options));
  PHASEBOARD_TRY_ASSIGN(const auto pack, db::openPacks(packs));
  PHASEBOARD_TRY_ASSIGN(const auto store, openToWrite(options));
  ui::SystemChance chance;
  ops::ImportOperations operations(*store, clock, chance);
  PHASEBOARD_TRY_ASSIGN(const auto outcome, operations.importPrompts(*pack, done.incoming, place));
  done.counts = outcome.done;
  return done;
}

int runImport(const ExchangeOptions& options, Console& console) {
  const auto done = imported(options);
  if (!done)
    return console.failed(done.error());
  const ops::ImportPreview& counts = done->counts;
  std::string text = std::string(options.isPreview ? "would bring " : "brought ") +
                     std::to_string(counts.created) + " new prompts, " +
                     std::to_string(counts.changed) + " changed, " +
                     std::to_string(counts.unchanged) + " as they were, " +
                     std::to_string(counts.reviews) + " reviews\n";
  for (const std::string& remark : done->incoming.remarks)
    text += remark + "\n";
  return console.print(text, {{"source", done->incoming.source},
                              {"preview", options.isPreview},
                              {"created", counts.created},
                              {"changed", counts.changed},
                              {"unchanged", counts.unchanged},
                              {"known", counts.known},
                              {"unknown", counts.unknown},
                              {"redirected", counts.redirected},
                              {"reviews", counts.reviews},
                              {"known_reviews", counts.knownReviews},
                              {"remarks", done->incoming.remarks}});
}

void addPackOption(CLI::App& command, const std::shared_ptr<ExchangeOptions>& options) {
  command.add_option("--pack", options->packs, "A pack, repeatable; the shipped one unless told");
}

}  // namespace

void addExchangeCommands(CLI::App& root, Command& chosen) {
  const auto options = std::make_shared<ExchangeOptions>();
  CLI::App* out = root.add_subcommand("export", "Write questions, prompts or the whole notebook");
  out->add_option("--format", options->format, "What is written")
      ->required()
      ->check(CLI::IsMember({"markdown", "csv", "json", "anki"}));
  out->add_option("-o,--output", options->path, "A file (json, anki) or a new folder")->required();
  out->add_option("--question", options->questions,
                  "Only this question, repeatable (markdown, anki)");
  out->add_option("--kind", options->kinds, "Only prompts of this kind, repeatable (anki)");
  out->add_flag("--own", options->onlyOwn, "Only prompts of your own (anki)");
  out->add_option("--figures", options->figures, "How figures are written (markdown)")
      ->check(CLI::IsMember({"svg", "png"}))
      ->capture_default_str();
  CLI::App* in = root.add_subcommand("import", "Bring prompts in from .apkg, .csv or .md");
  in->add_option("FILE", options->path, "Where they come from")->required();
  in->add_option("--question", options->question, "Where prompts go that name no place");
  in->add_option("--phase", options->phase, "And in which phase");
  in->add_flag("--preview", options->isPreview, "Only say what would come");
  for (CLI::App* command : {out, in}) {
    addPackOption(*command, options);
    addNotebookOption(*command, options);
    addNowOption(*command, options);
    const auto run = command == out ? runExport : runImport;
    command->callback([&chosen, options, run] {
      chosen = [options, run](Console& console) { return run(*options, console); };
    });
  }
}

}  // namespace phaseboard::cli
