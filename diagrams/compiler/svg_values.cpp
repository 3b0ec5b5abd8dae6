// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/svg_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kMostRules = 1'000;
constexpr std::size_t kLongestId = 64;
constexpr std::size_t kMostDashes = 8;

constexpr std::array<std::string_view, 13> kProperties{
    "fill",           "fill-opacity",    "stroke",           "stroke-opacity", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "font-family",    "font-size",
    "font-weight",    "font-style",      "text-anchor"};

constexpr std::array<std::string_view, 15> kWords{"none",
                                                  "butt",
                                                  "round",
                                                  "square",
                                                  "miter",
                                                  "bevel",
                                                  "start",
                                                  "middle",
                                                  "end",
                                                  "normal",
                                                  "italic",
                                                  "Inter",
                                                  "\"Inter\"",
                                                  "\"JetBrains Mono\"",
                                                  "'JetBrains Mono'"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool isHexColour(std::string_view value) {
  return (value.size() == 4 || value.size() == 7) && value.front() == '#' &&
         value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool isDashes(std::string_view value) {
  std::size_t count = 0;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    double length = 0;
    const std::string_view piece = value.substr(0, end);
    const auto [stop, error] = std::from_chars(piece.data(), piece.data() + piece.size(), length);
    // Shorter dashes make a renderer count millions of them.
    if (error != std::errc() || stop != piece.data() + piece.size() || length < 0.01 ||
        ++count > kMostDashes)
      return false;
    value = trimmed(value.substr(end));
  }
  return count > 0;
}

bool isValue(std::string_view property, std::string_view value) {
  if (property == "stroke-dasharray" && value != "none")
    return isDashes(value);
  if (std::find(kWords.begin(), kWords.end(), value) != kWords.end() || isHexColour(value))
    return true;
  if (value.ends_with("px"))
    value.remove_suffix(2);
  return isNumber(value);
}

bool isSelector(std::string_view selector) {
  bool afterDot = false;
  bool isEmpty = true;
  for (const char each : selector) {
    const bool letter = each >= 'a' && each <= 'z';
    const bool inner = (each >= '0' && each <= '9') || each == '-';
    if (each == '.') {
      if (afterDot)
        return false;
      afterDot = true;
      isEmpty = true;
    } else if (each == ' ') {
      if (afterDot && isEmpty)
        return false;
      afterDot = false;
      isEmpty = true;
    } else if (letter || (inner && !isEmpty)) {
      if (!afterDot && isEmpty)
        return false;  // an element name, or a word without its dot
      afterDot = false;
      isEmpty = false;
    } else {
      return false;
    }
  }
  return !isEmpty;
}

int lineOf(std::string_view css, const char* place) {
  return static_cast<int>(std::count(css.data(), place, '\n'));
}

/// Comments become spaces, so that places stay where they are.
std::string withoutComments(std::string_view css) {
  std::string plain(css);
  std::size_t begin = 0;
  while ((begin = plain.find("/*", begin)) != std::string::npos) {
    const std::size_t end = std::min(plain.find("*/", begin + 2), plain.size() - 2) + 2;
    for (; begin < end; ++begin) {
      if (plain[begin] != '\n')
        plain[begin] = ' ';
    }
  }
  return plain;
}

class StyleCheck {
 public:
  explicit StyleCheck(std::string_view css) : m_css(css) {}

  std::vector<StyleProblem> run() {
    std::string_view rest = m_css;
    std::size_t rules = 0;
    while (!trimmed(rest).empty()) {
      const std::size_t open = rest.find('{');
      const std::size_t close = rest.find('}');
      if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
        report(trimmed(rest), "is no rule");
        break;
      }
      if (++rules > kMostRules) {
        report(rest, "is one rule too many; " + std::to_string(kMostRules) + " are allowed");
        break;
      }
      checkSelectors(rest.substr(0, open));
      checkDeclarations(rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
    return std::move(m_problems);
  }

 private:
  void report(std::string_view where, const std::string& what) {
    const std::string_view text = trimmed(where);
    m_problems.push_back({lineOf(m_css, text.empty() ? where.data() : text.data()),
                          "\"" + std::string(text.substr(0, 60)) + "\" " + what});
  }

  void checkSelectors(std::string_view selectors) {
    while (true) {
      const std::size_t end = std::min(selectors.find(','), selectors.size());
      const std::string_view selector = trimmed(selectors.substr(0, end));
      if (!isSelector(selector))
        report(selectors.substr(0, end), "is not a chain of classes like \".a.b .c\"");
      if (end == selectors.size())
        return;
      selectors.remove_prefix(end + 1);
    }
  }

  void checkDeclarations(std::string_view declarations) {
    while (!trimmed(declarations).empty()) {
      const std::size_t end = std::min(declarations.find(';'), declarations.size());
      const std::string_view declaration = declarations.substr(0, end);
      const std::size_t colon = std::min(declaration.find(':'), declaration.size());
      const std::string_view property = trimmed(declaration.substr(0, colon));
      const std::string_view value =
          trimmed(declaration.substr(std::min(colon + 1, declaration.size())));
      if (std::find(kProperties.begin(), kProperties.end(), property) == kProperties.end())
        report(declaration, "sets a property outside the subset");
      else if (!isValue(property, value))
        report(declaration, "has a value outside the subset");
      declarations.remove_prefix(std::min(end + 1, declarations.size()));
    }
  }

  std::string_view m_css;
  std::vector<StyleProblem> m_problems;
};

/// Takes one number from the front of `text`; flags of arcs are single digits.
bool takeNumber(std::string_view& text, bool isFlag) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
  if (isFlag) {
    const bool fine = !text.empty() && (text.front() == '0' || text.front() == '1');
    text.remove_prefix(fine ? 1 : 0);
    return fine;
  }
  double number = 0;
  std::string_view digits = text;
  if (!digits.empty() && digits.front() == '+')
    digits.remove_prefix(1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || !std::isfinite(number) || std::abs(number) > 1e7)
    return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

std::vector<StyleProblem> checkStyle(std::string_view css) {
  const std::string plain = withoutComments(css);
  return StyleCheck(plain).run();
}

bool isNumber(std::string_view text) {
  return areNumbers(text, 1);
}

bool areNumbers(std::string_view text, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!takeNumber(text, false))
      return false;
  }
  return trimmed(text).empty();
}

bool isKebab(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && id.front() >= 'a' && id.front() <= 'z' &&
         id.back() != '-' &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool isTransform(std::string_view text) {
  while (text.find_first_not_of(' ') != std::string_view::npos) {
    text.remove_prefix(text.find_first_not_of(' '));
    const std::size_t open = std::min(text.find('('), text.size());
    const std::size_t close = text.find(')');
    const std::string_view name = text.substr(0, open);
    if (close == std::string_view::npos || close < open)
      return false;
    const std::string_view values = text.substr(open + 1, close - open - 1);
    const bool one = areNumbers(values, 1);
    const bool two = areNumbers(values, 2) && name != "rotate";
    if ((name != "translate" && name != "rotate" && name != "scale") || (!one && !two))
      return false;
    text.remove_prefix(close + 1);
  }
  return true;
}

bool isPathData(std::string_view data) {
  constexpr std::string_view kCommands = "MLHVCSQTAZ";
  constexpr std::array<int, 10> kCounts{2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
  data = trimmed(data);
  if (data.empty() || (data.front() != 'M' && data.front() != 'm'))
    return false;
  int wanted = -1;
  bool isArc = false;
  while (!(data = trimmed(data)).empty()) {
    const char upper = static_cast<char>(data.front() & ~0x20);
    const std::size_t command = kCommands.find(upper);
    if (command != std::string_view::npos && data.front() >= 'A') {
      wanted = kCounts.at(command);
      isArc = upper == 'A';
      data.remove_prefix(1);
    } else if (wanted <= 0) {
      return false;
    }
    for (int i = 0; i < wanted; ++i) {
      if (!takeNumber(data, isArc && (i == 3 || i == 4)))
        return false;
    }
  }
  return true;
}

}  // namespace phaseboard::compiler
