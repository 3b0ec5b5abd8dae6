// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::compiler {

/// A mistake inside a `<style>`; `line` counts from 0 at its beginning.
struct StyleProblem {
  int line = 0;
  std::string message;
};

/// What of `css` is outside the subset: selectors other than chains of classes, properties and
/// values that renderers understand differently.
[[nodiscard]] std::vector<StyleProblem> checkStyle(std::string_view css);

/// Whether `data` is a sequence of path commands with the right count of numbers.
[[nodiscard]] bool isPathData(std::string_view data);

/// Whether `text` is a sequence of `translate`, `rotate` and `scale` with one or two numbers.
[[nodiscard]] bool isTransform(std::string_view text);

/// Whether `id` is lower case letters, digits and hyphens, a letter first, at most 64 bytes.
[[nodiscard]] bool isKebab(std::string_view id);

/// Whether `text` is one number, and of `count` numbers between spaces or commas.
[[nodiscard]] bool isNumber(std::string_view text);
[[nodiscard]] bool areNumbers(std::string_view text, std::size_t count);

}  // namespace phaseboard::compiler
