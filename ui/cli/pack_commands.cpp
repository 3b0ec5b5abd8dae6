// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "app/content/pack_compiler.h"
#include "app/review/prompt_derivation.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "ui/cli/commands.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  std::string sources;
  std::string output;
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
  const compiler::SvgFigureCompiler figures;
  const int workers = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const content::CompiledPack compiled = content::compilePack(options.sources, figures, workers);
  if (!compiled.pack)
    return console.failed(namedFromHere(compiled.problems, options.sources));
  if (const Status written = db::writePack(*compiled.pack, options.output); !written)
    return console.failed(written.error());
  const content::Pack& pack = *compiled.pack;
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
                        {"prompts", prompts}});
}

void addBuild(CLI::App& group, Command& chosen) {
  CLI::App* command =
      group.add_subcommand("build", "Compile the sources of a pack; says every mistake");
  auto options = std::make_shared<BuildOptions>();
  command->add_option("SOURCES", options->sources, "Folder with pack.yaml")->required();
  command->add_option("-o,--output", options->output, "The pack to write")->required();
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return build(*options, console); };
  });
}

}  // namespace

void addPackCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("pack", "Compile, verify and look into packs");
  group->require_subcommand(1);
  addBuild(*group, chosen);
}

}  // namespace phaseboard::cli
