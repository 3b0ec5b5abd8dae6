// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

/// Attributes that are properties too.
constexpr std::array<std::string_view, 33> kPresentation{"fill",
                                                         "fill-opacity",
                                                         "fill-rule",
                                                         "stroke",
                                                         "stroke-opacity",
                                                         "stroke-width",
                                                         "stroke-linecap",
                                                         "stroke-linejoin",
                                                         "stroke-dasharray",
                                                         "stroke-dashoffset",
                                                         "stroke-miterlimit",
                                                         "opacity",
                                                         "color",
                                                         "display",
                                                         "visibility",
                                                         "font-family",
                                                         "font-size",
                                                         "font-weight",
                                                         "font-style",
                                                         "text-anchor",
                                                         "dominant-baseline",
                                                         "alignment-baseline",
                                                         "stop-color",
                                                         "stop-opacity",
                                                         "filter",
                                                         "clip-path",
                                                         "mask",
                                                         "marker-start",
                                                         "marker-mid",
                                                         "marker-end",
                                                         "letter-spacing",
                                                         "text-decoration",
                                                         "baseline-shift"};

std::string withoutComments(std::string_view css) {
  std::string plain;
  while (!css.empty()) {
    const std::size_t open = css.find("/*");
    plain += css.substr(0, open);
    if (open == std::string_view::npos)
      break;
    const std::size_t close = css.find("*/", open + 2);
    css.remove_prefix(close == std::string_view::npos ? css.size() : close + 2);
  }
  return plain;
}

/// Where the block that opens at `open` ends: after its last brace.
std::size_t endOfBlock(std::string_view css, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < css.size(); ++at) {
    depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
    if (depth == 0)
      return at + 1;
  }
  return css.size();
}

}  // namespace

void readDeclarations(std::string_view text, Properties& into) {
  while (!text.empty()) {
    int depth = 0;
    std::size_t end = 0;
    for (; end < text.size() && (text[end] != ';' || depth > 0); ++end)
      depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    const std::string_view one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos)
      continue;
    std::string_view value = trimmedValue(one.substr(colon + 1));
    if (value.ends_with("!important"))
      value = trimmedValue(value.substr(0, value.size() - 10));
    const std::string_view name = trimmedValue(one.substr(0, colon));
    if (!name.empty() && name.size() < 60 && value.size() < 2'000)
      into.insert_or_assign(std::string(name), std::string(value));
  }
}

StyleSheet::StyleSheet(const XmlTree& tree) : m_tree(tree) {
  m_names.reserve(tree.nodes.size());
  for (const XmlNode& node : tree.nodes) {
    ElementNames names{node.name, node.attribute("id"), {}};
    const std::string classes = node.attribute("class");
    for (const std::string_view word : pieces(classes))
      names.classes.emplace_back(word);
    std::sort(names.classes.begin(), names.classes.end());
    names.classes.erase(std::unique(names.classes.begin(), names.classes.end()),
                        names.classes.end());
    m_names.push_back(std::move(names));
  }
}

Status StyleSheet::add(std::string_view css, int line,
                       std::vector<std::pair<std::string, int>>& skipped) {
  const std::string plain = withoutComments(css);
  std::string_view rest = trimmedValue(plain);
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t semicolon = rest.find(';');
    if (rest.front() == '@') {
      const std::size_t nameEnd = rest.find_first_of(" \t\r\n{;(");
      skipped.emplace_back(std::string(rest.substr(0, std::min<std::size_t>(nameEnd, 30))), line);
      const bool isStatement = semicolon < open;
      rest.remove_prefix(isStatement                      ? semicolon + 1
                         : open == std::string_view::npos ? rest.size()
                                                          : endOfBlock(rest, open));
    } else if (open == std::string_view::npos) {
      break;
    } else {
      const std::size_t end = endOfBlock(rest, open);
      const std::size_t close = end > open + 1 && rest[end - 1] == '}' ? end - 1 : end;
      PHASEBOARD_TRY(
          addRule(rest.substr(0, open), rest.substr(open + 1, close - open - 1), line, skipped));
      rest.remove_prefix(end);
    }
    rest = trimmedValue(rest);
  }
  return {};
}

Status StyleSheet::addRule(std::string_view selectors, std::string_view body, int line,
                           std::vector<std::pair<std::string, int>>& skipped) {
  Properties set;
  readDeclarations(body, set);
  for (const auto& [name, value] : set) {
    std::string bare = value;
    std::erase_if(bare, [](char each) { return each == '"' || each == '\'' || each == ' '; });
    const std::size_t url = bare.find("url(");
    if (url != std::string::npos && bare.compare(url + 4, 1, "#") != 0)
      return refuseAt(line, "its style sheet refers to something outside the file");
  }
  m_declarations.push_back(std::move(set));
  while (!selectors.empty()) {
    const std::size_t comma = std::min(selectors.find(','), selectors.size());
    const std::string_view text = trimmedValue(selectors.substr(0, comma));
    selectors.remove_prefix(std::min(comma + 1, selectors.size()));
    auto selector = StyleSelector::read(text);
    if (!selector) {
      skipped.emplace_back("style rule " + std::string(text.substr(0, 40)), line);
      continue;
    }
    if (m_rules.size() >= limit::kRules)
      return refuseAt(line,
                      "its style sheet has more than " + std::to_string(limit::kRules) + " rules");
    m_byKey[selector->key()].push_back(m_rules.size());
    const Specificity specificity = selector->specificity();
    m_rules.push_back({std::move(*selector), specificity, m_declarations.size() - 1});
  }
  return {};
}

std::vector<std::size_t> StyleSheet::candidatesFor(std::size_t index) const {
  std::vector<std::size_t> candidates;
  const auto addAll = [&](const std::string& key) {
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
      candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  };
  const ElementNames& names = m_names[index];
  addAll("*");
  addAll(names.name);
  for (const std::string& each : names.classes)
    addAll("." + each);
  if (!names.id.empty())
    addAll("#" + names.id);
  return candidates;
}

Status StyleSheet::applyRules(std::size_t index, Properties& into) {
  std::vector<const ElementNames*> path{&m_names[index]};
  for (std::size_t at = index; at != 0;) {
    at = m_tree.nodes[at].parent;
    path.push_back(&m_names[at]);
  }
  std::vector<std::size_t> fitting;
  for (const std::size_t candidate : candidatesFor(index)) {
    if (!m_rules[candidate].selector.fits(path, m_work))
      continue;
    fitting.push_back(candidate);
    m_work += m_declarations[m_rules[candidate].declarations].size();
  }
  if (m_work > limit::kStyling)
    return refuseAt(m_tree.nodes[index].line, "its style sheet asks for too much");
  std::sort(fitting.begin(), fitting.end(), [this](std::size_t a, std::size_t b) {
    return std::pair(m_rules[a].specificity, a) < std::pair(m_rules[b].specificity, b);
  });
  for (const std::size_t each : fitting)
    for (const auto& [name, value] : m_declarations[m_rules[each].declarations])
      into.insert_or_assign(name, value);
  return {};
}

Result<Properties> StyleSheet::propertiesOf(std::size_t index) {
  const XmlNode& node = m_tree.nodes[index];
  Properties all;
  for (const auto& [name, value] : node.attributes) {
    if (std::find(kPresentation.begin(), kPresentation.end(), name) != kPresentation.end())
      all.insert_or_assign(name, std::string(trimmedValue(value)));
  }
  if (!m_rules.empty())
    PHASEBOARD_TRY(applyRules(index, all));
  readDeclarations(node.attribute("style"), all);
  return all;
}

std::string textInside(const XmlTree& tree, std::size_t index) {
  const XmlNode& node = tree.nodes[index];
  if (node.name == "title" || node.name == "desc")
    return {};
  std::string text = node.text;
  for (const std::size_t child : node.children) {
    text += textInside(tree, child);
    if (text.size() > limit::kWords)
      break;
  }
  return text;
}

}  // namespace phaseboard::foreign
