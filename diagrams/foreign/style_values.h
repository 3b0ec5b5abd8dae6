// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QTransform>

/// Values as editors write them, in the forms that our renderer understands.
namespace phaseboard::foreign {

struct Colour {
  std::string text;  ///< "#rrggbb", "none" or "url(#id)"
  double opacity = 1;
};

/// "red", "#f00", "#ff0000cc", "rgb(…)", "hsl(…)", "light-dark(…)", "var(--x, red)", "none",
/// "url(#id)" and `currentColor`, which is `current`. Nothing for what is none of these.
[[nodiscard]] std::optional<Colour> readColour(std::string_view value, std::string_view current);

/// A length in units: px, pt, pc, mm, cm, in; em and ex of `fontSize`, per cent of `whole`.
[[nodiscard]] std::optional<double> readLength(std::string_view value, double fontSize,
                                               double whole);

/// The transforms of SVG, one after another; nothing when one is not understood or not finite.
[[nodiscard]] std::optional<QTransform> readForeignTransform(std::string_view text);

/// Pieces between spaces and commas.
[[nodiscard]] std::vector<std::string_view> pieces(std::string_view text);

[[nodiscard]] std::string_view trimmedValue(std::string_view text);

/// At most four digits after the point, whatever the locale.
[[nodiscard]] std::string numberText(double value);

}  // namespace phaseboard::foreign
