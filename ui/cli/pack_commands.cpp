// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/content/pack_compiler.h"
#include "app/review/prompt_derivation.h"
#include "db/pack/own_content_files.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_cache.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/scene/pack_drawings.h"
#include "diagrams/style/fonts.h"
#include "ui/cli/commands.h"
#include "ui/cli/offscreen.h"
#include "ui/cli/pack_inspection.h"
#include "ui/cli/pack_rendering.h"

namespace phaseboard::cli {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  std::string sources;
  std::string output;
  std::string cache;                ///< folder of figures compiled before; empty to compile all
  std::vector<std::string> beside;  ///< own content: the packs that it is opened with
  int workers = 0;                  ///< 0 for one on each core
};

/// Files as a person in this folder would name them: "resources/pack/concepts.yaml".
Diagnostics namedFromHere(Diagnostics problems, const fs::path& sources) {
  for (Diagnostic& problem : problems)
    problem.file = (sources / problem.file).lexically_normal().generic_string();
  return problems;
}

int build(const BuildOptions& options, Console& console) {
  const Offscreen offscreen;
  if (!style::registerFonts())
    return console.failed(Error{ErrorKind::Internal, "fonts", "a face could not be loaded"});
  const compiler::SvgFigureCompiler plain;
  std::optional<compiler::CachedFigureCompiler> cached;
  if (!options.cache.empty())
    cached.emplace(plain, options.cache);
  const ports::FigureCompiler& figures =
      cached ? static_cast<const ports::FigureCompiler&>(*cached) : plain;
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const int workers = options.workers > 0 ? options.workers : cores;
  std::optional<content::Host> host;
  if (!options.beside.empty()) {
    auto read = db::readHost({options.beside.begin(), options.beside.end()});
    if (!read)
      return console.failed(read.error());
    host = std::move(*read);
  }
  content::CompiledPack compiled =
      content::compilePack(options.sources, figures, {workers, host ? &*host : nullptr, {}});
  if (!compiled.pack)
    return console.failed(namedFromHere(compiled.problems, options.sources));
  if (cached)
    cached->forgetOthers();
  content::Pack& made = *compiled.pack;
  if (const Status ready = scene::compileDrawings(made, workers); !ready)
    return console.failed(ready.error());
  if (const Status written = db::writePack(made, options.output); !written)
    return console.failed(written.error());
  const content::Pack& pack = made;
  std::size_t diagrams = 0;
  for (const content::Question& question : pack.questions)
    diagrams += question.diagrams.size();
  const std::size_t prompts = review::derivePrompts(pack).size();
  return console.print(options.output + ": " + std::to_string(pack.questions.size()) +
                           " questions, " + std::to_string(diagrams) + " diagrams, " +
                           std::to_string(prompts) + " prompts\n",
                       {{"pack", pack.id.value()},
                        {"version", pack.version},
                        {"file", options.output},
                        {"questions", pack.questions.size()},
                        {"diagrams", diagrams},
                        {"compiled", cached ? cached->compiled() : static_cast<int>(diagrams)},
                        {"prompts", prompts}});
}

void addBuild(CLI::App& group, Command& chosen) {
  CLI::App* command =
      group.add_subcommand("build", "Compile the sources of a pack; says every mistake");
  auto options = std::make_shared<BuildOptions>();
  command->add_option("SOURCES", options->sources, "Folder with pack.yaml")->required();
  command->add_option("-o,--output", options->output, "The pack to write")->required();
  command->add_option("--cache", options->cache,
                      "Folder that keeps compiled figures, so that only changed ones are compiled");
  command->add_option("--beside", options->beside,
                      "Compile own content that is opened beside this pack; may be given more "
                      "than once");
  command->add_option("--workers", options->workers, "Threads that compile figures")
      ->check(CLI::Range(1, 64));
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return build(*options, console); };
  });
}

/// A command whose only argument is a pack.
void addInspection(CLI::App& group, Command& chosen, const std::string& name,
                   const std::string& about, int (*run)(const std::string&, Console&)) {
  CLI::App* command = group.add_subcommand(name, about);
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A pack")->required();
  command->callback([&chosen, file, run] {
    chosen = [file, run](Console& console) { return run(*file, console); };
  });
}

void addRender(CLI::App& group, Command& chosen) {
  CLI::App* command = group.add_subcommand("render", "Write the figures of a pack");
  auto options = std::make_shared<RenderOptions>();
  command->add_option("FILE", options->file, "A pack")->required();
  command->add_option("--theme", options->theme)
      ->check(CLI::IsMember({"light", "dark"}))
      ->capture_default_str();
  command->add_option("--format", options->format)
      ->check(CLI::IsMember({"svg", "png"}))
      ->capture_default_str();
  command->add_option("-o,--output", options->folder, "Folder for the files")->required();
  command->add_option("--only", options->only, "Id of a figure, or of a question");
  command->add_option("--scale", options->scale, "Pixels per unit, for PNG")
      ->check(CLI::Range(0.1, 8.0))
      ->capture_default_str();
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return renderPack(*options, console); };
  });
}

}  // namespace

void addPackCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("pack", "Compile, verify and look into packs");
  group->require_subcommand(1);
  addBuild(*group, chosen);
  addInspection(*group, chosen, "check", "Verify a pack", checkPack);
  addInspection(*group, chosen, "list", "Count what a pack holds", listPack);
  addRender(*group, chosen);
}

}  // namespace phaseboard::cli
