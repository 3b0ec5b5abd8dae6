// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QPainterPath>
#include <QTransform>

#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {

/// The id in "url(#id)", quoted or not; empty for anything else.
[[nodiscard]] std::string idInUrl(std::string_view value);

/// From the units of a `<marker>` to those of the line at whose end (or beginning) it stands:
/// turned along the line and as large as `strokeWidth` says. Nothing for a line without direction.
[[nodiscard]] std::optional<QTransform> markerTransform(const XmlNode& marker,
                                                        const QPainterPath& line, bool atEnd,
                                                        double strokeWidth);

}  // namespace phaseboard::foreign
