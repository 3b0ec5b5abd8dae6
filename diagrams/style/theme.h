// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <QColor>

#include "diagrams/style/palette.h"

/// The class table of our figures. A figure carries only classes; this table says what they mean in
/// each theme. The compiler writes CSS from it and the scene resolves classes against it, so both
/// agree by construction.
///
/// Classes of text: `tt` title, `ts` sub-title, `tl` list or layer, `te` edge label, `tz` lane
/// title, `tx` axis, `tb` badge, `tn` big number, `tc` chip, `th` table heading, `tm` monospace;
/// with `mid` or `end` for the anchor, `it` for italics, `small` for sub- and superscripts, `ink`
/// for the colour of the role around it, `muted`, `onsolid` for text on `solid`. Classes of shapes
/// inside a role: `card body tile cap solid zone area line dot glyph bullet layer hair cell1..cell4
/// heat1..heat6` (text on `heat6` adds `onsolid`). Inside a wire: `wire head`. Inside a lane: `lane
/// tz`. Without either: `canvas card shadow chip disc axis gridl hair guide`; `chip` takes a lane's
/// class to match what is behind it; `thin`, `thick`, `dashed` change a line.
namespace phaseboard::style {

enum class Family { Inter, Mono };
enum class Anchor { Start, Middle, End };

struct TextStyle {
  Family family = Family::Inter;
  double size = 11.5;  ///< units, may be fractional
  int weight = 400;    ///< 400, 500, 600 or 700
  bool italic = false;

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Everything needed to paint one element. Unset fill or stroke means none.
struct Paint {
  std::optional<QColor> fill = QColor(Qt::black);
  double fillOpacity = 1;
  std::optional<QColor> stroke;
  double strokeWidth = 1;
  std::vector<double> dash;  ///< units
  bool roundCap = false;
  bool roundJoin = false;
  TextStyle text;
  Anchor anchor = Anchor::Start;

  friend bool operator==(const Paint&, const Paint&) = default;
};

/// What one rule sets; the rest is left alone. An invalid colour means "none".
struct Declarations {
  std::optional<QColor> fill;
  std::optional<double> fillOpacity;
  std::optional<QColor> stroke;
  std::optional<double> strokeWidth;
  std::optional<std::vector<double>> dash;
  bool round = false;  ///< round caps and joins
  std::optional<Family> family;
  std::optional<double> size;
  std::optional<int> weight;
  bool italic = false;
  std::optional<Anchor> anchor;
};

struct StyleRule {
  std::string selector;  ///< ".a", ".a.b" or ".a .b"
  Declarations set;
};

/// The whole table in the order in which it applies. Built once per theme; safe from any thread.
[[nodiscard]] const std::vector<StyleRule>& rules(ThemeName theme);

/// What the element with the last of `classLists` looks like; the others are those of its
/// ancestors, outermost first. Each is the text of a class attribute. Rules with more classes win,
/// then later ones; nothing is inherited, as our groups carry no style themselves.
[[nodiscard]] Paint resolve(ThemeName theme, std::span<const std::string> classLists);

/// The paint of a single class, for measuring: `paintOf("tt").text`.
[[nodiscard]] TextStyle textStyle(std::string_view textClass);

/// Whether any rule, role, wire or lane knows the word.
[[nodiscard]] bool isKnownClass(std::string_view word);

/// "fill:#FFFFFF;stroke-width:1.25" in the CSS that both Qt SVG and librsvg understand.
[[nodiscard]] std::string cssDeclarations(const Declarations& set);

/// One line per rule of which every class occurs in `usedClasses`.
[[nodiscard]] std::string css(ThemeName theme, std::span<const std::string> usedClasses);

}  // namespace phaseboard::style
