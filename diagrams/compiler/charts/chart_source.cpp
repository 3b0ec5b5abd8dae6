// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_source.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "diagrams/style/icons.h"
#include "diagrams/style/palette.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kLeastExplanation = 40;
constexpr std::size_t kLongestId = 64;

std::optional<double> parsedNumber(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

template <class Values, class Name>
std::string listed(const Values& values, Name name) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i)
    out += (i == 0 ? "" : i + 1 == values.size() ? " or " : ", ") + std::string(name(values[i]));
  return out;
}

std::string classesOf(ClassKind kind) {
  const auto name = [](auto value) { return style::className(value); };
  switch (kind) {
    case ClassKind::Lane:
      return listed(style::kLanes, name);
    case ClassKind::Wire:
      return listed(style::kWires, name);
    case ClassKind::Role:
      break;
  }
  return listed(style::kRoles, name);
}

bool knows(ClassKind kind, const std::string& word) {
  switch (kind) {
    case ClassKind::Lane:
      return style::laneNamed(word).has_value();
    case ClassKind::Wire:
      return style::wireNamed(word).has_value();
    case ClassKind::Role:
      break;
  }
  return style::roleNamed(word).has_value();
}

}  // namespace

void ChartProblems::add(int line, std::string message) {
  m_list.push_back({m_file, line, std::move(message)});
}

Diagnostics ChartProblems::take() {
  std::stable_sort(m_list.begin(), m_list.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  m_list.erase(std::unique(m_list.begin(), m_list.end()), m_list.end());
  return std::move(m_list);
}

int lineOf(const YAML::Node& node) {
  return node ? node.Mark().line + 1 : 0;
}

bool isEntryId(std::string_view id) {
  const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !id.empty() && id.size() <= kLongestId && isLower(id.front()) &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return isLower(c) || (c >= '0' && c <= '9') || c == '-'; });
}

ChartFields::ChartFields(const YAML::Node& node, std::string subject, ChartProblems& problems)
    : m_node(node), m_subject(std::move(subject)), m_problems(&problems), m_line(lineOf(node)) {
  if (!node.IsMap()) {
    complain("is not a mapping of fields");
    return;
  }
  for (const auto& field : node) {
    const std::string name = field.first.IsScalar() ? field.first.Scalar() : std::string("?");
    if (!m_left.insert(name).second)
      complain(lineOf(field.first), "has the field '" + name + "' twice");
  }
}

bool ChartFields::has(const std::string& name) const {
  return m_node.IsMap() && m_node[name].IsDefined();
}

YAML::Node ChartFields::take(const std::string& name) {
  m_left.erase(name);
  return has(name) ? std::as_const(m_node)[name] : YAML::Node(YAML::NodeType::Undefined);
}

std::string ChartFields::scalar(const YAML::Node& node, const std::string& name) {
  if (!node.IsScalar()) {
    complain(lineOf(node), "needs words for '" + name + "'");
    return {};
  }
  std::string text = node.Scalar();
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.pop_back();
  return text;
}

std::string ChartFields::text(const std::string& name) {
  const YAML::Node node = take(name);
  return node.IsDefined() ? scalar(node, name) : std::string();
}

std::string ChartFields::requiredText(const std::string& name) {
  std::string value = text(name);
  if (value.empty())
    complain("has no '" + name + "'");
  return value;
}

std::optional<double> ChartFields::numberIn(const YAML::Node& node) {
  const std::optional<double> value = node.IsScalar() ? parsedNumber(node.Scalar()) : std::nullopt;
  if (!value)
    complain(lineOf(node), "needs a number" +
                               (node.IsScalar() ? ", not '" + node.Scalar() + "'" : std::string()));
  return value;
}

std::optional<double> ChartFields::number(const std::string& name) {
  const YAML::Node node = take(name);
  return node.IsDefined() ? numberIn(node) : std::nullopt;
}

double ChartFields::requiredNumber(const std::string& name) {
  if (!has(name))
    complain("has no '" + name + "'");
  return number(name).value_or(0);
}

std::optional<int> ChartFields::wholeNumber(const std::string& name, int least, int most) {
  const std::optional<double> value = number(name);
  if (!value)
    return std::nullopt;
  if (*value < least || *value > most || *value != std::floor(*value)) {
    complain("needs a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
             " for '" + name + "'");
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

bool ChartFields::flag(const std::string& name, bool otherwise) {
  constexpr std::string_view kWords[] = {"true", "false"};
  return choice(name, kWords, otherwise ? "true" : "false") == "true";
}

std::string ChartFields::choice(const std::string& name, std::span<const std::string_view> choices,
                                std::string_view otherwise) {
  std::string value = text(name);
  if (value.empty())
    return std::string(otherwise);
  if (std::find(choices.begin(), choices.end(), value) != choices.end())
    return value;
  complain("has '" + value + "' for '" + name + "', which is none of " +
           listed(choices, [](std::string_view word) { return word; }));
  return std::string(otherwise);
}

std::vector<std::string> ChartFields::texts(const std::string& name) {
  std::vector<std::string> out;
  for (const YAML::Node& node : list(name, 0, 64))
    out.push_back(scalar(node, name));
  return out;
}

std::vector<double> ChartFields::numbers(const std::string& name) {
  std::vector<double> out;
  for (const YAML::Node& node : list(name, 0, 512))
    out.push_back(numberIn(node).value_or(0));
  return out;
}

std::vector<YAML::Node> ChartFields::list(const std::string& name, std::size_t least,
                                          std::size_t most) {
  const YAML::Node node = take(name);
  std::vector<YAML::Node> items;
  if (node.IsDefined() && !node.IsSequence())
    complain(lineOf(node), "needs a list for '" + name + "'");
  else if (node.IsDefined())
    for (const auto& item : node)
      items.push_back(item);
  if (items.size() < least || items.size() > most)
    complain("needs " + std::to_string(least) + " to " + std::to_string(most) + " of '" + name +
             "', not " + std::to_string(items.size()));
  return items;
}

std::optional<ChartFields> ChartFields::mapping(const std::string& name) {
  const YAML::Node node = take(name);
  if (!node.IsDefined())
    return std::nullopt;
  return ChartFields(node, "'" + name + "' of " + m_subject, *m_problems);
}

Entry ChartFields::entry(const EntryRules& rules) {
  Entry entry;
  entry.line = m_line;
  entry.id = rules.idOtherwise.empty() ? requiredText("id") : text("id");
  if (entry.id.empty())
    entry.id = rules.idOtherwise;
  if (!entry.id.empty() && !isEntryId(entry.id))
    complain("has the id '" + entry.id + "'; ids are lower case letters, digits and hyphens");
  entry.className = text("class");
  if (entry.className.empty())
    entry.className = rules.otherwise;
  checkClass(entry, rules.classes);
  entry.label = rules.needsLabel ? requiredText("label") : text("label");
  if (rules.hasSub)
    entry.sub = text("sub");
  entry.title = text("title");
  if (entry.title.empty())
    entry.title = style::plainText(entry.label);
  entry.explanation = text("explanation");
  if (entry.explanation.size() < kLeastExplanation)
    complain(entry.explanation.empty()
                 ? std::string("has no explanation")
                 : "needs an explanation of " + std::to_string(kLeastExplanation) +
                       " characters or more");
  entry.conceptId = text("concept");
  entry.phase = text("phase");
  for (const std::string& id : {entry.conceptId, entry.phase})
    if (!id.empty() && !isEntryId(id))
      complain("names '" + id + "', which is not an id");
  if (rules.hasIcon)
    entry.icon = text("icon");
  if (!entry.icon.empty() && !style::icon(entry.icon))
    complain("has the unknown icon '" + entry.icon + "'");
  return entry;
}

void ChartFields::checkClass(const Entry& entry, ClassKind kind) {
  if (!knows(kind, entry.className))
    complain("has the class '" + entry.className + "', which is none of " + classesOf(kind));
}

void ChartFields::finish() {
  for (const std::string& name : m_left)
    complain(lineOf(std::as_const(m_node)[name]),
             "has the unknown field '" + name +
                 (isEntryId(name) ? "'" : "'; quote text that has commas"));
  m_left.clear();
}

void ChartFields::complain(const std::string& message) {
  complain(m_line, message);
}

void ChartFields::complain(int line, const std::string& message) {
  m_problems->add(line > 0 ? line : m_line, m_subject + " " + message);
}

ChartFields itemFields(const YAML::Node& node, const std::string& kind, ChartProblems& problems) {
  const bool named = node.IsMap() && node["id"].IsDefined() && node["id"].IsScalar();
  return ChartFields(node, named ? kind + " '" + node["id"].Scalar() + "'" : "a " + kind, problems);
}

}  // namespace phaseboard::compiler
