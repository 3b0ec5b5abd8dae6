// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QRectF>
#include <QSizeF>

#include "app/base/diagnostic.h"
#include "app/content/model.h"
#include "diagrams/compiler/flow/flow_graph.h"

namespace phaseboard::compiler {

/// Lines of one text of a card, with light maths, already broken.
struct TextLines {
  std::vector<std::string> lines;
  double width = 0;  ///< of the widest
};

/// A card before it has a place: its texts and the least room they need.
struct Card {
  TextLines title;
  TextLines sub;
  std::vector<TextLines> items;
  double formulaWidth = 0;  ///< 0 without a formula
  double formulaHeight = 0;
  QSizeF size;       ///< least size; wider is always possible
  double above = 0;  ///< from its top to the line on which a row is aligned
  QSizeF body;       ///< what wires end at; smaller than `size` only for a tensor
};

/// Lengths that measuring and painting share, in units.
namespace card {
inline constexpr double kPadding = 12;
inline constexpr double kTile = 34;
inline constexpr double kTileRadius = 9;
inline constexpr double kIconSize = 19;
inline constexpr double kTileGap = 10;
inline constexpr double kMinHeight = 58;
inline constexpr double kRadius = 12;
inline constexpr double kTitleLine = 17;
inline constexpr double kSubLine = 15;
inline constexpr double kSubGap = 2;
inline constexpr double kItemStep = 19;
inline constexpr double kItemLine = 15;
inline constexpr double kBulletIndent = 15;
inline constexpr double kLayerHeight = 25;
inline constexpr double kLayerStep = 31;
inline constexpr double kStripHeight = 25;
inline constexpr double kStripWidth = 146;
inline constexpr int kStripCells = 8;
inline constexpr double kCylinderCap = 8;
inline constexpr double kTubeCap = 9;
inline constexpr double kFold = 14;
inline constexpr double kChamfer = 11;
inline constexpr double kFormulaSize = 15;  ///< of its em
inline constexpr double kFormulaPadding = 7;
}  // namespace card

/// Height of title and sub-title together.
[[nodiscard]] double headingHeight(const Card& card);

/// From the top of a list or tower to its hairline or first layer.
[[nodiscard]] double headerHeight(const Card& card);

/// Measures one node. A word that does not fit its wrap and an unknown icon are added to
/// `problems`.
[[nodiscard]] Card measureCard(const std::string& file, const FlowNode& node,
                               const std::map<std::string, content::Formula>& formulas,
                               Diagnostics& problems);

}  // namespace phaseboard::compiler
