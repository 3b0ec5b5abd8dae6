// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "app/graphs/graph_difference.h"
#include "db/pack/pack_reader.h"
#include "diagrams/compiler/graph_reader.h"
#include "diagrams/style/fonts.h"
#include "ui/cli/commands.h"
#include "ui/cli/foreign_opening.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestSource = std::uintmax_t{4} * 1024 * 1024;

struct DiffOptions {
  std::string reference;
  std::string other;
  std::string pack;  ///< when given, names that are no files are ids of its figures
};

/// A figure's graph, or what is wrong with its source.
struct ReadGraph {
  std::optional<graphs::FigureGraph> graph;
  Diagnostics problems;
  std::optional<Error> failure;
};

ReadGraph graphOfFile(const std::string& name) {
  std::error_code ignored;
  if (fs::file_size(name, ignored) > kLargestSource && !ignored)
    return {{}, {}, Error{ErrorKind::InvalidInput, name, "a source has at most 4 MB"}};
  std::ifstream in(name, std::ios::binary);
  std::ostringstream text;
  if (fs::is_directory(name, ignored) || !(text << in.rdbuf()))
    return {{}, {}, Error{ErrorKind::NotFound, name, "cannot be read"}};
  ReadGraph read;
  read.graph = compiler::readGraph(
      {DiagramId("source/" + fs::path(name).stem().string()), name, text.str()}, read.problems);
  return read;
}

ReadGraph graphInPack(const db::PackReader& pack, const std::string& id) {
  const auto diagram = pack.diagram(DiagramId(id));
  if (!diagram)
    return {{}, {}, diagram.error()};
  const auto concepts = pack.concepts();
  if (!concepts)
    return {{}, {}, concepts.error()};
  return {graphs::graphOf(diagram->parts, *concepts), {}, {}};
}

Json idsOf(const std::vector<PartId>& parts) {
  Json ids = Json::array();
  for (const PartId& part : parts)
    ids.push_back(part.value());
  return ids;
}

std::string linesOf(const char* what, const std::vector<PartId>& parts) {
  std::string lines;
  for (const PartId& part : parts)
    lines += std::string(what) + "  " + part.value() + "\n";
  return lines;
}

int print(const graphs::GraphDifference& found, Console& console) {
  const auto percent = static_cast<int>(std::floor(found.score * 100 + 1e-9));
  const std::string text =
      std::to_string(percent) + " % alike\n" + linesOf("missing          ", found.missing) +
      linesOf("extra            ", found.extra) + linesOf("in another group ", found.misplaced) +
      linesOf("missing edge     ", found.edges.missing) +
      linesOf("extra edge       ", found.edges.extra) +
      linesOf("reversed edge    ", found.edges.reversed) +
      linesOf("relabelled edge  ", found.edges.relabelled);
  return console.print(text, {{"score", found.score},
                              {"missing", idsOf(found.missing)},
                              {"extra", idsOf(found.extra)},
                              {"edges",
                               {{"missing", idsOf(found.edges.missing)},
                                {"extra", idsOf(found.edges.extra)},
                                {"reversed", idsOf(found.edges.reversed)},
                                {"relabelled", idsOf(found.edges.relabelled)}}}});
}

int diff(const DiffOptions& options, Console& console) {
  const Offscreen offscreen;
  if (!style::registerFonts())
    return console.failed(Error{ErrorKind::Internal, "fonts", "a face could not be loaded"});
  std::unique_ptr<db::PackReader> pack;
  if (!options.pack.empty()) {
    auto opened = db::PackReader::open(options.pack);
    if (!opened)
      return console.failed(opened.error());
    pack = std::move(*opened);
  }
  const auto read = [&pack](const std::string& name) {
    const bool isFile = name.ends_with(".dot") || name.ends_with(".yaml");
    return pack && !isFile ? graphInPack(*pack, name) : graphOfFile(name);
  };
  const ReadGraph reference = read(options.reference);
  const ReadGraph other = read(options.other);
  for (const ReadGraph* each : {&reference, &other}) {
    if (each->failure)
      return console.failed(*each->failure);
  }
  if (!reference.graph || !other.graph) {
    Diagnostics problems = reference.problems;
    problems.insert(problems.end(), other.problems.begin(), other.problems.end());
    return console.failed(problems);
  }
  return print(graphs::compareGraphs(*reference.graph, *other.graph), console);
}

void addDiff(CLI::App& group, Command& chosen) {
  CLI::App* command =
      group.add_subcommand("diff", "Compare two figures as graphs, whatever their layout");
  auto options = std::make_shared<DiffOptions>();
  command
      ->add_option("A", options->reference,
                   "The reference: a .dot or .yaml source, e.g. a board saved as DOT")
      ->required();
  command->add_option("B", options->other, "What is compared with it")->required();
  command->add_option(
      "--pack", options->pack,
      "Take names that end in neither .dot nor .yaml as ids of figures in this pack");
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return diff(*options, console); };
  });
}

void addOpen(CLI::App& group, Command& chosen) {
  CLI::App* command = group.add_subcommand(
      "open", "Read an SVG file of another program: its parts, and what is not shown");
  auto options = std::make_shared<OpenOptions>();
  command->add_option("FILE", options->file, "From Inkscape, draw.io, Excalidraw or by hand")
      ->required();
  command->add_option("-o,--output", options->picture, "Write the picture to this PNG file");
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return openForeign(*options, console); };
  });
}

}  // namespace

void addDiagramCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("diagram", "Look at single figures");
  group->require_subcommand(1);
  addDiff(*group, chosen);
  addOpen(*group, chosen);
}

}  // namespace phaseboard::cli
