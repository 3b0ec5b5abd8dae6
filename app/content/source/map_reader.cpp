// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/map_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace phaseboard::content {
namespace {

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \n") == std::string_view::npos;
}

/// A folded or literal block ends with a line feed that nobody means.
std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

const std::vector<SourceNode> kNoEntries;

}  // namespace

MapReader::MapReader(const SourceNode& node, std::string what, const FileLog& log)
    : m_node(node), m_what(std::move(what)), m_log(log) {
  if (node.kind != SourceNode::Kind::Map)
    log.problem(node.line, m_what + ": fields (\"name: value\") are expected here");
}

const SourceNode* MapReader::find(std::string_view key) const {
  const auto found =
      std::find_if(m_node.keys.begin(), m_node.keys.end(),
                   [key](const SourceNode::Key& known) { return known.text == key; });
  if (found == m_node.keys.end())
    return nullptr;
  return &m_node.items[static_cast<std::size_t>(found - m_node.keys.begin())];
}

int MapReader::lineOf(std::string_view key) const {
  const SourceNode* node = find(key);
  return node == nullptr ? m_node.line : node->line;
}

void MapReader::problem(int line, std::string_view key, std::string_view rest) const {
  m_log.problem(line, m_what + ": " + std::string(key) + std::string(rest));
}

const SourceNode* MapReader::take(std::string_view key, bool required) {
  m_asked.emplace(key);
  const SourceNode* node = find(key);
  if (node == nullptr && required && m_node.kind == SourceNode::Kind::Map)
    problem(m_node.line, key, " is missing");
  return node;
}

const SourceNode* MapReader::value(std::string_view key) {
  return take(key, true);
}

std::optional<LocatedText> MapReader::text(std::string_view key, bool required) {
  const SourceNode* node = take(key, required);
  if (node == nullptr)
    return std::nullopt;
  if (node->kind == SourceNode::Kind::List || node->kind == SourceNode::Kind::Map) {
    problem(node->line, key, " must be a text");
    return std::nullopt;
  }
  if (node->kind == SourceNode::Kind::Nothing || isBlank(node->text)) {
    problem(node->line, key, " is empty");
    return std::nullopt;
  }
  return LocatedText{trimmed(node->text), node->line};
}

std::string MapReader::id(std::string_view key) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found)
    return {};
  if (!isSimpleId(found->text)) {
    problem(found->line, key,
            " \"" + found->text +
                "\" is not an id; write lower case letters, digits and hyphens, 64 at most");
    return {};
  }
  return found->text;
}

std::string MapReader::word(std::string_view key) {
  return text(key, true).value_or(LocatedText{}).text;
}

std::string MapReader::optionalWord(std::string_view key) {
  return text(key, false).value_or(LocatedText{}).text;
}

std::string MapReader::title(std::string_view key) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found)
    return {};
  if (found->text.find('\n') != std::string::npos)
    problem(found->line, key, " must be one line");
  m_log.prose(found->text, false, found->line);
  return found->text;
}

std::string MapReader::markdown(std::string_view key) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found)
    return {};
  m_log.prose(found->text, true, found->line);
  return found->text;
}

std::string MapReader::optionalMarkdown(std::string_view key) {
  if (!has(key)) {
    m_asked.emplace(key);
    return {};
  }
  return markdown(key);
}

int MapReader::integer(std::string_view key, int least, int most) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found)
    return least;
  int value = 0;
  const char* end = found->text.data() + found->text.size();
  const auto [stopped, error] = std::from_chars(found->text.data(), end, value);
  if (error != std::errc{} || stopped != end || value < least || value > most) {
    problem(found->line, key,
            " \"" + found->text + "\" is not a whole number from " + std::to_string(least) +
                " to " + std::to_string(most));
    return least;
  }
  return value;
}

double MapReader::number(std::string_view key) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found)
    return 0;
  double value = 0;
  const char* end = found->text.data() + found->text.size();
  const auto [stopped, error] = std::from_chars(found->text.data(), end, value);
  if (error != std::errc{} || stopped != end || !std::isfinite(value)) {
    problem(found->line, key, " \"" + found->text + "\" is not a number");
    return 0;
  }
  return value;
}

Level MapReader::level(std::string_view key) {
  const std::optional<LocatedText> found = text(key, true);
  if (!found || found->text == "mid")
    return Level::Mid;
  if (found->text == "senior")
    return Level::Senior;
  if (found->text == "staff")
    return Level::Staff;
  problem(found->line, key, " \"" + found->text + "\" is none of mid, senior, staff");
  return Level::Mid;
}

const std::vector<SourceNode>& MapReader::entries(std::string_view key, int wanted) {
  const int least = m_log.isOwn() ? 0 : wanted;
  const SourceNode* node = take(key, least > 0);
  if (node == nullptr)
    return kNoEntries;
  if (node->kind != SourceNode::Kind::List) {
    problem(node->line, key, " must be a list");
    return kNoEntries;
  }
  const auto count = static_cast<int>(node->items.size());
  if (count < least)
    problem(node->line, key,
            ": " + std::to_string(count) + " given, at least " + std::to_string(least) + " needed");
  return node->items;
}

std::vector<LocatedText> MapReader::words(std::string_view key, int least) {
  std::vector<LocatedText> texts;
  for (const SourceNode& item : entries(key, least)) {
    if (item.kind != SourceNode::Kind::Text || isBlank(item.text))
      problem(item.line, key, " has an entry that is not a text");
    else
      texts.push_back({trimmed(item.text), item.line});
  }
  return texts;
}

std::vector<std::string> MapReader::markdownList(std::string_view key, int least) {
  std::vector<std::string> texts;
  for (LocatedText& item : words(key, least)) {
    m_log.prose(item.text, true, item.line);
    texts.push_back(std::move(item.text));
  }
  return texts;
}

std::vector<ConceptId> MapReader::concepts(std::string_view key) {
  std::vector<ConceptId> ids;
  for (const LocatedText& item : words(key)) {
    const ConceptId id{item.text};
    if (std::find(ids.begin(), ids.end(), id) != ids.end())
      problem(item.line, key, " names \"" + item.text + "\" twice");
    m_log.refer(ReferenceKind::Concept, item.text, item.line);
    ids.push_back(id);
  }
  return ids;
}

void MapReader::done() const {
  for (const SourceNode::Key& key : m_node.keys)
    if (!m_asked.contains(key.text))
      m_log.problem(key.line, m_what + ": \"" + key.text + "\" is not a field");
}

}  // namespace phaseboard::content
