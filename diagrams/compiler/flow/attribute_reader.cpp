// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/attribute_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kLongestId = 64;
constexpr std::size_t kShortestExplanation = 40;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// Graphviz keeps `\n` as two characters. Between dollars it may begin a name: `$\nu$`.
std::string withLineBreaks(std::string_view text) {
  std::string broken;
  bool isMaths = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    isMaths = isMaths != (text[i] == '$');
    const bool isBreak = !isMaths && text.substr(i, 2) == "\\n";
    broken += isBreak ? '\n' : text[i];
    i += isBreak ? 1 : 0;
  }
  return broken;
}

std::optional<double> parsedNumber(std::string_view text) {
  const std::string word = trimmed(text);
  double value = 0;
  const auto end = std::from_chars(word.data(), word.data() + word.size(), value);
  if (end.ec != std::errc{} || end.ptr != word.data() + word.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string shown(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  return std::string(buffer, end.ptr);
}

/// Characters, not bytes.
std::size_t lengthOf(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char each) {
    return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

bool isPartId(std::string_view id) {
  const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !id.empty() && id.size() <= kLongestId && isLetter(id.front()) &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

std::string oneOf(std::span<const std::string_view> choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0)
      text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
  }
  return text;
}

AttributeReader::AttributeReader(std::string file, int line, std::string subject,
                                 const RawAttributes& attributes, Diagnostics& problems)
    : m_file(std::move(file)),
      m_line(line),
      m_subject(std::move(subject)),
      m_left(attributes),
      m_problems(problems) {}

void AttributeReader::complain(std::string message) {
  m_problems.push_back({m_file, m_line, m_subject + ": " + std::move(message)});
}

std::string AttributeReader::text(std::string_view name) {
  const auto taken = m_left.extract(std::string(name));
  return taken.empty() ? std::string{} : withLineBreaks(trimmed(taken.mapped()));
}

std::string AttributeReader::choice(std::string_view name,
                                    std::span<const std::string_view> choices,
                                    std::string_view otherwise) {
  std::string value = text(name);
  if (value.empty())
    return std::string(otherwise);
  if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
    complain("unknown " + std::string(name) + " '" + value + "'; use " + oneOf(choices));
    return std::string(otherwise);
  }
  return value;
}

std::optional<double> AttributeReader::number(std::string_view name, double least, double most) {
  const std::string value = text(name);
  if (value.empty())
    return std::nullopt;
  const auto parsed = parsedNumber(value);
  if (!parsed || *parsed < least || *parsed > most) {
    complain(std::string(name) + " must be a number from " + shown(least) + " to " + shown(most) +
             ", not '" + value + "'");
    return std::nullopt;
  }
  return parsed;
}

std::optional<int> AttributeReader::wholeNumber(std::string_view name, int least, int most) {
  const auto value = number(name, least, most);
  if (!value)
    return std::nullopt;
  if (*value != std::floor(*value)) {
    complain(std::string(name) + " must be a whole number");
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

bool AttributeReader::flag(std::string_view name, bool otherwise) {
  constexpr std::array<std::string_view, 2> kChoices = {"true", "false"};
  return choice(name, kChoices, otherwise ? "true" : "false") == "true";
}

std::optional<Side> AttributeReader::side(std::string_view name,
                                          std::span<const std::string_view> namesInOrder) {
  const std::string value = choice(name, namesInOrder, "");
  for (std::size_t i = 0; i < kSides.size(); ++i) {
    if (value == namesInOrder[i])
      return kSides[i];
  }
  return std::nullopt;
}

std::optional<std::pair<double, double>> AttributeReader::pair(std::string_view name,
                                                               std::optional<double> otherwise) {
  const std::string value = text(name);
  if (value.empty())
    return std::nullopt;
  const auto comma = value.find(',');
  const auto first = parsedNumber(value.substr(0, comma));
  const auto second =
      comma == std::string::npos ? otherwise : parsedNumber(value.substr(comma + 1));
  if (!first || !second) {
    complain(std::string(name) + " must be two numbers like \"2,1\", not '" + value + "'");
    return std::nullopt;
  }
  return std::pair{*first, *second};
}

std::vector<std::string> AttributeReader::list(std::string_view name) {
  std::vector<std::string> items;
  const std::string value = text(name);
  for (std::size_t at = 0; at < value.size();) {
    const auto end = std::min(value.find('|', at), value.size());
    items.push_back(trimmed(std::string_view(value).substr(at, end - at)));
    at = end + 1;
  }
  return items;
}

std::string AttributeReader::explanation() {
  std::string value = text("tooltip");
  if (value.empty())
    complain("give it a tooltip that says what it does, why it is here and what goes wrong");
  else if (lengthOf(value) < kShortestExplanation)
    complain("the tooltip has " + std::to_string(lengthOf(value)) +
             " characters; an explanation needs at least " + std::to_string(kShortestExplanation));
  return value;
}

void AttributeReader::finish() {
  for (const auto& [name, value] : m_left) {
    if (name.find("color") != std::string::npos || name == "style" || name == "shape" ||
        name == "fillcolor")
      complain("'" + name + "' is not for authors: looks follow from class and kind");
    else
      complain("unknown attribute '" + name + "'");
  }
}

}  // namespace phaseboard::compiler
