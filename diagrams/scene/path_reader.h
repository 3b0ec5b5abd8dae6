// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <QPainterPath>
#include <QTransform>

namespace phaseboard::scene {

/// Numbers as they stand in SVG attributes, separated by spaces or commas, whatever the locale; or
/// nothing when something else stands between them.
[[nodiscard]] std::optional<std::vector<double>> readNumbers(std::string_view text);

/// One number that fills `text`, without a unit.
[[nodiscard]] std::optional<double> readNumber(std::string_view text);

/// The data of a `<path>`: all commands of SVG, absolute and relative. Nothing for bad syntax, a
/// beginning other than "M", or more than `kMostPathSegments` segments.
[[nodiscard]] std::optional<QPainterPath> readPath(std::string_view data);

inline constexpr int kMostPathSegments = 20'000;

/// `translate`, `rotate` and `scale`, one after another, as in a `transform` attribute.
[[nodiscard]] std::optional<QTransform> readTransform(std::string_view text);

}  // namespace phaseboard::scene
