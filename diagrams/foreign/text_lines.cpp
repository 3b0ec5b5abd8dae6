// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/text_lines.h"

#include <algorithm>

#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

/// The first of a list of lengths, as `x` and `y` may hold one for each letter.
std::optional<double> firstLength(const XmlNode& node, std::string_view name, double fontSize) {
  const std::string text = node.attribute(name);
  const auto all = pieces(text);
  return all.empty() ? std::nullopt : readLength(all.front(), fontSize, 0);
}

std::string collapsed(const std::string& words) {
  std::string out;
  for (const char each : words) {
    const bool isSpace = each == ' ' || each == '\n' || each == '\t' || each == '\r';
    if (!isSpace)
      out += each;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

}  // namespace

Result<std::vector<TextLine>> TextReader::read(std::size_t text, const Inherited& inherited) {
  const XmlNode& node = m_tree.nodes[text];
  m_lines.clear();
  m_at = {};
  m_begins = true;
  m_shift = inherited.baselineShift * inherited.fontSize;
  m_keepsSpaces = node.attribute("xml:space") == "preserve";
  place(node, inherited);
  for (const std::size_t child : node.children)
    PHASEBOARD_TRY(visit(child, {}, inherited));
  for (TextLine& each : m_lines) {
    std::string& first = each.runs.front().words;
    first.erase(0, std::min(first.find_first_not_of(' '), first.size()));
    std::string& last = each.runs.back().words;
    last.erase(std::min(last.find_last_not_of(' ') + 1, last.size()));
    std::erase_if(each.runs, [](const TextRun& run) { return run.words.empty(); });
  }
  std::erase_if(m_lines, [](const TextLine& each) { return each.runs.empty(); });
  return std::move(m_lines);
}

void TextReader::place(const XmlNode& node, const Inherited& inherited) {
  const auto x = firstLength(node, "x", inherited.fontSize);
  const auto y = firstLength(node, "y", inherited.fontSize);
  const auto dx = firstLength(node, "dx", inherited.fontSize);
  const auto dy = firstLength(node, "dy", inherited.fontSize);
  m_begins = m_begins || x || y || (dy && *dy != 0);
  if (x)
    m_at.setX(*x);
  if (y)
    m_at.setY(*y);
  m_at += QPointF(m_begins ? dx.value_or(0) : 0, dy.value_or(0));
}

Status TextReader::visit(std::size_t index, const std::string& attributes,
                         const Inherited& inherited) {
  const XmlNode& node = m_tree.nodes[index];
  if (node.name.empty()) {
    add(node.text, attributes, node.line, m_keepsSpaces);
    return {};
  }
  if (node.name != "tspan" && node.name != "a") {
    if (node.name != "title" && node.name != "desc")
      m_unsupported("<" + node.name + "> inside text");
    return {};
  }
  Inherited own = inherited;
  PHASEBOARD_TRY_ASSIGN(const Properties set, m_sheet.propertiesOf(index));
  if (const auto display = set.find("display"); display != set.end() && display->second == "none")
    return {};
  const std::string inner = m_style.attributes(set, own, m_unsupported);
  place(node, own);
  for (const std::size_t child : node.children)
    PHASEBOARD_TRY(visit(child, inner.empty() ? attributes : inner, own));
  return {};
}

void TextReader::add(const std::string& words, const std::string& attributes, int line,
                     bool keepsSpaces) {
  std::string plain = keepsSpaces ? words : collapsed(words);
  std::replace_if(
      plain.begin(), plain.end(), [](char each) { return each == '\n' || each == '\t'; }, ' ');
  if (plain.empty() || (m_begins && plain.find_first_not_of(' ') == std::string::npos))
    return;
  if (m_begins)
    m_lines.push_back({m_at + QPointF(0, m_shift), {}, line});
  m_begins = false;
  m_lines.back().runs.push_back({attributes, std::move(plain)});
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (each == '&')
      out += "&amp;";
    else if (each == '<')
      out += "&lt;";
    else if (each == '>')
      out += "&gt;";
    else if (each == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(each) >= ' ')
      out += each;
  }
  return out;
}

}  // namespace phaseboard::foreign
