// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "app/ops/query_names.h"
#include "app/search/query.h"
#include "db/pack/pack_reader.h"
#include "db/pack/shipped_pack.h"
#include "ui/cli/commands.h"

namespace phaseboard::cli {
namespace {

struct SearchOptions {
  std::string query;
  std::string pack;
  int limit = 20;
};

/// The snippet without the marks around what matched.
std::string unmarked(std::string snippet) {
  std::erase_if(snippet, [](char c) { return c == '\x02' || c == '\x03'; });
  std::replace(snippet.begin(), snippet.end(), '\n', ' ');
  return snippet;
}

int search(const SearchOptions& options, Console& console) {
  std::string file = options.pack;
  if (file.empty()) {
    const auto shipped = db::findShippedPack(db::runningProgram());
    if (!shipped)
      return console.failed(
          Error{ErrorKind::NotFound, "pack", "none came with this program; name one with --pack"});
    file = shipped->string();
  }
  const auto opened = db::PackReader::open(file);
  if (!opened)
    return console.failed(opened.error());
  // What stands on a command line is complete: its last word is no beginning of another.
  const search::Query query = ops::withKnownIds(search::parseQuery(options.query + " "), **opened);
  const auto hits = (*opened)->search(query, options.limit);
  if (!hits)
    return console.failed(hits.error());
  Json results = Json::array();
  std::string text;
  for (const search::Hit& hit : *hits) {
    const std::string snippet = unmarked(hit.snippet);
    results.push_back({{"kind", search::name(hit.kind)},
                       {"id", hit.id},
                       {"title", hit.title},
                       {"snippet", snippet},
                       {"score", hit.score}});
    text += std::string(search::name(hit.kind)) + "  " + hit.id + "  " + hit.title + "\n    " +
            snippet + "\n";
  }
  return console.print(text, {{"query", options.query}, {"results", results}});
}

}  // namespace

void addSearchCommand(CLI::App& root, Command& chosen) {
  CLI::App* command = root.add_subcommand("search", "Find notes, figures, parts and concepts");
  auto options = std::make_shared<SearchOptions>();
  command
      ->add_option("QUERY", options->query,
                   "Words; \"a phrase\"; word*; phase:ID question:ID kind:KIND")
      ->required();
  command->add_option("--pack", options->pack, "The pack to search; the shipped one unless told");
  command->add_option("--limit", options->limit, "Most results")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->callback([&chosen, options] {
    chosen = [options](Console& console) { return search(*options, console); };
  });
}

}  // namespace phaseboard::cli
