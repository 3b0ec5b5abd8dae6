// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/element_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

constexpr double kWidestLine = 2'000;
constexpr double kShortestDash = 0.01;
constexpr auto kPatternStandIn = "#c9ced6";

std::optional<std::string> valueOf(const Properties& set, std::string_view property) {
  const auto found = set.find(property);
  if (found == set.end() || found->second.empty() || found->second == "inherit")
    return std::nullopt;
  return found->second;
}

std::string assigned(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

/// Words that renderers agree on.
std::string wordAttributes(const Properties& set) {
  struct Choice {
    std::string_view property;
    std::vector<std::string_view> words;
  };
  static const std::array<Choice, 6> kChoices{{
      {"stroke-linecap", {"butt", "round", "square"}},
      {"stroke-linejoin", {"miter", "round", "bevel"}},
      {"fill-rule", {"nonzero", "evenodd"}},
      {"text-anchor", {"start", "middle", "end"}},
      {"font-style", {"normal", "italic"}},
      {"visibility", {"visible", "hidden"}},
  }};
  std::string out;
  for (const Choice& choice : kChoices) {
    const auto value = valueOf(set, choice.property);
    if (value && std::find(choice.words.begin(), choice.words.end(), *value) != choice.words.end())
      out += assigned(choice.property, *value);
  }
  if (const auto weight = valueOf(set, "font-weight")) {
    const bool isBold = *weight == "bold" || *weight == "bolder" ||
                        (weight->size() == 3 && weight->front() >= '6' && weight->front() <= '9');
    const bool isMedium = *weight == "500";
    out += assigned("font-weight", isBold ? "600" : isMedium ? "500" : "400");
  }
  return out;
}

std::string familyAttribute(const std::string& families, const ElementStyle::Name& unsupported) {
  std::string first = families.substr(0, families.find(','));
  std::erase_if(first, [](char each) { return each == '"' || each == '\'' || each == '&'; });
  first = trimmedValue(first);
  const bool isMono = families.find("ono") != std::string::npos ||
                      families.find("ourier") != std::string::npos ||
                      families.find("ascadia") != std::string::npos;
  const bool isOurs = first == "Inter" || first == "JetBrains Mono" || first == "sans-serif" ||
                      first == "monospace";
  if (!isOurs && !first.empty())
    unsupported("typeface " + first.substr(0, 40));
  return assigned("font-family", isMono ? "JetBrains Mono" : "Inter");
}

std::string dashAttributes(const Properties& set, Inherited& inherited) {
  const auto value = valueOf(set, "stroke-dasharray");
  if (!value)
    return {};
  std::string list;
  double sum = 0;
  std::size_t count = 0;
  for (const std::string_view piece : pieces(*value)) {
    const auto length = readLength(piece, inherited.fontSize, 0);
    if (!length || *length < 0 || ++count > limit::kDashLengths) {
      count = 0;
      break;
    }
    sum += *length;
    list += (list.empty() ? "" : " ") + numberText(std::max(*length, kShortestDash));
  }
  if (count == 0 || sum <= 0) {
    inherited.dash = 0;
    return assigned("stroke-dasharray", "none");
  }
  inherited.dash = std::max(sum, 2 * kShortestDash) / static_cast<double>(count);
  std::string out = assigned("stroke-dasharray", list);
  if (const auto offset = valueOf(set, "stroke-dashoffset")) {
    const double at = readLength(*offset, inherited.fontSize, 0).value_or(0);
    out += assigned("stroke-dashoffset", numberText(std::fmod(at, 2 * sum)));
  }
  return out;
}

double baselineShift(const Properties& set, double otherwise) {
  auto word = valueOf(set, "dominant-baseline");
  if (!word)
    word = valueOf(set, "alignment-baseline");
  if (!word)
    return otherwise;
  if (*word == "middle" || *word == "central")
    return 0.35;
  if (*word == "text-before-edge" || *word == "hanging" || *word == "text-top")
    return 0.8;
  return *word == "text-after-edge" ? -0.2 : 0;
}

void nameUnsupported(const Properties& set, const ElementStyle::Name& unsupported) {
  constexpr std::array<std::string_view, 13> kNamed{
      "filter",       "clip-path",      "mask",
      "marker-mid",   "marker",         "mix-blend-mode",
      "transform",    "letter-spacing", "baseline-shift",
      "writing-mode", "paint-order",    "text-decoration",
      "font"};
  for (const std::string_view property : kNamed) {
    const auto value = valueOf(set, property);
    if (value && *value != "none" && *value != "normal" && *value != "0" && *value != "0px" &&
        *value != "lr-tb" && *value != "baseline" && *value != "fill markers stroke")
      unsupported(std::string(property));
  }
}

}  // namespace

double readShare(std::string_view text, double otherwise) {
  const auto share = readLength(text, 0, 1);
  return share ? std::clamp(*share, 0.0, 1.0) : otherwise;
}

std::string ElementStyle::paint(const Properties& set, const std::string& property,
                                const Inherited& inherited, const Name& unsupported) const {
  const auto value = valueOf(set, property);
  const auto given = valueOf(set, property + "-opacity");
  const double opacity = readShare(given.value_or("1"), 1);
  if (!value)
    return given ? assigned(property + "-opacity", numberText(opacity)) : std::string();
  auto colour = readColour(*value == "context-fill"     ? inherited.markedFill
                           : *value == "context-stroke" ? inherited.markedStroke
                                                        : *value,
                           inherited.colour);
  if (!colour) {
    unsupported("colour " + value->substr(0, 40));
    return {};
  }
  if (colour->text.starts_with("url(#")) {
    const std::string id = colour->text.substr(5, colour->text.size() - 6);
    const auto known = m_gradients.find(id);
    if (known == m_gradients.end())
      unsupported("pattern");
    colour->text = known == m_gradients.end() ? kPatternStandIn : "url(#" + known->second + ")";
  }
  std::string out = assigned(property, colour->text);
  if (given || colour->opacity < 1)
    out += assigned(property + "-opacity", numberText(opacity * colour->opacity));
  return out;
}

std::string ElementStyle::attributes(const Properties& set, Inherited& inherited,
                                     const Name& unsupported) const {
  if (const auto colour = valueOf(set, "color")) {
    if (const auto read = readColour(*colour, inherited.colour))
      inherited.colour = read->text;
  }
  std::string out;
  if (const auto size = valueOf(set, "font-size")) {
    const double read = readLength(*size, inherited.fontSize, inherited.fontSize).value_or(16);
    inherited.fontSize = std::clamp(read, 0.1, limit::kFontSize);
    out += assigned("font-size", numberText(inherited.fontSize));
  }
  inherited.baselineShift = baselineShift(set, inherited.baselineShift);
  out += paint(set, "fill", inherited, unsupported) + paint(set, "stroke", inherited, unsupported);
  inherited.fill = valueOf(set, "fill").value_or(inherited.fill);
  inherited.stroke = valueOf(set, "stroke").value_or(inherited.stroke);
  if (const auto width = valueOf(set, "stroke-width")) {
    const double read = readLength(*width, inherited.fontSize, 100).value_or(1);
    inherited.strokeWidth = std::clamp(read, 0.0, kWidestLine);
    out += assigned("stroke-width", numberText(inherited.strokeWidth));
  }
  out += dashAttributes(set, inherited) + wordAttributes(set);
  if (const auto limitText = valueOf(set, "stroke-miterlimit"))
    out += assigned("stroke-miterlimit",
                    numberText(std::clamp(readLength(*limitText, 0, 0).value_or(4), 1.0, 100.0)));
  if (const auto opacity = valueOf(set, "opacity"))
    out += assigned("opacity", numberText(readShare(*opacity, 1)));
  if (const auto family = valueOf(set, "font-family"))
    out += familyAttribute(*family, unsupported);
  nameUnsupported(set, unsupported);
  return out;
}

}  // namespace phaseboard::foreign
