// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"
#include "diagrams/foreign/style_selector.h"
#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {

/// Property -> value, as written.
using Properties = std::map<std::string, std::string, std::less<>>;

/// Reads "fill: red; stroke: none" into `into`; later ones win.
void readDeclarations(std::string_view text, Properties& into);

/// The rules of a file's `<style>` elements, for the elements of that file.
class StyleSheet {
 public:
  explicit StyleSheet(const XmlTree& tree);

  /// Adds the text of one `<style>`. What is left out is named in `skipped`: web fonts, media
  /// queries, selectors by sibling, attribute or state.
  Status add(std::string_view css, int line, std::vector<std::pair<std::string, int>>& skipped);

  /// What applies to the element: presentation attributes, then rules from the most general to the
  /// most specific one, then its `style`. Refuses when all that was asked cost too much.
  [[nodiscard]] Result<Properties> propertiesOf(std::size_t index);

 private:
  struct Rule {
    StyleSelector selector;
    Specificity specificity{};
    std::size_t declarations = 0;  ///< place in `m_declarations`
  };

  Status addRule(std::string_view selectors, std::string_view body, int line,
                 std::vector<std::pair<std::string, int>>& skipped);
  Status applyRules(std::size_t index, Properties& into);
  [[nodiscard]] std::vector<std::size_t> candidatesFor(std::size_t index) const;

  const XmlTree& m_tree;
  std::vector<ElementNames> m_names;  ///< of each node of the tree
  std::vector<Properties> m_declarations;
  std::vector<Rule> m_rules;  ///< in the order of the file
  /// By `StyleSelector::key()`.
  std::map<std::string, std::vector<std::size_t>, std::less<>> m_byKey;
  std::size_t m_work = 0;
};

/// The text inside an element, itself included, without that of titles and descriptions.
[[nodiscard]] std::string textInside(const XmlTree& tree, std::size_t index);

}  // namespace phaseboard::foreign
