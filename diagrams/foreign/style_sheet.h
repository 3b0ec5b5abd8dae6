// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {

/// Property -> value, as written.
using Properties = std::map<std::string, std::string, std::less<>>;

/// Reads "fill: red; stroke: none" into `into`; later ones win.
void readDeclarations(std::string_view text, Properties& into);

/// The rules of a file's `<style>` elements, as far as they select by one name, class or id.
class StyleSheet {
 public:
  /// Adds the text of one `<style>`. What is left out is named in `skipped`: web fonts, media
  /// queries, selectors of several steps.
  Status add(std::string_view css, int line, std::vector<std::pair<std::string, int>>& skipped);

  /// What applies to `node`: presentation attributes, then rules, then its `style`.
  [[nodiscard]] Properties propertiesOf(const XmlNode& node) const;

 private:
  Status addRule(std::string_view selectors, std::string_view body, int line,
                 std::vector<std::pair<std::string, int>>& skipped);
  void apply(const std::string& selector, Properties& into) const;

  std::map<std::string, Properties, std::less<>> m_rules;  ///< by selector
};

/// The text inside an element, itself included, without that of titles and descriptions.
[[nodiscard]] std::string textInside(const XmlTree& tree, std::size_t index);

}  // namespace phaseboard::foreign
