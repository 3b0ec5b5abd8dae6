// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/theme_rules.h"

#include <array>
#include <string>
#include <utility>

namespace phaseboard::style {
namespace {

Declarations filled(const QColor& colour) {
  Declarations set;
  set.fill = colour;
  return set;
}

Declarations outlined(const QColor& fill, const QColor& stroke, double width) {
  Declarations set = filled(fill);
  set.stroke = stroke;
  set.strokeWidth = width;
  return set;
}

Declarations stroked(const QColor& stroke, double width) {
  return outlined(QColor(), stroke, width);
}

Declarations rounded(Declarations set) {
  set.round = true;
  return set;
}

Declarations dashed(std::vector<double> dash) {
  Declarations set;
  set.dash = std::move(dash);
  return set;
}

Declarations type(double size, int weight, const QColor& colour, Family family = Family::Inter) {
  Declarations set = filled(colour);
  set.family = family;
  set.size = size;
  set.weight = weight;
  return set;
}

constexpr double kSmallShare = 0.72;  // of the line's size, for sub- and superscripts

/// How much ink the six steps of a heat map hold. The text on the last one is `onsolid`.
constexpr std::array kHeatLight{0.05, 0.14, 0.25, 0.38, 0.52, 1.0};
constexpr std::array kHeatDark{0.04, 0.11, 0.19, 0.27, 0.36, 1.0};

class Table {
 public:
  explicit Table(ThemeName theme) : m_theme(theme) {}

  void add(std::string selector, Declarations set) {
    m_rules.push_back({std::move(selector), std::move(set)});
  }

  void addText(const std::string& name, Declarations set) {
    Declarations small;
    small.size = *set.size * kSmallShare;
    add("." + name, std::move(set));
    add("." + name + ".small", std::move(small));
  }

  [[nodiscard]] QColor of(Neutral neutral) const { return colour(m_theme, neutral); }
  [[nodiscard]] ThemeName theme() const { return m_theme; }
  std::vector<StyleRule> take() { return std::move(m_rules); }

 private:
  ThemeName m_theme;
  std::vector<StyleRule> m_rules;
};

void addNeutralShapes(Table& table) {
  table.add(".canvas", filled(table.of(Neutral::Canvas)));
  Declarations shadow = filled(table.of(Neutral::Shadow));
  shadow.fillOpacity = table.theme() == ThemeName::Light ? 0.035 : 0.16;
  table.add(".shadow", shadow);
  table.add(".card", outlined(table.of(Neutral::Card), table.of(Neutral::CardBorder), 1.25));
  table.add(".chip", filled(table.of(Neutral::Canvas)));
  table.add(".disc", filled(table.of(Neutral::Badge)));
  table.add(".gridl", stroked(table.of(Neutral::Rule), 1));
  table.add(".hair", stroked(table.of(Neutral::Rule), 1.25));
  table.add(".axis", rounded(stroked(table.of(Neutral::Axis), 1.4)));
  table.add(".guide", stroked(table.of(Neutral::Axis), 1.25));
  table.add(".stripe", filled(mixed(table.of(Neutral::Canvas), table.of(Neutral::Ink), 0.028)));
}

void addText(Table& table) {
  const QColor ink = table.of(Neutral::Ink);
  const QColor muted = table.of(Neutral::Muted);
  table.addText("tt", type(13.5, 600, ink));
  table.addText("ts", type(11.5, 400, muted));
  table.addText("tl", type(11.5, 500, ink));
  table.addText("te", type(11.5, 500, ink));
  table.addText("tz", type(11, 700, muted));
  table.addText("tx", type(11, 400, muted));
  table.addText("tb", type(10.5, 700, table.of(Neutral::OnBadge)));
  table.addText("tn", type(20, 700, ink));
  table.addText("tc", type(11, 600, ink));
  table.addText("th", type(12, 600, ink));
  table.addText("tm", type(11, 400, ink, Family::Mono));
}

void addRole(Table& table, Role role) {
  const RoleColours c = colours(table.theme(), role);
  const QColor canvas = table.of(Neutral::Canvas);
  const std::string in = "." + std::string(className(role)) + " ";
  const bool solid = role == Role::Model || role == Role::Actor;
  const bool model = role == Role::Model;

  table.add(in + ".card", outlined(model ? c.body : table.of(Neutral::Card),
                                   model ? c.ink : c.border, model ? 1.75 : 1.25));
  if (role == Role::External)
    table.add(in + ".card", dashed({5, 4}));
  table.add(in + ".body", outlined(c.body, c.border, 1.25));
  table.add(in + ".tile", filled(solid ? c.ink : c.tile));
  table.add(in + ".glyph", rounded(stroked(solid ? c.onInk : c.ink, 2)));
  table.add(in + ".cap", outlined(c.tile, c.border, 1.25));
  table.add(in + ".layer", outlined(c.tile, c.border, 1));
  table.add(in + ".hair", stroked(c.border, 1.25));
  table.add(in + ".solid", filled(c.ink));
  table.add(in + ".onsolid.glyph", rounded(stroked(c.onInk, 2)));
  table.add(in + ".bullet", filled(c.ink));
  table.add(in + ".ink", filled(c.ink));
  table.add(in + ".line", rounded(stroked(c.ink, 2.25)));
  table.add(in + ".dot", outlined(canvas, c.ink, 2));
  table.add(in + ".zone", filled(c.body));
  Declarations area = filled(c.ink);
  area.fillOpacity = 0.13;
  table.add(in + ".area", area);
}

void addShades(Table& table, Role role) {
  const RoleColours c = colours(table.theme(), role);
  const std::string in = "." + std::string(className(role)) + " ";
  const auto& heat = table.theme() == ThemeName::Light ? kHeatLight : kHeatDark;
  for (std::size_t step = 0; step < heat.size(); ++step)
    table.add(in + ".heat" + std::to_string(step + 1),
              filled(mixed(table.of(Neutral::Card), c.ink, heat.at(step))));
  constexpr std::array kCells{0.0, 0.3, 0.6, 1.0};
  for (std::size_t step = 0; step < kCells.size(); ++step)
    table.add(in + ".cell" + std::to_string(step + 1),
              filled(mixed(c.border, c.ink, kCells.at(step))));
}

void addWire(Table& table, Wire wire) {
  const WireStyle style = wireStyle(table.theme(), wire);
  const std::string in = "." + std::string(className(wire)) + " ";
  Declarations line = stroked(style.colour, style.width);
  if (!style.dash.empty())
    line.dash = style.dash;
  line.round = style.dash.empty();
  table.add(in + ".wire", line);
  table.add(in + ".head", filled(style.colour));
}

void addLane(Table& table, Lane lane) {
  const LaneColours c = colours(table.theme(), lane);
  const std::string name = "." + std::string(className(lane));
  table.add(name + " .lane", outlined(c.fill, c.border, 1.25));
  table.add(name + " .tz", filled(c.title));
  table.add(".chip" + name, filled(c.fill));
}

/// Rules that change what another class says; they come last.
void addModifiers(Table& table) {
  Declarations anchor;
  anchor.anchor = Anchor::Middle;
  table.add(".mid", anchor);
  anchor.anchor = Anchor::End;
  table.add(".end", anchor);
  Declarations italic;
  italic.italic = true;
  table.add(".it", italic);
  table.add(".muted", filled(table.of(Neutral::Muted)));
  table.add(".onsolid", filled(table.of(Neutral::OnBadge)));
  Declarations width;
  width.strokeWidth = 1.5;
  table.add(".line.thin", width);
  width.strokeWidth = 3;
  table.add(".line.thick", width);
  table.add(".line.dashed", dashed({5, 5}));
  table.add(".hair.dashed", dashed({3, 4}));
  table.add(".guide.dashed", dashed({4, 5}));
  table.add(".card.dashed", dashed({5, 4}));
  table.add(".cap.dashed", dashed({5, 4}));
  table.add(".wire.dashed", dashed({6, 5}));
}

}  // namespace

std::vector<StyleRule> buildRules(ThemeName theme) {
  Table table(theme);
  addNeutralShapes(table);
  addText(table);
  for (const Lane lane : kLanes)
    addLane(table, lane);
  for (const Wire wire : kWires)
    addWire(table, wire);
  for (const Role role : kRoles) {
    addRole(table, role);
    addShades(table, role);
  }
  addModifiers(table);
  return table.take();
}

}  // namespace phaseboard::style
