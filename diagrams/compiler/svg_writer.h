// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <QPointF>
#include <QRectF>

namespace phaseboard::compiler {

/// `value` with at most two decimals, no trailing zeros and a point whatever the locale: "12.5".
[[nodiscard]] std::string svgNumber(double value);

/// `text` with the five XML characters escaped; control characters become spaces.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

/// Path data, built command by command. Coordinates are absolute.
class PathData {
 public:
  PathData& move(QPointF to);
  PathData& line(QPointF to);
  PathData& quad(QPointF control, QPointF to);
  PathData& cubic(QPointF control1, QPointF control2, QPointF to);
  /// An elliptic arc that does not rotate its axes.
  PathData& arc(double rx, double ry, bool large, bool sweep, QPointF to);
  PathData& close();

  [[nodiscard]] bool isEmpty() const { return m_data.empty(); }
  [[nodiscard]] const std::string& str() const { return m_data; }

 private:
  PathData& command(char letter, std::initializer_list<double> numbers);

  std::string m_data;
};

/// A box whose corners are cut off, as policies are drawn; `cut` is taken from each side.
[[nodiscard]] PathData chamfered(const QRectF& box, double cut);

/// What a part says about itself besides its shapes.
struct PartMarkup {
  std::string id;
  std::string classes = {};  ///< after "part", separated by spaces: "node model"
  std::string title;
  std::string description;
  std::optional<std::string> from = std::nullopt;  ///< edges: id of the part it leaves
  std::optional<std::string> to = std::nullopt;
  std::optional<int> step = std::nullopt;
};

/// One style rule: `selector` is `.a`, `.a.b`, `.a .b` or a deeper chain of such compounds.
struct CssRule {
  std::string selector;
  std::string declarations;  ///< "fill:#FFFFFF;stroke-width:1.25"
};

/// Writes one figure in the strict SVG subset (svg_subset.h): classes only, every group closed,
/// numbers the same in every locale. The same calls give the same bytes.
///
/// Open and close groups in pairs; `finish` asserts that they match. Nothing here knows a colour:
/// the rules come from the theme table and only those that an element uses are written.
class SvgWriter {
 public:
  SvgWriter(std::string title, std::string description);

  void openPart(const PartMarkup& part);
  void openGroup(std::string_view classes);
  /// A group moved to `at`, scaled and turned. Only for icons, formulas and turned axis labels.
  void openMovedGroup(std::string_view classes, QPointF at, double scale = 1, double degrees = 0);
  void closeGroup();

  void rect(std::string_view classes, const QRectF& box, double radius = 0);
  void circle(std::string_view classes, QPointF centre, double radius);
  void ellipse(std::string_view classes, QPointF centre, double rx, double ry);
  void line(std::string_view classes, QPointF from, QPointF to);
  void path(std::string_view classes, std::string_view data);
  void path(std::string_view classes, const PathData& data) { path(classes, data.str()); }
  /// One line of text with its baseline starting at `at` (or centred there, if a class says so).
  void text(std::string_view classes, QPointF at, std::string_view line);

  /// What was written so far, to be put into another document.
  [[nodiscard]] const std::string& body() const { return m_body; }

  /// The document, `width` by `height` units, with those of `rules` that are used, in their order.
  [[nodiscard]] std::string finish(double width, double height,
                                   const std::vector<CssRule>& rules) const;

 private:
  [[nodiscard]] std::string usedRules(const std::vector<CssRule>& rules) const;
  void open(std::string_view attributes, std::string_view classes);
  void note(std::string_view classes);
  void attribute(std::string_view name, double value);
  void begin(std::string_view element, std::string_view classes);

  std::string m_title;
  std::string m_description;
  std::string m_body;
  std::vector<std::string> m_openClasses;  ///< of each open group, outermost first
  std::set<std::string>
      m_chains;  ///< distinct class chains written: "part node/tile", outermost first
};

}  // namespace phaseboard::compiler
