// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/card_svg.h"

#include <algorithm>
#include <string>

#include "app/base/hash.h"
#include "diagrams/style/icons.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr double kTitleBaseline = 13;  ///< from the top of its line
constexpr double kSubBaseline = 11.3;
constexpr double kItemBaseline = 4.1;  ///< from the middle of its line
constexpr int kShadowLayers = 3;

PathData folded(const QRectF& box, double radius, double fold) {
  return PathData{}
      .move({box.left() + radius, box.top()})
      .line({box.right() - fold, box.top()})
      .line({box.right(), box.top() + fold})
      .line({box.right(), box.bottom() - radius})
      .quad(box.bottomRight(), {box.right() - radius, box.bottom()})
      .line({box.left() + radius, box.bottom()})
      .quad(box.bottomLeft(), {box.left(), box.bottom() - radius})
      .line({box.left(), box.top() + radius})
      .quad(box.topLeft(), {box.left() + radius, box.top()})
      .close();
}

PathData cylinder(const QRectF& box, double cap) {
  const double rx = box.width() / 2;
  return PathData{}
      .move({box.left(), box.top() + cap})
      .line({box.left(), box.bottom() - cap})
      .arc(rx, cap, false, false, {box.right(), box.bottom() - cap})
      .line({box.right(), box.top() + cap})
      .arc(rx, cap, false, false, {box.left(), box.top() + cap})
      .close();
}

PathData tube(const QRectF& box, double cap) {
  const double ry = box.height() / 2;
  return PathData{}
      .move({box.left() + cap, box.top()})
      .line({box.right() - cap, box.top()})
      .arc(cap, ry, false, true, {box.right() - cap, box.bottom()})
      .line({box.left() + cap, box.bottom()})
      .arc(cap, ry, false, true, {box.left() + cap, box.top()})
      .close();
}

class CardWriter {
 public:
  CardWriter(SvgWriter& svg, const FlowNode& node, const Card& card, const QRectF& box,
             const QRectF& body)
      : m_svg(svg), m_node(node), m_card(card), m_box(box), m_body(body) {}

  void write(const content::Formula* formula) {
    writeShape();
    switch (m_node.shape) {
      case CardShape::Tensor:
        writeStrip();
        centredHeading(m_body.center().x(), m_body.bottom() + 6);
        break;
      case CardShape::List:
        header(m_box.top() + card::kPadding);
        items();
        break;
      case CardShape::Tower:
        header(m_box.top() + card::kPadding);
        layers();
        break;
      default:
        plainContent();
    }
    if (formula != nullptr)
      writeFormula(*formula);
  }

 private:
  void writeShape() {
    switch (m_node.shape) {
      case CardShape::Store:
        shaped("body", [](const QRectF& box) { return cylinder(box, card::kCylinderCap); });
        m_svg.ellipse("cap", {m_box.center().x(), m_box.top() + card::kCylinderCap},
                      m_box.width() / 2, card::kCylinderCap);
        break;
      case CardShape::Queue:
        shaped("body", [](const QRectF& box) { return tube(box, card::kTubeCap); });
        m_svg.ellipse("cap", {m_box.right() - card::kTubeCap, m_box.center().y()}, card::kTubeCap,
                      m_box.height() / 2);
        break;
      case CardShape::Data:
        shaped("card", [](const QRectF& box) { return folded(box, card::kRadius, card::kFold); });
        writeFold();
        break;
      case CardShape::Note:
        shaped("body", [](const QRectF& box) { return folded(box, 5, card::kFold); });
        writeFold();
        break;
      case CardShape::Policy:
        shaped("card", [](const QRectF& box) { return chamfered(box, card::kChamfer); });
        break;
      case CardShape::Actor:
        rounded(m_box, m_box.height() / 2);
        break;
      case CardShape::Tensor:
        rounded(m_body, 8);
        break;
      case CardShape::Plain:
      case CardShape::List:
      case CardShape::Tower:
      case CardShape::External:
        rounded(m_box, card::kRadius);
        break;
    }
  }

  static QRectF shadowOf(const QRectF& box, int layer) {
    return box.adjusted(0.4 * layer - 0.8, layer, 0.8 - 0.4 * layer, 0.9 * layer);
  }

  template <class Shape>
  void shaped(std::string_view classes, Shape shape) {
    for (int layer = kShadowLayers; layer > 0; --layer)
      m_svg.path("shadow", shape(shadowOf(m_box, layer)));
    m_svg.path(classes, shape(m_box));
  }

  void rounded(const QRectF& box, double radius) {
    for (int layer = kShadowLayers; layer > 0; --layer)
      m_svg.rect("shadow", shadowOf(box, layer), radius);
    m_svg.rect("card", box, radius);
  }

  void writeFold() {
    const double fold = card::kFold;
    m_svg.path("cap", PathData{}
                          .move({m_box.right() - fold, m_box.top()})
                          .line({m_box.right() - fold, m_box.top() + fold - 3})
                          .quad({m_box.right() - fold, m_box.top() + fold},
                                {m_box.right() - fold + 3, m_box.top() + fold})
                          .line({m_box.right(), m_box.top() + fold})
                          .close());
  }

  /// Icon tile with its top at `y`.
  void tile(double y) {
    const double x = m_box.left() + card::kPadding;
    const QRectF place(x, y, card::kTile, card::kTile);
    if (m_node.shape == CardShape::Actor)
      m_svg.circle("tile", place.center(), card::kTile / 2);
    else
      m_svg.rect("tile", place, card::kTileRadius);
    const double inset = (card::kTile - card::kIconSize) / 2;
    writeIcon(m_svg, m_node.icon, {x + inset, y + inset}, card::kIconSize);
  }

  [[nodiscard]] double textLeft() const {
    return m_box.left() + card::kPadding + (m_node.icon.empty() ? 2 : card::kTile + card::kTileGap);
  }

  void heading(double x, double top) {
    for (const auto& line : m_card.title.lines) {
      writeLabel(m_svg, "tt", {x, top + kTitleBaseline}, line);
      top += card::kTitleLine;
    }
    top += card::kSubGap;
    for (const auto& line : m_card.sub.lines) {
      writeLabel(m_svg, "ts", {x, top + kSubBaseline}, line);
      top += card::kSubLine;
    }
  }

  void centredHeading(double x, double top) {
    for (const auto& line : m_card.title.lines) {
      writeLabel(m_svg, "tt", {x, top + kTitleBaseline}, line, TextAlign::Centre);
      top += card::kTitleLine;
    }
    top += card::kSubGap;
    for (const auto& line : m_card.sub.lines) {
      writeLabel(m_svg, "ts", {x, top + kSubBaseline}, line, TextAlign::Centre);
      top += card::kSubLine;
    }
  }

  void plainContent() {
    const bool isStore = m_node.shape == CardShape::Store;
    const double formula =
        m_card.formulaHeight > 0 ? m_card.formulaHeight + card::kFormulaPadding : 0;
    const double middle = m_box.center().y() - formula / 2 + (isStore ? card::kCylinderCap : 0);
    const double top = middle - headingHeight(m_card) / 2;
    if (!m_node.icon.empty()) {
      tile(middle - card::kTile / 2);
      heading(textLeft(), top);
    } else if (m_node.shape == CardShape::Note) {
      heading(textLeft(), top);
    } else {
      const double shift = m_node.shape == CardShape::Queue ? -card::kTubeCap / 2 : 0;
      centredHeading(m_box.center().x() + shift, top);
    }
  }

  void header(double top) {
    const double middle = top + std::max(card::kTile, headingHeight(m_card)) / 2;
    if (!m_node.icon.empty())
      tile(middle - card::kTile / 2);
    heading(textLeft(), middle - headingHeight(m_card) / 2);
  }

  void items() {
    double y = m_box.top() + headerHeight(m_card);
    m_svg.line("hair", {m_box.left() + card::kPadding, y}, {m_box.right() - card::kPadding, y});
    y += 17;
    for (const auto& item : m_card.items) {
      m_svg.circle("bullet", {m_box.left() + card::kPadding + 5, y}, 2);
      for (const auto& line : item.lines) {
        writeLabel(m_svg, "tl",
                   {m_box.left() + card::kPadding + card::kBulletIndent, y + kItemBaseline}, line);
        y += card::kItemLine;
      }
      y += card::kItemStep - card::kItemLine;
    }
  }

  void layers() {
    double y = m_box.top() + headerHeight(m_card);
    const double left = m_box.left() + card::kPadding;
    const double width = m_box.width() - 2 * card::kPadding;
    for (std::size_t i = 0; i < m_card.items.size(); ++i) {
      if (i > 0)
        m_svg.line("line", {m_box.center().x(), y - (card::kLayerStep - card::kLayerHeight)},
                   {m_box.center().x(), y});
      m_svg.rect("layer", {left, y, width, card::kLayerHeight}, 6);
      writeLabel(m_svg, "tl", {m_box.center().x(), y + card::kLayerHeight / 2 + kItemBaseline},
                 m_node.items[i], TextAlign::Centre);
      y += card::kLayerStep;
    }
  }

  /// Cells whose shades follow from the id, so that each vector has its own pattern.
  void writeStrip() {
    std::uint64_t pattern = fnv64(m_node.id);
    const double step = (m_body.width() - 10) / card::kStripCells;
    for (int cell = 0; cell < card::kStripCells; ++cell) {
      const QRectF place(m_body.left() + 5 + step * cell + 0.8, m_body.top() + 4.5, step - 1.6,
                         m_body.height() - 9);
      m_svg.rect("cell" + std::to_string(1 + pattern % 4), place, 3.5);
      pattern /= 4;
    }
  }

  void writeFormula(const content::Formula& formula) {
    const double scale = card::kFormulaSize / 1000;
    const double below = m_node.shape == CardShape::Tensor ? 0 : card::kPadding;
    const double baseline = m_box.bottom() - below - formula.descent * scale;
    m_svg.openMovedGroup("", {m_box.center().x() - m_card.formulaWidth / 2, baseline}, scale);
    m_svg.path("tl", formula.path);
    m_svg.closeGroup();
  }

  SvgWriter& m_svg;
  const FlowNode& m_node;
  const Card& m_card;
  const QRectF m_box;
  const QRectF m_body;
};

}  // namespace

void writeLabel(SvgWriter& svg, std::string_view textClass, QPointF at, std::string_view label,
                TextAlign align) {
  const auto line = style::layoutInline(label, style::textStyle(textClass));
  const double left = align == TextAlign::Centre ? at.x() - line.width / 2 : at.x();
  for (const auto& run : line.runs) {
    const std::string classes =
        run.classes.empty() ? std::string(textClass) : std::string(textClass) + " " + run.classes;
    svg.text(classes, {left + run.x, at.y() + run.y}, run.text);
  }
}

void writeIcon(SvgWriter& svg, std::string_view name, QPointF topLeft, double size) {
  const auto icon = style::icon(name);
  if (!icon)
    return;
  svg.openMovedGroup("", topLeft, size / 24);
  for (const auto& path : icon->paths)
    svg.path("glyph", path);
  svg.closeGroup();
}

void writeCard(SvgWriter& svg, const FlowNode& node, const Card& card, const QRectF& box,
               const QRectF& body, const content::Formula* formula) {
  svg.openPart({.id = node.id,
                .classes = "node " + std::string(style::className(node.role)),
                .title = node.title,
                .description = node.explanation});
  CardWriter(svg, node, card, box, body).write(formula);
  svg.closeGroup();
}

}  // namespace phaseboard::compiler
