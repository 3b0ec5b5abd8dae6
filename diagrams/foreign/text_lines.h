// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QPointF>

#include "diagrams/foreign/element_style.h"

namespace phaseboard::foreign {

/// A stretch of one line in one style.
struct TextRun {
  std::string attributes;  ///< of its own, beyond those of the whole text
  std::string words;
};

struct TextLine {
  QPointF at;  ///< of the baseline
  std::vector<TextRun> runs;
  int line = 0;  ///< in the file
};

/// The lines of a `<text>`: renderers of ours know one line for each.
class TextReader {
 public:
  TextReader(const XmlTree& tree, StyleSheet& sheet, const ElementStyle& style,
             const ElementStyle::Name& unsupported)
      : m_tree(tree), m_sheet(sheet), m_style(style), m_unsupported(unsupported) {}

  /// @param inherited  with the style of the text itself
  [[nodiscard]] Result<std::vector<TextLine>> read(std::size_t text, const Inherited& inherited);

 private:
  Status visit(std::size_t index, const std::string& attributes, const Inherited& inherited);
  void place(const XmlNode& node, const Inherited& inherited);
  void add(const std::string& words, const std::string& attributes, int line, bool keepsSpaces);

  const XmlTree& m_tree;
  StyleSheet& m_sheet;
  const ElementStyle& m_style;
  const ElementStyle::Name& m_unsupported;
  std::vector<TextLine> m_lines;
  QPointF m_at;
  double m_shift = 0;
  bool m_begins = true;
  bool m_keepsSpaces = false;
};

/// `&`, `<`, `>` and quotes written so that XML reads them back; control characters left out.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace phaseboard::foreign
