// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/pack_source.h"

#include <algorithm>

#include "app/content/source/map_reader.h"

namespace phaseboard::content {
namespace {

/// "1.20.3"
bool isVersion(std::string_view text) {
  int points = 0;
  char before = '.';
  for (const char c : text) {
    if (c == '.' ? before == '.' : (c < '0' || c > '9'))
      return false;
    points += c == '.' ? 1 : 0;
    before = c;
  }
  return points == 2 && before != '.';
}

Concept readConcept(const SourceNode& node, const FileLog& log) {
  MapReader fields(node, "concept", log);
  Concept read;
  read.id = ConceptId{fields.id("id")};
  log.define("a concept", read.id.value(), fields.lineOf("id"));
  read.title = fields.title("title");
  for (LocatedText& synonym : fields.words("synonyms"))
    read.synonyms.push_back(std::move(synonym.text));
  read.summary = fields.markdown("summary");
  read.explanation = fields.markdown("explanation");
  read.related = fields.concepts("related");
  if (std::find(read.related.begin(), read.related.end(), read.id) != read.related.end())
    log.problem(fields.lineOf("related"), "concept: related names the concept itself");
  fields.done();
  return read;
}

}  // namespace

PackHeader readPackHeader(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "pack", log);
  PackHeader header;
  header.id = PackId{fields.id("id")};
  header.version = fields.word("version");
  if (!header.version.empty() && !isVersion(header.version))
    log.problem(fields.lineOf("version"),
                "pack: version \"" + header.version + "\" is not of the form 1.2.3");
  header.title = fields.title("title");
  header.licence = fields.word("licence");
  if (fields.has("diagrams"))
    header.diagrams = fields.word("diagrams");
  fields.done();
  return header;
}

std::vector<Concept> readConcepts(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "concepts", log);
  std::vector<Concept> concepts;
  for (const SourceNode& node : fields.entries("concepts", 1))
    concepts.push_back(readConcept(node, log));
  fields.done();
  return concepts;
}

std::vector<Rename> readRenames(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "renames", log);
  std::vector<Rename> renames;
  const SourceNode* map = fields.value("renames");
  fields.done();
  if (map == nullptr)
    return renames;
  MapReader entries(*map, "renames", log);
  for (const SourceNode::Key& key : map->keys) {
    std::string to = entries.word(key.text);
    if (!to.empty())
      renames.push_back({key.text, std::move(to), {log.file(), key.line}});
  }
  return renames;
}

std::vector<SpellingRule> readGlossary(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "glossary", log);
  std::vector<SpellingRule> rules;
  for (const SourceNode& node : fields.entries("spelling")) {
    MapReader entry(node, "spelling", log);
    SpellingRule rule;
    rule.use = entry.word("use");
    for (LocatedText& wrong : entry.words("not", 1)) {
      if (wrong.text == rule.use)
        log.problem(wrong.line, "spelling: \"" + wrong.text + "\" is both right and wrong");
      rule.instead.push_back(std::move(wrong.text));
    }
    entry.done();
    rules.push_back(std::move(rule));
  }
  fields.done();
  return rules;
}

}  // namespace phaseboard::content
