// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <set>
#include <unordered_map>
#include <utility>

#include <QString>

#include "diagrams/style/theme_rules.h"

namespace phaseboard::style {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text, char separator) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0)
      words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// ".a .b.c" as {{a}, {b, c}}.
std::vector<Words> compounds(std::string_view selector) {
  std::vector<Words> chain;
  for (const std::string& compound : split(selector, ' '))
    chain.push_back(split(compound, '.'));
  return chain;
}

struct IndexedRule {
  const StyleRule* rule = nullptr;
  std::vector<Words> chain;
  std::size_t classes = 0;
};

/// The rules of one theme, found by the first class of their last compound.
struct Sheet {
  std::vector<StyleRule> rules;
  std::unordered_map<std::string, std::vector<IndexedRule>> byClass;
  std::set<std::string, std::less<>> words;

  explicit Sheet(ThemeName theme) : rules(buildRules(theme)) {
    for (const StyleRule& rule : rules) {
      IndexedRule indexed{&rule, compounds(rule.selector), 0};
      for (const Words& compound : indexed.chain) {
        indexed.classes += compound.size();
        words.insert(compound.begin(), compound.end());
      }
      byClass[indexed.chain.back().front()].push_back(std::move(indexed));
    }
  }
};

const Sheet& sheet(ThemeName theme) {
  static const Sheet kLight(ThemeName::Light);
  static const Sheet kDark(ThemeName::Dark);
  return theme == ThemeName::Light ? kLight : kDark;
}

bool holds(const Words& classes, const Words& compound) {
  return std::all_of(compound.begin(), compound.end(), [&](const std::string& word) {
    return std::find(classes.begin(), classes.end(), word) != classes.end();
  });
}

bool matches(const IndexedRule& rule, const std::vector<Words>& elements) {
  if (!holds(elements.back(), rule.chain.back()))
    return false;
  std::size_t wanted = rule.chain.size() - 1;
  for (std::size_t i = elements.size() - 1; i-- > 0 && wanted > 0;)
    if (holds(elements[i], rule.chain[wanted - 1]))
      --wanted;
  return wanted == 0;
}

std::optional<QColor> drawn(const QColor& colour) {
  return colour.isValid() ? std::optional(colour) : std::nullopt;
}

void apply(const Declarations& set, Paint& paint) {
  if (set.fill)
    paint.fill = drawn(*set.fill);
  if (set.fillOpacity)
    paint.fillOpacity = *set.fillOpacity;
  if (set.stroke)
    paint.stroke = drawn(*set.stroke);
  paint.strokeWidth = set.strokeWidth.value_or(paint.strokeWidth);
  if (set.dash)
    paint.dash = *set.dash;
  paint.roundCap = paint.roundCap || set.round;
  paint.roundJoin = paint.roundJoin || set.round;
  paint.text.family = set.family.value_or(paint.text.family);
  paint.text.size = set.size.value_or(paint.text.size);
  paint.text.weight = set.weight.value_or(paint.text.weight);
  paint.text.italic = paint.text.italic || set.italic;
  paint.anchor = set.anchor.value_or(paint.anchor);
}

std::string number(double value) {
  std::string text = QString::number(value, 'f', 3).toStdString();
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.')
    text.pop_back();
  return text;
}

std::string paintText(const QColor& colour) {
  return colour.isValid() ? colour.name().toUpper().toStdString() : "none";
}

std::string anchorText(Anchor anchor) {
  constexpr std::array kWords{"start", "middle", "end"};
  return kWords.at(static_cast<std::size_t>(anchor));
}

}  // namespace

const std::vector<StyleRule>& rules(ThemeName theme) {
  return sheet(theme).rules;
}

Paint resolve(ThemeName theme, std::span<const std::string> classLists) {
  Paint paint;
  if (classLists.empty())
    return paint;
  std::vector<Words> elements;
  for (const std::string& list : classLists)
    elements.push_back(split(list, ' '));

  std::vector<const IndexedRule*> found;
  const auto& index = sheet(theme).byClass;
  for (const std::string& word : elements.back())
    if (const auto rulesOfClass = index.find(word); rulesOfClass != index.end())
      for (const IndexedRule& rule : rulesOfClass->second)
        if (matches(rule, elements))
          found.push_back(&rule);
  std::sort(found.begin(), found.end(), [](const IndexedRule* a, const IndexedRule* b) {
    return std::pair(a->classes, a->rule) < std::pair(b->classes, b->rule);
  });
  for (const IndexedRule* rule : found)
    apply(rule->rule->set, paint);
  return paint;
}

TextStyle textStyle(std::string_view textClass) {
  const std::array<std::string, 1> own{std::string(textClass)};
  return resolve(ThemeName::Light, own).text;
}

bool isKnownClass(std::string_view word) {
  return sheet(ThemeName::Light).words.contains(word);
}

std::string cssDeclarations(const Declarations& set) {
  std::string out;
  const auto add = [&out](const char* property, const std::string& value) {
    out += (out.empty() ? "" : ";") + std::string(property) + ":" + value;
  };
  if (set.family)
    add("font-family", *set.family == Family::Inter ? "Inter" : "\"JetBrains Mono\"");
  if (set.size)
    add("font-size", number(*set.size) + "px");
  if (set.weight)
    add("font-weight", std::to_string(*set.weight));
  if (set.italic)
    add("font-style", "italic");
  if (set.fill)
    add("fill", paintText(*set.fill));
  if (set.fillOpacity)
    add("fill-opacity", number(*set.fillOpacity));
  if (set.stroke)
    add("stroke", paintText(*set.stroke));
  if (set.strokeWidth)
    add("stroke-width", number(*set.strokeWidth));
  if (set.dash) {
    std::string gaps;
    for (const double length : *set.dash)
      gaps += (gaps.empty() ? "" : " ") + number(length);
    add("stroke-dasharray", gaps);
  }
  if (set.round) {
    add("stroke-linecap", "round");
    add("stroke-linejoin", "round");
  }
  if (set.anchor)
    add("text-anchor", anchorText(*set.anchor));
  return out;
}

std::string css(ThemeName theme, std::span<const std::string> usedClasses) {
  const Words used(usedClasses.begin(), usedClasses.end());
  std::string out;
  for (const StyleRule& rule : rules(theme)) {
    const std::vector<Words> chain = compounds(rule.selector);
    if (std::all_of(chain.begin(), chain.end(),
                    [&](const Words& compound) { return holds(used, compound); }))
      out += rule.selector + "{" + cssDeclarations(rule.set) + "}\n";
  }
  return out;
}

}  // namespace phaseboard::style
