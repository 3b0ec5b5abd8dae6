// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/gradients.h"

#include <algorithm>
#include <vector>

#include "diagrams/foreign/element_style.h"
#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

constexpr std::size_t kLongestChain = 4;  ///< of gradients that refer to one another

bool isGradient(const XmlNode& node) {
  return node.name == "linearGradient" || node.name == "radialGradient";
}

class GradientReader {
 public:
  GradientReader(const XmlTree& tree, StyleSheet& sheet, Budget& budget)
      : m_tree(tree), m_sheet(sheet), m_budget(budget) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      if (isGradient(tree.nodes[i]))
        m_byId.emplace(tree.nodes[i].attribute("id"), i);
    }
  }

  Result<Gradients> read() {
    for (const auto& [id, index] : m_byId) {
      if (id.empty())
        continue;
      const std::string ours = "g" + std::to_string(m_gradients.ids.size());
      m_gradients.ids.emplace(id, ours);
      PHASEBOARD_TRY(write(index, ours));
    }
    return std::move(m_gradients);
  }

 private:
  /// The gradient itself and those that it refers to.
  [[nodiscard]] std::vector<const XmlNode*> chainOf(std::size_t index) const {
    std::vector<const XmlNode*> chain{&m_tree.nodes[index]};
    while (chain.size() < kLongestChain) {
      const std::string href = chain.back()->attribute("href");
      const auto next = m_byId.find(href.empty() ? href : href.substr(1));
      if (href.empty() || next == m_byId.end())
        break;
      chain.push_back(&m_tree.nodes[next->second]);
    }
    return chain;
  }

  Status write(std::size_t index, const std::string& ours) {
    const std::vector<const XmlNode*> chain = chainOf(index);
    const XmlNode& own = *chain.front();
    const auto attribute = [&chain](std::string_view name) {
      for (const XmlNode* node : chain) {
        if (std::string value = node->attribute(name); !value.empty())
          return value;
      }
      return std::string();
    };
    std::string& out = m_gradients.definitions;
    out += "<" + own.name + " id=\"" + ours + "\"";
    const bool isLinear = own.name == "linearGradient";
    const std::vector<std::string_view> names =
        isLinear ? std::vector<std::string_view>{"x1", "y1", "x2", "y2"}
                 : std::vector<std::string_view>{"cx", "cy", "r", "fx", "fy"};
    const bool isInUnits = attribute("gradientUnits") == "userSpaceOnUse";
    for (const std::string_view name : names) {
      const std::string value = attribute(name);
      if (const auto number = readLength(value, 16, 1))
        out += " " + std::string(name) + "=\"" + numberText(*number) + "\"";
      else if (name == "r")
        out += " r=\"0.5\"";
    }
    if (isInUnits)
      out += " gradientUnits=\"userSpaceOnUse\"";
    if (const auto transform = readForeignTransform(attribute("gradientTransform")))
      out += transformAttribute(*transform);
    out += ">";
    const auto stops = std::find_if(chain.begin(), chain.end(), [this](const XmlNode* node) {
      return std::any_of(node->children.begin(), node->children.end(),
                         [this](std::size_t child) { return m_tree.nodes[child].name == "stop"; });
    });
    if (stops != chain.end())
      PHASEBOARD_TRY(writeStops(**stops));
    out += "</" + own.name + ">";
    return {};
  }

  [[nodiscard]] static std::string transformAttribute(const QTransform& t) {
    if (t.isIdentity())
      return {};
    return " gradientTransform=\"matrix(" + numberText(t.m11()) + " " + numberText(t.m12()) + " " +
           numberText(t.m21()) + " " + numberText(t.m22()) + " " + numberText(t.dx()) + " " +
           numberText(t.dy()) + ")\"";
  }

  Status writeStops(const XmlNode& gradient) {
    for (const std::size_t child : gradient.children) {
      const XmlNode& stop = m_tree.nodes[child];
      if (stop.name != "stop")
        continue;
      PHASEBOARD_TRY(m_budget.stop(stop.line));
      PHASEBOARD_TRY_ASSIGN(const Properties set, m_sheet.propertiesOf(child));
      const auto value = [&set](std::string_view name, std::string_view otherwise) {
        const auto found = set.find(name);
        return found == set.end() ? std::string(otherwise) : found->second;
      };
      const auto colour = readColour(value("stop-color", "black"), "#000000");
      const bool isPlain = colour && colour->text.starts_with('#');
      const double opacity = readShare(value("stop-opacity", "1"), 1);
      m_gradients.definitions +=
          "<stop offset=\"" + numberText(readShare(stop.attribute("offset"), 0)) +
          "\" stop-color=\"" + (isPlain ? colour->text : "#000000") + "\" stop-opacity=\"" +
          numberText(isPlain ? opacity * colour->opacity : 0) + "\"/>";
    }
    return {};
  }

  const XmlTree& m_tree;
  StyleSheet& m_sheet;
  Budget& m_budget;
  std::map<std::string, std::size_t> m_byId;
  Gradients m_gradients;
};

}  // namespace

Result<Gradients> readGradients(const XmlTree& tree, StyleSheet& sheet, Budget& budget) {
  return GradientReader(tree, sheet, budget).read();
}

}  // namespace phaseboard::foreign
