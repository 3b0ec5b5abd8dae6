// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QPointF>
#include <QRectF>

#include "app/content/model.h"
#include "diagrams/compiler/charts/chart_source.h"
#include "diagrams/compiler/svg_writer.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {

/// Lengths that the kinds share, in units.
namespace chart {
inline constexpr double kMargin = 24;
inline constexpr double kCardRadius = 12;
inline constexpr double kPadding = 14;
inline constexpr double kTile = 34;
inline constexpr double kTileRadius = 9;
inline constexpr double kTitleLine = 17;
inline constexpr double kSubLine = 15;
inline constexpr double kMaxWidth = 1480;
inline constexpr double kMaxHeight = 1000;
}  // namespace chart

enum class Align { Left, Centre, Right };

/// Draws one chart: writes the SVG, keeps the parts, and checks that words fit and boxes keep
/// apart.
///
/// Baselines: `text` takes the baseline; `block` takes the middle of a stack of lines.
class ChartCanvas {
 public:
  ChartCanvas(std::string title, std::string description, ChartProblems& problems);

  /// Prints `formula` centred below everything else. Called before `begin`.
  void setFormula(const content::Formula& formula) { m_formula = formula; }

  /// Sets the size and paints the ground. Called once, before anything is drawn.
  void begin(double width, double height);

  void openNode(const Entry& entry, std::string_view extra = {},
                const std::optional<std::string>& parent = std::nullopt);
  /// A node whose role is not around everything in it, because it holds marks of other roles: open
  /// a group with the role's class where it is wanted.
  void openMixedNode(const Entry& entry, std::string_view extra);
  void openGroup(const Entry& entry, std::string_view extra = {});
  void openEdge(const Entry& entry, const std::string& from, const std::string& to,
                std::optional<int> step = std::nullopt);
  void close() { m_svg.closeGroup(); }
  [[nodiscard]] SvgWriter& svg() { return m_svg; }

  /// One line with inline maths; `classes` begins with the text class.
  void text(std::string_view classes, QPointF baseline, std::string_view label,
            Align align = Align::Left);
  /// Lines `step` apart, centred on `middle.y()`.
  void block(std::string_view classes, QPointF middle, const std::vector<std::string>& lines,
             double step, Align align = Align::Left);
  void turnedText(std::string_view classes, QPointF middle, std::string_view label);
  void icon(std::string_view name, QPointF middle, double size, bool onSolid = false);
  /// The icon on its tile; the tile's class is "tile", or "solid" when `strong`.
  void tile(std::string_view name, QPointF topLeft, bool strong = false);
  void card(const QRectF& box, std::string_view classes = "card",
            double radius = chart::kCardRadius);
  /// A line along `points` with rounded corners and a solid head at its end.
  void wire(const std::vector<QPointF>& points, bool isDashed = false);
  /// A number in a disc.
  void badge(QPointF middle, int number);

  /// Complains when `label` is wider than `room`. @return whether it fits.
  bool fit(const Entry& entry, std::string_view label, std::string_view textClass, double room);
  /// Complains when the box touches another one claimed in the same `layer`, or leaves the figure.
  void claim(const Entry& entry, const QRectF& box, int layer = 0);

  [[nodiscard]] ChartProblems& problems() { return m_problems; }
  /// Fills in everything but the ids of figure and question.
  [[nodiscard]] content::Diagram finish();

 private:
  struct Claim {
    std::string id;
    QRectF box;
    int layer = 0;
  };

  void keep(const Entry& entry, content::PartKind kind);
  void drawFormula();

  std::string m_title;
  std::string m_description;
  SvgWriter m_svg;
  ChartProblems& m_problems;
  double m_width = 0;
  double m_height = 0;
  std::optional<content::Formula> m_formula;
  std::vector<content::Part> m_parts;
  std::map<std::string, int> m_lines;  ///< where each id was declared
  std::vector<Claim> m_claims;
};

/// Width of an inline label in the type of `textClass`.
[[nodiscard]] double widthOf(std::string_view label, std::string_view textClass);
[[nodiscard]] double widthOf(const std::vector<std::string>& lines, std::string_view textClass);

/// The name of a lane or frame as it is printed: plain and in capitals.
[[nodiscard]] std::string laneTitle(const Entry& entry);

/// From the middle of a line of capitals to its baseline.
[[nodiscard]] double capRise(std::string_view textClass);

/// A polygon with corners rounded by `radius`, closed.
[[nodiscard]] PathData roundedPolygon(const std::vector<QPointF>& corners, double radius);

}  // namespace phaseboard::compiler
