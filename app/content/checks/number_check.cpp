// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/number_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include <muParser.h>

namespace phaseboard::content {
namespace {

constexpr std::size_t kLongestExpression = 1000;

/// What stands behind the digits, and what it multiplies them by.
std::optional<double> scaleOf(std::string_view suffix) {
  constexpr std::array<std::pair<std::string_view, double>, 7> kScales{
      {{"", 1}, {"%", 0.01}, {"k", 1e3}, {"M", 1e6}, {"B", 1e9}, {"T", 1e12}, {"P", 1e15}}};
  const auto* found = std::find_if(kScales.begin(), kScales.end(),
                                   [suffix](const auto& entry) { return entry.first == suffix; });
  return found == kScales.end() ? std::nullopt : std::optional(found->second);
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the commas out of "1,024,000"; nothing when they do not part groups of three digits.
std::optional<std::string> withoutGroups(std::string_view digits) {
  std::string plain;
  const std::size_t whole = std::min(digits.find_first_of(".e"), digits.size());
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != ',') {
      plain += digits[i];
      continue;
    }
    if (i == 0 || i > whole || !isDigit(digits[i - 1]) || (whole - i) % 4 != 0)
      return std::nullopt;
  }
  return plain;
}

}  // namespace

Result<double> evaluateExpression(const std::string& expression) {
  if (expression.size() > kLongestExpression)
    return fail(ErrorKind::InvalidInput, "expression", "it is longer than 1000 bytes");
  try {
    mu::Parser parser;
    parser.SetExpr(expression);
    int count = 0;
    const mu::value_type* values = parser.Eval(count);
    if (count != 1)
      return fail(ErrorKind::InvalidInput, "expression", "it has more than one value");
    if (!std::isfinite(values[0]))
      return fail(ErrorKind::InvalidInput, "expression", "it has no finite value");
    return values[0];
  } catch (const mu::Parser::exception_type& error) {
    return fail(ErrorKind::InvalidInput, "expression", error.GetMsg());
  }
}

std::optional<ShownNumber> readShown(const std::string& shown) {
  const std::string_view text = shown;
  const bool negative = text.starts_with("-");
  const std::string_view unsignedText = text.substr(negative ? 1 : 0);
  const std::size_t end =
      std::min(unsignedText.find_first_not_of("0123456789.,e-+"), unsignedText.size());
  std::string_view digits = unsignedText.substr(0, end);
  while (digits.ends_with(' '))
    digits.remove_suffix(1);
  std::string_view suffix = unsignedText.substr(end);
  while (suffix.starts_with(' '))
    suffix.remove_prefix(1);
  const std::optional<std::string> plain = withoutGroups(digits);
  const std::optional<double> scale = scaleOf(suffix);
  if (!plain || plain->empty() || !isDigit(plain->front()) || !scale)
    return std::nullopt;

  double value = 0;
  const char* stop = plain->data() + plain->size();
  const auto [stopped, error] = std::from_chars(plain->data(), stop, value);
  if (error != std::errc{} || stopped != stop)
    return std::nullopt;

  const std::size_t exponentAt = std::min(plain->find('e'), plain->size());
  const std::size_t point = std::min(plain->find('.'), exponentAt);
  const auto decimals = static_cast<int>(point == exponentAt ? 0 : exponentAt - point - 1);
  int exponent = 0;
  if (exponentAt < plain->size()) {
    const char* first = plain->data() + exponentAt + 1;
    std::from_chars(*first == '+' ? first + 1 : first, stop, exponent);
  }
  const double unit = std::pow(10.0, exponent - decimals) * *scale;
  return ShownNumber{(negative ? -value : value) * *scale, unit / 2};
}

bool agrees(double value, const ShownNumber& shown) {
  // A value exactly half way may be rounded either way; binary fractions must not decide.
  const double tolerance = shown.halfUnit + 1e-9 * std::max(std::abs(value), shown.halfUnit);
  return std::abs(value - shown.value) <= tolerance;
}

}  // namespace phaseboard::content
