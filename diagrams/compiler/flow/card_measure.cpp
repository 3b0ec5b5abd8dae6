// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/card_measure.h"

#include <algorithm>

#include "diagrams/style/icons.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr double kTitleWrap = 132;
constexpr double kSubWrap = 146;
constexpr double kItemWrap = 190;
constexpr double kNoteWrap = 190;
constexpr double kMinWidth = 112;
/// Text may end this close to the right border.
constexpr double kRightPadding = 14;

class CardMeasurer {
 public:
  CardMeasurer(const std::string& file, const FlowNode& node, Diagnostics& problems)
      : m_file(file), m_node(node), m_problems(problems) {}

  Card measure(const std::map<std::string, content::Formula>& formulas) {
    checkIcon();
    const bool isNote = m_node.shape == CardShape::Note;
    m_card.title = lines(m_node.label, "tt", isNote ? kNoteWrap : kTitleWrap);
    m_card.sub = lines(m_node.sub, "ts", isNote ? kNoteWrap : kSubWrap);
    for (const auto& item : m_node.items)
      m_card.items.push_back(lines(item, "tl", kItemWrap));
    measureShape();
    if (const auto formula = formulas.find(m_node.math); formula != formulas.end())
      addFormula(formula->second);
    m_card.size = m_card.size.expandedTo({std::max(kMinWidth, m_node.minWidth), 0});
    if (m_node.shape == CardShape::Tensor) {
      m_card.body = {card::kStripWidth, card::kStripHeight};
      m_card.above = card::kStripHeight / 2;
    } else {
      m_card.body = m_card.size;
      m_card.above = m_card.size.height() / 2;
    }
    return std::move(m_card);
  }

 private:
  void complain(const std::string& message) {
    m_problems.push_back({m_file, m_node.line, "node '" + m_node.id + "': " + message});
  }

  void checkIcon() {
    if (m_node.icon.empty())
      return;
    const auto names = style::iconNames();
    if (!std::binary_search(names.begin(), names.end(), m_node.icon))
      complain("unknown icon '" + m_node.icon + "'");
  }

  TextLines lines(const std::string& label, std::string_view textClass, double houseWrap) {
    TextLines text;
    if (label.empty())
      return text;
    const auto look = style::textStyle(textClass);
    const double wrap = m_node.wrap > 0 ? m_node.wrap : houseWrap;
    text.lines = style::wrapBalanced(label, look, wrap);
    for (const auto& line : text.lines) {
      const double width = style::labelWidth(line, look);
      text.width = std::max(text.width, width);
      if (width > wrap + 0.5)
        complain("'" + style::plainText(line) + "' is wider than the " +
                 std::to_string(static_cast<int>(wrap)) +
                 " units at which text wraps; shorten it or give a wider wrap=\"...\"");
    }
    return text;
  }

  void measureShape() {
    const double text = std::max(m_card.title.width, m_card.sub.width);
    const double height = std::max(card::kMinHeight, headingHeight(m_card) + 2 * card::kPadding);
    const double lead =
        m_node.icon.empty() ? card::kPadding + 2 : card::kPadding + card::kTile + card::kTileGap;
    switch (m_node.shape) {
      case CardShape::List:
        m_card.size = listSize(lead + text + kRightPadding);
        break;
      case CardShape::Tower:
        m_card.size = towerSize(lead + text + kRightPadding);
        break;
      case CardShape::Tensor:
        m_card.size = {std::max(card::kStripWidth, text),
                       card::kStripHeight + 6 + headingHeight(m_card)};
        break;
      case CardShape::Store:
        m_card.size = {lead + text + kRightPadding + 2, height + 2 * card::kCylinderCap + 2};
        break;
      case CardShape::Queue:
        m_card.size = {lead + text + 2 * card::kTubeCap + kRightPadding, height};
        break;
      case CardShape::Actor:
        m_card.size = {lead + text + height / 2 - 6, height};
        break;
      case CardShape::Data:
        m_card.size = {lead + text + kRightPadding + 4, height};
        break;
      case CardShape::Policy:
        m_card.size = {lead + text + kRightPadding + 2, height};
        break;
      case CardShape::Plain:
      case CardShape::External:
      case CardShape::Note:
        m_card.size = {lead + text + kRightPadding, height};
        break;
    }
  }

  QSizeF listSize(double headerWidth) {
    double widest = 0;
    double height = headerHeight(m_card) + 8;
    for (const auto& item : m_card.items) {
      widest = std::max(widest, item.width);
      height += card::kItemStep + card::kItemLine * static_cast<double>(item.lines.size() - 1);
    }
    return {std::max(headerWidth, 2 * card::kPadding + card::kBulletIndent + widest),
            height + card::kPadding - 5};
  }

  QSizeF towerSize(double headerWidth) {
    double widest = 0;
    for (const auto& item : m_card.items)
      widest = std::max(widest, item.width);
    const double layers = card::kLayerStep * static_cast<double>(m_card.items.size()) -
                          (card::kLayerStep - card::kLayerHeight);
    return {std::max(headerWidth, 2 * card::kPadding + widest + 24),
            headerHeight(m_card) + layers + card::kPadding + 2};
  }

  void addFormula(const content::Formula& formula) {
    m_card.formulaWidth = formula.width * card::kFormulaSize / 1000;
    m_card.formulaHeight = (formula.ascent + formula.descent) * card::kFormulaSize / 1000;
    m_card.size = {std::max(m_card.size.width(), m_card.formulaWidth + 2 * kRightPadding + 4),
                   m_card.size.height() + m_card.formulaHeight + card::kFormulaPadding};
  }

  const std::string& m_file;
  const FlowNode& m_node;
  Diagnostics& m_problems;
  Card m_card;
};

}  // namespace

double headingHeight(const Card& card) {
  const double title = card::kTitleLine * static_cast<double>(card.title.lines.size());
  const double sub = card::kSubLine * static_cast<double>(card.sub.lines.size());
  return title + sub + (sub > 0 ? card::kSubGap : 0);
}

double headerHeight(const Card& card) {
  return card::kPadding + std::max(card::kTile, headingHeight(card)) + card::kTileGap;
}

Card measureCard(const std::string& file, const FlowNode& node,
                 const std::map<std::string, content::Formula>& formulas, Diagnostics& problems) {
  return CardMeasurer(file, node, problems).measure(formulas);
}

}  // namespace phaseboard::compiler
