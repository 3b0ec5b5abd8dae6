// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QRectF>

#include "app/content/model.h"
#include "diagrams/compiler/flow/card_measure.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/svg_writer.h"

namespace phaseboard::compiler {

/// How a line of text stands to its point.
enum class TextAlign { Left, Centre };

/// Writes one line with its light maths; its baseline begins (or is centred) at `at`.
void writeLabel(SvgWriter& svg, std::string_view textClass, QPointF at, std::string_view label,
                TextAlign align = TextAlign::Left);

/// Writes the icon, `size` units wide and high.
void writeIcon(SvgWriter& svg, std::string_view name, QPointF topLeft, double size);

/// Writes one node as a part.
///
/// @param box   where the card stands, captions included
/// @param body  what its wires end at
/// @param formula  the outlines of `node.math`, or null
void writeCard(SvgWriter& svg, const FlowNode& node, const Card& card, const QRectF& box,
               const QRectF& body, const content::Formula* formula);

}  // namespace phaseboard::compiler
