// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/outline.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace phaseboard::content {
namespace {

/// Pairs of coordinates that a command takes; nothing for other letters.
std::optional<int> pairsOf(char command) {
  switch (command) {
    case 'M':
    case 'L':
      return 1;
    case 'Q':
      return 2;
    case 'C':
      return 3;
    case 'Z':
      return 0;
    default:
      return std::nullopt;
  }
}

void appendNumber(std::string& path, double value) {
  const double rounded = std::round(value * 10) / 10;
  std::array<char, 32> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), rounded == 0 ? 0.0 : rounded);
  path.append(digits.data(), end);
}

std::optional<double> takeNumber(std::string_view& data) {
  while (data.starts_with(' ') || data.starts_with(','))
    data.remove_prefix(1);
  double value = 0;
  const auto [stopped, error] = std::from_chars(data.data(), data.data() + data.size(), value);
  if (error != std::errc{} || !std::isfinite(value) || std::abs(value) > 1e6)
    return std::nullopt;
  data.remove_prefix(static_cast<std::size_t>(stopped - data.data()));
  return value;
}

}  // namespace

bool appendOutline(std::string& path, std::string_view data, const OutlinePlace& place) {
  while (!data.empty()) {
    const char command = data.front();
    data.remove_prefix(1);
    if (command == ' ')
      continue;
    const std::optional<int> pairs = pairsOf(command);
    if (!pairs)
      return false;
    path += command;
    for (int i = 0; i < 2 * *pairs; ++i) {
      const std::optional<double> number = takeNumber(data);
      if (!number)
        return false;
      if (i > 0)
        path += ' ';
      appendNumber(path, *number * place.scale + (i % 2 == 0 ? place.x : place.y));
    }
  }
  return true;
}

void appendRectangle(std::string& path, double x, double y, double width, double height) {
  const auto point = [&path](char command, double px, double py) {
    path += command;
    appendNumber(path, px);
    path += ' ';
    appendNumber(path, py);
  };
  point('M', x, y);
  point('L', x + width, y);
  point('L', x + width, y + height);
  point('L', x, y + height);
  path += 'Z';
}

}  // namespace phaseboard::content
