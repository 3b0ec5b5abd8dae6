// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <QColor>
#include <QString>

namespace phaseboard::foreign {
namespace {

constexpr double kLargest = 1e7;

std::optional<double> leadingNumber(std::string_view& text) {
  std::string_view digits = text;
  if (!digits.empty() && digits.front() == '+')
    digits.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || !std::isfinite(number) || std::abs(number) > kLargest)
    return std::nullopt;
  text = std::string_view(end, static_cast<std::size_t>(digits.data() + digits.size() - end));
  return number;
}

/// What stands in the brackets of `name(…)`, when all of `value` is that.
std::optional<std::string_view> argumentsOf(std::string_view value, std::string_view name) {
  if (value.size() < name.size() + 2 || !value.starts_with(name) || value[name.size()] != '(' ||
      value.back() != ')')
    return std::nullopt;
  return value.substr(name.size() + 1, value.size() - name.size() - 2);
}

/// Where the first argument ends: at a comma outside inner brackets.
std::size_t endOfFirst(std::string_view arguments) {
  int depth = 0;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    depth += arguments[at] == '(' ? 1 : arguments[at] == ')' ? -1 : 0;
    if (arguments[at] == ',' && depth == 0)
      return at;
  }
  return arguments.size();
}

/// "128", "50%" of `whole`.
std::optional<double> component(std::string_view text, double whole) {
  const auto number = leadingNumber(text);
  if (!number || (!text.empty() && text != "%" && text != "deg"))
    return std::nullopt;
  return text == "%" ? *number * whole / 100 : *number;
}

Colour solid(const QColor& colour) {
  return {colour.name(QColor::HexRgb).toStdString(), colour.alphaF()};
}

std::optional<Colour> fromComponents(std::string_view arguments, bool isHsl) {
  std::string plain(arguments);
  std::replace(plain.begin(), plain.end(), '/', ' ');
  const std::vector<std::string_view> given = pieces(plain);
  if (given.size() < 3 || given.size() > 4)
    return std::nullopt;
  std::array<double, 4> parts{0, 0, 0, 1};
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto value = component(given[i], i == 3 ? 1 : isHsl ? 1 : 255);
    if (!value)
      return std::nullopt;
    parts[i] = *value;
  }
  const auto share = [](double value) { return std::clamp(value, 0.0, 1.0); };
  if (!isHsl)
    return solid(QColor::fromRgbF(
        static_cast<float>(share(parts[0] / 255)), static_cast<float>(share(parts[1] / 255)),
        static_cast<float>(share(parts[2] / 255)), static_cast<float>(share(parts[3]))));
  const double turn = parts[0] / 360 - std::floor(parts[0] / 360);
  return solid(
      QColor::fromHslF(static_cast<float>(share(turn)), static_cast<float>(share(parts[1])),
                       static_cast<float>(share(parts[2])), static_cast<float>(share(parts[3]))));
}

std::optional<Colour> hexColour(std::string_view value) {
  const std::string_view digits = value.substr(1);
  if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
    return std::nullopt;
  std::string full;
  if (digits.size() == 3 || digits.size() == 4) {
    for (const char each : digits)
      full += std::string(2, each);
  } else {
    full = digits;
  }
  if (full.size() != 6 && full.size() != 8)
    return std::nullopt;
  Colour colour{"#" + full.substr(0, 6), 1};
  if (full.size() == 8) {
    int alpha = 255;
    std::from_chars(full.data() + 6, full.data() + 8, alpha, 16);
    colour.opacity = alpha / 255.0;
  }
  return colour;
}

bool isName(std::string_view value) {
  return !value.empty() && value.size() < 40 &&
         std::all_of(value.begin(), value.end(), [](char each) {
           return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
         });
}

std::optional<QTransform> single(std::string_view name, const std::vector<double>& n) {
  const auto given = n.size();
  if (name == "translate" && (given == 1 || given == 2))
    return QTransform::fromTranslate(n[0], given == 2 ? n[1] : 0);
  if (name == "scale" && (given == 1 || given == 2))
    return QTransform::fromScale(n[0], given == 2 ? n[1] : n[0]);
  if (name == "rotate" && given == 1)
    return QTransform().rotate(n[0]);
  if (name == "rotate" && given == 3)
    return QTransform().translate(n[1], n[2]).rotate(n[0]).translate(-n[1], -n[2]);
  if (name == "skewX" && given == 1)
    return QTransform(1, 0, std::tan(n[0] * 0.017453292519943295), 1, 0, 0);
  if (name == "skewY" && given == 1)
    return QTransform(1, std::tan(n[0] * 0.017453292519943295), 0, 1, 0, 0);
  if (name == "matrix" && given == 6)
    return QTransform(n[0], n[1], n[2], n[3], n[4], n[5]);
  return std::nullopt;
}

bool isTame(const QTransform& transform) {
  const std::array<double, 6> all{transform.m11(), transform.m12(), transform.m21(),
                                  transform.m22(), transform.dx(),  transform.dy()};
  return std::all_of(all.begin(), all.end(),
                     [](double each) { return std::isfinite(each) && std::abs(each) < kLargest; });
}

}  // namespace

std::string_view trimmedValue(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::vector<std::string_view> pieces(std::string_view text) {
  constexpr std::string_view kBetween = " \t\r\n\f,";
  std::vector<std::string_view> all;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(kBetween, begin)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
    all.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return all;
}

std::string numberText(double value) {
  const double rounded = std::round(value * 1e4) / 1e4;
  std::array<char, 48> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(),
                                          rounded == 0 ? 0.0 : rounded, std::chars_format::fixed);
  return error == std::errc() ? std::string(digits.data(), end) : "0";
}

std::optional<Colour> readColour(std::string_view value, std::string_view current) {
  for (int nested = 0; nested < 4; ++nested) {
    value = trimmedValue(value);
    if (const auto both = argumentsOf(value, "light-dark")) {
      value = both->substr(0, endOfFirst(*both));
    } else if (const auto named = argumentsOf(value, "var")) {
      const std::size_t comma = endOfFirst(*named);
      if (comma == named->size())
        return std::nullopt;
      value = named->substr(comma + 1);
    }
  }
  if (value.empty())
    return std::nullopt;
  if (value == "none" || value == "transparent")
    return Colour{"none", 1};
  if (value == "currentColor" || value == "currentcolor")
    return Colour{std::string(current), 1};
  if (value.front() == '#')
    return hexColour(value);
  if (const auto reference = argumentsOf(value, "url")) {
    std::string id(trimmedValue(*reference));
    std::erase_if(id, [](char each) { return each == '"' || each == '\''; });
    if (id.size() < 2 || id.front() != '#')
      return std::nullopt;
    return Colour{"url(" + id + ")", 1};
  }
  for (const auto& [name, isHsl] : {std::pair<std::string_view, bool>{"rgb", false},
                                    {"rgba", false},
                                    {"hsl", true},
                                    {"hsla", true}}) {
    if (const auto arguments = argumentsOf(value, name))
      return fromComponents(*arguments, isHsl);
  }
  if (!isName(value))
    return std::nullopt;
  const QString name = QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
  if (!QColor::isValidColor(name))
    return std::nullopt;
  return solid(QColor(name));
}

std::optional<double> readLength(std::string_view value, double fontSize, double whole) {
  std::string_view unit = trimmedValue(value);
  const auto number = leadingNumber(unit);
  if (!number)
    return std::nullopt;
  const std::array<std::pair<std::string_view, double>, 10> units{{{"", 1},
                                                                   {"px", 1},
                                                                   {"pt", 4.0 / 3},
                                                                   {"pc", 16},
                                                                   {"mm", 96 / 25.4},
                                                                   {"cm", 96 / 2.54},
                                                                   {"in", 96},
                                                                   {"em", fontSize},
                                                                   {"ex", fontSize / 2},
                                                                   {"%", whole / 100}}};
  for (const auto& [name, factor] : units) {
    if (unit == name && std::abs(*number * factor) <= kLargest)
      return *number * factor;
  }
  return std::nullopt;
}

std::optional<QTransform> readForeignTransform(std::string_view text) {
  QTransform all;
  int count = 0;
  for (text = trimmedValue(text); !text.empty(); text = trimmedValue(text)) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
        ++count > 16)
      return std::nullopt;
    std::vector<double> numbers;
    for (std::string_view piece : pieces(text.substr(open + 1, close - open - 1))) {
      while (!piece.empty() && numbers.size() < 7) {  // "1-2" is two numbers
        const auto number = leadingNumber(piece);
        if (!number)
          return std::nullopt;
        numbers.push_back(*number);
      }
    }
    const auto one = single(trimmedValue(text.substr(0, open)), numbers);
    if (!one)
      return std::nullopt;
    all = *one * all;
    if (!isTame(all))
      return std::nullopt;
    text.remove_prefix(close + 1);
    while (!text.empty() && text.front() == ',')
      text.remove_prefix(1);
  }
  return all;
}

}  // namespace phaseboard::foreign
