// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/single_card.h"

#include "diagrams/compiler/flow/card_measure.h"
#include "diagrams/compiler/flow/card_svg.h"
#include "diagrams/compiler/svg_writer.h"
#include "diagrams/compiler/theme_css.h"

namespace phaseboard::compiler {
namespace {

constexpr double kShadowRoom = 8;

const char* iconFor(style::Role role) {
  switch (role) {
    case style::Role::Service:
      return "server";
    case style::Role::Process:
      return "cpu";
    case style::Role::Model:
      return "brain";
    case style::Role::Metric:
      return "gauge";
    case style::Role::Policy:
      return "shield";
    case style::Role::Actor:
      return "user";
    case style::Role::External:
      return "cloud";
    case style::Role::Data:
      return "file";
    case style::Role::Store:
    case style::Role::Queue:
    case style::Role::Tensor:
    case style::Role::Note:
      break;  // their shape says enough
  }
  return "";
}

FlowNode nodeFor(style::Role role, const std::string& label) {
  FlowNode node;
  node.id = "card";
  node.role = role;
  node.shape = plainShapeOf(role);
  node.icon = iconFor(role);
  for (const char letter : label) {
    if (letter == '$')
      node.label += '\\';  // a person who types a dollar means a dollar
    node.label += letter;
  }
  node.title = label.empty() ? "?" : label;
  node.explanation = "Drawn on the board as a part: " + node.title + ".";
  return node;
}

Card measured(const FlowNode& node) {
  Diagnostics ignored;  // a card that is too wide for a figure is wide on a board
  return measureCard("board", node, {}, ignored);
}

}  // namespace

void writeSingleCard(SvgWriter& svg, style::Role role, const std::string& label,
                     const std::string& id, const QRectF& box) {
  FlowNode node = nodeFor(role, label);
  node.id = id;
  const Card card = measured(node);
  QRectF body = box;
  if (node.shape == CardShape::Tensor)
    body = QRectF(box.center().x() - card.body.width() / 2, box.top(), card.body.width(),
                  card.body.height());
  writeCard(svg, node, card, box, body, nullptr);
}

SingleCard singleCard(style::Role role, const std::string& label) {
  const QSizeF size = singleCardSize(role, label);
  SingleCard single;
  single.size = size;
  single.corner = {kShadowRoom, kShadowRoom};
  const std::string title = label.empty() ? "?" : label;
  SvgWriter svg(title, title);
  writeSingleCard(svg, role, label, "card", QRectF(single.corner, size));
  single.svg =
      svg.finish(size.width() + 2 * kShadowRoom, size.height() + 2 * kShadowRoom, lightCss());
  return single;
}

QSizeF singleCardSize(style::Role role, const std::string& label) {
  return measured(nodeFor(role, label)).size;
}

}  // namespace phaseboard::compiler
