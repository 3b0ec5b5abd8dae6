// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/palette.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace phaseboard::style {
namespace {

using Hex = std::uint32_t;  // 0xRRGGBB

struct RoleRow {
  std::string_view name;
  std::array<Hex, 4> light;  // ink, tile, body, border
  std::array<Hex, 4> dark;
};

constexpr std::array<RoleRow, kRoles.size()> kRoleTable{{
    {"service", {0x1D5FD6, 0xE3EDFD, 0xF6F9FF, 0xB9D0F6}, {0x7FB2FF, 0x1B335C, 0x15243B, 0x37588F}},
    {"process", {0x08706A, 0xDAF3F0, 0xF3FBFA, 0xA6DAD5}, {0x5ED6CB, 0x113D3D, 0x12292E, 0x28706C}},
    {"store", {0x9A5208, 0xFCEBD3, 0xFFF9F0, 0xEBCB9E}, {0xF5B567, 0x46310F, 0x2A2317, 0x7E5A22}},
    {"model", {0x6A3FD1, 0xEAE3FC, 0xF8F5FF, 0xC3B0F2}, {0xB79BFF, 0x35276A, 0x211D3C, 0x5F4BA8}},
    {"queue", {0x086C98, 0xD9F0FA, 0xF2FAFE, 0xA3D5EA}, {0x6CCBF2, 0x103B50, 0x11283A, 0x2A6A89}},
    {"data", {0x46586F, 0xE8EDF3, 0xF8FAFC, 0xC6D0DC}, {0xB3C1D4, 0x2A384D, 0x182333, 0x43546E}},
    {"metric", {0x187439, 0xDDF3E3, 0xF4FBF6, 0xA9DBB7}, {0x77D694, 0x14402A, 0x122A22, 0x2D7446}},
    {"policy", {0xC02C4E, 0xFCE3E8, 0xFFF6F8, 0xF1B6C3}, {0xFF92A8, 0x511F30, 0x2E1A26, 0x8E3B52}},
    {"tensor", {0x4450CF, 0xE4E6FC, 0xF6F7FF, 0xBBC0F3}, {0xA0A9FF, 0x282E6B, 0x1A1F3D, 0x4A54AE}},
    {"actor", {0x1C2B41, 0xE5EAF1, 0xFFFFFF, 0xB7C3D3}, {0xE9EFF8, 0x2C3A50, 0x162031, 0x53657F}},
    {"external",
     {0x5F6D80, 0xEDF0F4, 0xFAFBFC, 0xCCD4DE},
     {0xA9B6C8, 0x263246, 0x172131, 0x414F65}},
    {"note", {0x8A6A0B, 0xFFF4CC, 0xFFFBEB, 0xEFDCA0}, {0xF0D27A, 0x463A12, 0x272314, 0x6C5B23}},
}};

struct NeutralRow {
  Hex light;
  Hex dark;
};

constexpr std::array<NeutralRow, 10> kNeutralTable{{
    {0xFFFFFF, 0x0D1420},  // Canvas
    {0x0F1B2D, 0xE9EFF8},  // Ink
    {0x55657C, 0xA3B1C6},  // Muted
    {0x78869A, 0x71819A},  // Axis
    {0xD9E0EA, 0x2A374B},  // Rule
    {0xFFFFFF, 0x162031},  // Card
    {0xCCD4DE, 0x37465D},  // CardBorder
    {0x0F1B2D, 0x000000},  // Shadow
    {0x42526A, 0xA9B8CC},  // Badge
    {0xFFFFFF, 0x0D1420},  // OnBadge
}};

struct WireRow {
  std::string_view name;
  std::string_view meaning;
  Hex light;
  Hex dark;
  double width;
  std::array<double, 2> dash;  // 0 0 is solid
};

constexpr std::array<WireRow, kWires.size()> kWireTable{{
    {"flow", "request / data flow", 0x42526A, 0xA9B8CC, 1.7, {0, 0}},
    {"async", "asynchronous event", 0x42526A, 0xA9B8CC, 1.7, {6, 5}},
    {"batch", "batch job", 0x08706A, 0x5ED6CB, 1.7, {0, 0}},
    {"train", "training path", 0x6A3FD1, 0xB79BFF, 1.7, {0, 0}},
    {"feedback", "feedback", 0xC2570C, 0xF79A5B, 1.7, {6, 5}},
    {"control", "control / config", 0x6F7D92, 0x8494AC, 1.7, {2, 5}},
    {"ref", "reference", 0xB1BDCC, 0x4B5C75, 1.3, {0, 0}},
}};

struct LaneRow {
  std::string_view name;
  std::array<Hex, 3> light;  // fill, border, title
  std::array<Hex, 3> dark;
};

constexpr std::array<LaneRow, kLanes.size()> kLaneTable{{
    {"offline", {0xFCF7F0, 0xEBDCC3, 0x93500A}, {0x1A1812, 0x4C3D20, 0xF5B567}},
    {"online", {0xF3F7FE, 0xC9DCF8, 0x1D5FD6}, {0x0F1A2C, 0x25426F, 0x7FB2FF}},
    {"training", {0xF8F5FF, 0xD8CBF6, 0x6A3FD1}, {0x17132E, 0x40336E, 0xB79BFF}},
    {"monitor", {0xF3FAF5, 0xC2E2CC, 0x187439}, {0x0F1D19, 0x26533C, 0x77D694}},
    {"neutral", {0xF6F8FB, 0xD9E0EA, 0x55657C}, {0x111A28, 0x2C3A50, 0xA3B1C6}},
    {"risk", {0xFFF6F7, 0xF3CAD4, 0xC02C4E}, {0x1F141C, 0x612C3E, 0xFF92A8}},
}};

QColor toColour(Hex hex) {
  return QColor::fromRgb(static_cast<QRgb>(hex) | 0xFF000000U);
}

template <class Enum>
std::size_t at(Enum value) {
  return static_cast<std::size_t>(value);
}

template <class Enum, std::size_t N, class Row>
std::optional<Enum> named(const std::array<Row, N>& table, std::string_view word) {
  const auto row = std::find_if(table.begin(), table.end(),
                                [word](const Row& candidate) { return candidate.name == word; });
  if (row == table.end())
    return std::nullopt;
  return static_cast<Enum>(row - table.begin());
}

double luminance(const QColor& colour) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

}  // namespace

RoleColours colours(ThemeName theme, Role role) {
  const RoleRow& row = kRoleTable.at(at(role));
  const auto& hex = theme == ThemeName::Light ? row.light : row.dark;
  return {toColour(hex[0]), toColour(hex[1]), toColour(hex[2]), toColour(hex[3]),
          colour(theme, Neutral::OnBadge)};
}

QColor colour(ThemeName theme, Neutral neutral) {
  const NeutralRow& row = kNeutralTable.at(at(neutral));
  return toColour(theme == ThemeName::Light ? row.light : row.dark);
}

WireStyle wireStyle(ThemeName theme, Wire wire) {
  const WireRow& row = kWireTable.at(at(wire));
  WireStyle style{toColour(theme == ThemeName::Light ? row.light : row.dark), row.width, {}};
  if (row.dash[0] > 0)
    style.dash.assign(row.dash.begin(), row.dash.end());
  return style;
}

LaneColours colours(ThemeName theme, Lane lane) {
  const LaneRow& row = kLaneTable.at(at(lane));
  const auto& hex = theme == ThemeName::Light ? row.light : row.dark;
  return {toColour(hex[0]), toColour(hex[1]), toColour(hex[2])};
}

ApplicationColours applicationColours(ThemeName theme) {
  const bool light = theme == ThemeName::Light;
  const RoleColours service = colours(theme, Role::Service);
  const RoleColours metric = colours(theme, Role::Metric);
  const RoleColours store = colours(theme, Role::Store);
  const RoleColours policy = colours(theme, Role::Policy);
  const QColor ink = colour(theme, Neutral::Ink);
  const QColor canvas = colour(theme, Neutral::Canvas);
  const QColor card = colour(theme, Neutral::Card);

  ApplicationColours app;
  app.window = light ? toColour(0xF3F6FA) : toColour(0x0A101A);
  app.sidebar = light ? toColour(0xEAEFF6) : canvas;
  app.card = light ? card : toColour(0x131C2B);
  app.cardBorder = light ? toColour(0xDDE4ED) : toColour(0x263347);
  app.hover = mixed(app.card, ink, 0.05);
  app.pressed = mixed(app.card, ink, 0.10);
  app.selection = light ? toColour(0xD9E7FD) : toColour(0x203A66);
  app.onSelection = ink;
  app.text = ink;
  app.mutedText = colour(theme, Neutral::Muted);
  app.disabledText = light ? toColour(0x7B899C) : toColour(0x75859D);
  app.accent = service.ink;
  app.accentHover = mixed(service.ink, light ? toColour(0x000000) : toColour(0xFFFFFF), 0.14);
  app.accentSoft = service.tile;
  app.onAccent = service.onInk;
  app.focusRing = light ? toColour(0x4C8BF5) : toColour(0x7FB2FF);
  app.good = metric.ink;
  app.goodSoft = metric.tile;
  app.warn = store.ink;
  app.warnSoft = store.tile;
  app.bad = policy.ink;
  app.badSoft = policy.tile;
  app.shadow = colour(theme, Neutral::Shadow);
  app.shadow.setAlphaF(light ? 0.08F : 0.40F);
  return app;
}

std::string_view className(Role role) {
  return kRoleTable.at(at(role)).name;
}
std::string_view className(Wire wire) {
  return kWireTable.at(at(wire)).name;
}
std::string_view className(Lane lane) {
  return kLaneTable.at(at(lane)).name;
}
std::optional<Role> roleNamed(std::string_view word) {
  return named<Role>(kRoleTable, word);
}
std::optional<Wire> wireNamed(std::string_view word) {
  return named<Wire>(kWireTable, word);
}
std::optional<Lane> laneNamed(std::string_view word) {
  return named<Lane>(kLaneTable, word);
}
std::string_view meaning(Wire wire) {
  return kWireTable.at(at(wire)).meaning;
}

QColor mixed(const QColor& under, const QColor& over, double share) {
  const auto mix = [share](int a, int b) {
    return static_cast<int>(std::lround(a + (b - a) * std::clamp(share, 0.0, 1.0)));
  };
  return {mix(under.red(), over.red()), mix(under.green(), over.green()),
          mix(under.blue(), over.blue())};
}

double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace phaseboard::style
