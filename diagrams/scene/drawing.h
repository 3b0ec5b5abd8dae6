// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <QGlyphRun>
#include <QList>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "diagrams/scene/round_box.h"
#include "diagrams/scene/scene.h"

/// What the reader finds in a figure and the painter needs. Only diagrams/scene includes this.
namespace phaseboard::scene {

/// Class lists from the outermost group to the element; equal ones are kept once.
using ClassChain = std::vector<std::string>;
using StyleIndex = std::uint32_t;

/// What a mark is for, as far as painting and touching tell it apart.
enum class MarkKind : std::uint8_t {
  Shape,
  Frame,   ///< body of a node, frame of a group
  Area,    ///< soft fill below a curve: painted, never touched
  Shadow,  ///< painted, never touched, not part of the outline
  Wire,    ///< line of an edge
  Head,    ///< its arrow head
  Chip,    ///< ground of a label
  Badge,   ///< disc and number of a step
  Text,
};

/// One shape or one line of text, in figure units.
struct Mark {
  MarkKind kind = MarkKind::Shape;
  StyleIndex style = 0;
  QPainterPath path;            ///< shapes, and turned text
  std::optional<RoundBox> box;  ///< what the path is, when it is a box
  double lineScale = 1;         ///< stroke widths and dashes are multiplied by it
  QList<QGlyphRun> glyphs;      ///< upright text
  QPointF origin;               ///< of the glyphs
  QString line;                 ///< what the glyphs say
  QRectF bounds;                ///< what painting touches
};

/// Marks that follow one another and belong to one part, or to none.
struct Layer {
  std::optional<std::size_t> item;  ///< index into `items`
  std::size_t first = 0;            ///< index of the first mark
  std::size_t last = 0;             ///< one after the last
  QRectF bounds;
  std::optional<std::size_t> frame;  ///< the mark that is the body of a node
};

struct Drawing {
  QSizeF size;
  QString title;
  QString description;
  std::vector<ClassChain> styles;
  std::vector<bool> filled;  ///< for each style, whether it fills what it paints
  std::vector<Mark> marks;
  std::vector<Layer> layers;                           ///< in paint order
  std::vector<Item> items;                             ///< in paint order
  std::unordered_map<std::string, std::size_t> index;  ///< id -> item
};

}  // namespace phaseboard::scene
