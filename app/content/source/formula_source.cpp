// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/formula_source.h"

#include <array>
#include <charconv>
#include <optional>

#include "app/content/source/map_reader.h"
#include "app/content/source/outline.h"

namespace phaseboard::content {
namespace {

using Glyphs = std::map<std::string, const std::string*>;

/// The numbers of a list from its entry `first` on; nothing unless there are exactly `N`.
template <std::size_t N>
std::optional<std::array<double, N>> numbers(const SourceNode& list, std::size_t first) {
  if (list.kind != SourceNode::Kind::List || list.items.size() != first + N)
    return std::nullopt;
  std::array<double, N> values{};
  for (std::size_t i = 0; i < N; ++i) {
    const std::string& text = list.items[first + i].text;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, values[i]);
    if (error != std::errc{} || stopped != end)
      return std::nullopt;
  }
  return values;
}

Glyphs readGlyphs(const SourceNode& node, const FileLog& log) {
  Glyphs glyphs;
  const MapReader fields(node, "glyphs", log);
  for (std::size_t i = 0; i < node.keys.size(); ++i)
    glyphs[node.keys[i].text] = &node.items[i].text;
  return glyphs;
}

void placeGlyphs(std::string& path, MapReader& fields, const Glyphs& glyphs) {
  for (const SourceNode& use : fields.entries("use")) {
    const auto place = numbers<3>(use, 1);
    const auto glyph = place ? glyphs.find(use.items[0].text) : glyphs.end();
    if (glyph == glyphs.end())
      fields.log().problem(use.line, "formula: a use must be [glyph, x, y, scale]");
    else if (!appendOutline(path, *glyph->second, {(*place)[0], (*place)[1], (*place)[2]}))
      fields.log().problem(
          use.line, "formula: glyph " + glyph->first + " is not a path of absolute M L Q C Z");
  }
  for (const SourceNode& entry : fields.entries("rects")) {
    if (const auto rect = numbers<4>(entry, 0))
      appendRectangle(path, (*rect)[0], (*rect)[1], (*rect)[2], (*rect)[3]);
    else
      fields.log().problem(entry.line, "formula: a rect must be [x, y, width, height]");
  }
}

Formula readFormula(const SourceNode& node, const Glyphs& glyphs, const FileLog& log) {
  MapReader fields(node, "formula", log);
  Formula formula;
  formula.width = fields.number("w");
  formula.ascent = fields.number("a");
  formula.descent = fields.number("d");
  if (fields.has("path")) {
    if (!appendOutline(formula.path, fields.word("path"), {0, 0, 1}))
      log.problem(fields.lineOf("path"), "formula: path is not of absolute M L Q C Z");
  } else {
    placeGlyphs(formula.path, fields, glyphs);
  }
  fields.done();
  return formula;
}

}  // namespace

std::map<std::string, Formula> readFormulas(const SourceNode& root, const FileLog& log) {
  MapReader fields(root, "formulas", log);
  Glyphs glyphs;
  if (fields.has("glyphs"))
    if (const SourceNode* table = fields.value("glyphs"); table != nullptr)
      glyphs = readGlyphs(*table, log);
  std::map<std::string, Formula> formulas;
  const SourceNode* list = fields.value("formulas");
  fields.done();
  if (list == nullptr)
    return formulas;
  const MapReader entries(*list, "formulas", log);
  for (std::size_t i = 0; i < list->keys.size(); ++i)
    formulas[list->keys[i].text] = readFormula(list->items[i], glyphs, log);
  return formulas;
}

}  // namespace phaseboard::content
