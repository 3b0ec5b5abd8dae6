// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_sheet.h"

#include <algorithm>
#include <array>

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

/// One name with at most one class: "rect", ".box", "#a", "rect.box", "*".
bool isSimple(std::string_view selector) {
  const std::size_t dot = selector.find_first_of(".#", 1);
  if (dot != std::string_view::npos && selector.find_first_of(".#", dot + 1) != dot &&
      selector.find_first_of(".#", dot + 1) != std::string_view::npos)
    return false;
  return !selector.empty() &&
         selector.find_first_of(" \t\r\n>+~:[]()\"'") == std::string_view::npos;
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
  while (!selectors.empty()) {
    const std::size_t comma = std::min(selectors.find(','), selectors.size());
    const std::string_view selector = trimmedValue(selectors.substr(0, comma));
    selectors.remove_prefix(std::min(comma + 1, selectors.size()));
    if (!isSimple(selector)) {
      skipped.emplace_back("style rule " + std::string(selector.substr(0, 40)), line);
      continue;
    }
    if (m_rules.size() >= limit::kRules)
      return refuseAt(line,
                      "its style sheet has more than " + std::to_string(limit::kRules) + " rules");
    for (const auto& [name, value] : set)
      m_rules[std::string(selector)].insert_or_assign(name, value);
  }
  return {};
}

void StyleSheet::apply(const std::string& selector, Properties& into) const {
  const auto found = m_rules.find(selector);
  if (found == m_rules.end())
    return;
  for (const auto& [name, value] : found->second)
    into.insert_or_assign(name, value);
}

Properties StyleSheet::propertiesOf(const XmlNode& node) const {
  Properties all;
  for (const auto& [name, value] : node.attributes) {
    if (std::find(kPresentation.begin(), kPresentation.end(), name) != kPresentation.end())
      all.insert_or_assign(name, std::string(trimmedValue(value)));
  }
  if (!m_rules.empty()) {
    apply("*", all);
    apply(node.name, all);
    const std::string classes = node.attribute("class");
    for (const std::string_view word : pieces(classes)) {
      apply("." + std::string(word), all);
      apply(node.name + "." + std::string(word), all);
    }
    if (const std::string id = node.attribute("id"); !id.empty())
      apply("#" + id, all);
  }
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
