// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/content/model.h"
#include "diagrams/scene/look.h"
#include "diagrams/style/palette.h"

class QPainter;

namespace phaseboard::scene {

struct Drawing;
class PaintCache;

/// One part of a figure: what it is, where it is and what it says. Lengths are figure units.
struct Item {
  PartId id;
  content::PartKind kind = content::PartKind::Node;
  QString title;
  QString description;
  QString text;  ///< what is printed for it, line after line, without the number of a step
  std::optional<PartId> from;  ///< edges only
  std::optional<PartId> to;    ///< edges only
  int step = 0;                ///< 1 and up in a numbered flow; 0 without a number
  QRectF bounds;               ///< everything painted for it, shadow and label included
  QRectF box;                  ///< the body: a node's outline, an edge's wire, a group's frame
  QPainterPath hitShape;       ///< the areas where it is touched
  QPainterPath touchLine;      ///< it is touched near this line too
  double touchReach = 0;       ///< how near
  QPainterPath outline;        ///< the border of a node or a group; empty for edges
  QPainterPath route;          ///< the wire of an edge, from its tail to its head; empty otherwise
};

/// Whether painting begins with the canvas colour or trusts that it is there already.
enum class Backdrop { Canvas, None };

/// A figure, read once and then painted, asked and walked through. It has no widget and no clock.
///
/// A value that can be moved. Painting remembers resolved colours inside, so one scene belongs to
/// one thread at a time. Coordinates are figure units with the origin at the upper left corner.
class Scene {
 public:
  /// Reads a figure in the strict subset (diagrams/compiler/svg_subset.h).
  ///
  /// Colours inside the file are not looked at: classes alone decide, through diagrams/style.
  /// @return `Damaged` (subject "figure") for text that is not in the subset or is larger than its
  ///         limits. A typical figure (25 KB, 30 parts) takes a few milliseconds.
  [[nodiscard]] static Result<Scene> read(std::string_view svg);

  /// The same figure from what `compile` made of it, which takes a tenth of the time. Text that was
  /// compiled for other fonts, colours or by another version, and anything that is not what
  /// `compile` writes, is read from `svg` instead: the result is the same.
  [[nodiscard]] static Result<Scene> read(std::string_view svg, std::string_view compiled);

  /// Geometry and shaped text of a figure as bytes, to be kept beside it. The same figure and fonts
  /// always give the same bytes. Refuses what `read` refuses.
  [[nodiscard]] static Result<std::string> compile(std::string_view svg);

  Scene(Scene&&) noexcept;
  Scene& operator=(Scene&&) noexcept;
  ~Scene();

  [[nodiscard]] QSizeF size() const;
  [[nodiscard]] QRectF bounds() const { return {QPointF(0, 0), size()}; }
  [[nodiscard]] const QString& title() const;
  [[nodiscard]] const QString& description() const;

  /// All parts in paint order: later ones lie above earlier ones.
  [[nodiscard]] const std::vector<Item>& items() const;

  /// The part with this id, or nothing. Valid as long as the scene.
  [[nodiscard]] const Item* item(const PartId& part) const;

  /// Parts as a person would go through them: a group, then its nodes in the author's order, each
  /// followed by the edges that leave it (numbered ones first, by number).
  [[nodiscard]] const std::vector<PartId>& readingOrder() const;

  /// The uppermost part whose true shape is at `point`: a node's outline, 7 units on either side of
  /// an edge or its label, a group's frame or title. Nothing on the empty inside of a group.
  [[nodiscard]] std::optional<PartId> partAt(QPointF point) const;

  /// The innermost group whose frame holds `part`, if there is one.
  [[nodiscard]] std::optional<PartId> groupOf(const PartId& part) const;

  /// What is one step away: for a node its edges and the nodes at their other ends, for an edge its
  /// two ends, for a group the nodes inside. In reading order, without `part` itself.
  [[nodiscard]] std::vector<PartId> neighbours(const PartId& part) const;

  /// Edges that enter a node; for an edge, the part that it leaves. In reading order.
  [[nodiscard]] std::vector<PartId> upstream(const PartId& part) const;

  /// Edges that leave a node; for an edge, the part that it enters. In reading order.
  [[nodiscard]] std::vector<PartId> downstream(const PartId& part) const;

  /// Everything from which an arrow leads to `part`, however far: edges and nodes, in reading
  /// order, without `part` itself. For an edge, its tail and what feeds that.
  [[nodiscard]] std::vector<PartId> allUpstream(const PartId& part) const;

  /// Everything that an arrow from `part` leads to, however far.
  [[nodiscard]] std::vector<PartId> allDownstream(const PartId& part) const;

  /// Paints what lies in `exposed` (units; a null rectangle means everything) with the painter's
  /// transform. Switches antialiasing on; other states of the painter are put back.
  void paint(QPainter& painter, style::ThemeName theme, const Look& look,
             const QRectF& exposed = {}, Backdrop backdrop = Backdrop::Canvas) const;

  /// The same for several pieces at once; the painter is clipped to them.
  void paintPieces(QPainter& painter, style::ThemeName theme, const Look& look,
                   const std::vector<QRectF>& pieces) const;

  /// Paints some parts only, above what is there already, in paint order. Of a group only its halo.
  /// `below` is the look in which the whole figure is there already, if it is: then no more than
  /// halos is painted for parts that get nothing else.
  void paintParts(QPainter& painter, style::ThemeName theme, const Look& look,
                  const std::set<PartId>& parts, const Look* below = nullptr) const;

  /// Boxes that together hold everything painted for a part, halo included: one for a node, one for
  /// each straight piece of an edge's wire and one for its label.
  [[nodiscard]] std::vector<QRectF> paintBoxesOf(const PartId& part) const;

  /// What is covered by the paint of a part and hardly by anything else: the whole of a node or a
  /// group, a narrow band along a wire with its head and label. Worked out at each call.
  [[nodiscard]] QPainterPath inkOf(const PartId& part) const;

 private:
  explicit Scene(Drawing drawing);
  Scene(Drawing drawing, std::vector<PartId> readingOrder);

  enum class Along { AgainstArrows, WithArrows };
  [[nodiscard]] std::vector<PartId> reached(const PartId& part, Along along) const;

  std::unique_ptr<const Drawing> m_drawing;
  std::unique_ptr<PaintCache> m_paints;  ///< resolved colours; does not change what is painted
  std::vector<PartId> m_readingOrder;
};

}  // namespace phaseboard::scene
