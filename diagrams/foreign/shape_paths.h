// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <QPainterPath>
#include <QSizeF>

#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {

/// The outline of a `path rect circle ellipse line polyline polygon`; nothing when its numbers are
/// not understood. Empty when it paints nothing.
[[nodiscard]] std::optional<QPainterPath> shapePath(const XmlNode& node, double fontSize,
                                                    const QSizeF& canvas);

/// The data of a `<path>`: M, L, C and Z only.
[[nodiscard]] std::string pathText(const QPainterPath& path);

}  // namespace phaseboard::foreign
