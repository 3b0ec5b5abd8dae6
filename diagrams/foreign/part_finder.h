// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "diagrams/foreign/foreign_figure.h"
#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {

/// The part that an element is, when it has an id and a title.
///
/// A title is a `<title>`, Inkscape's label of an object, or an `aria-label`; a cell of draw.io is
/// called by the words on it. An edge names its ends by `data-from` and `data-to`, or by Inkscape's
/// connector attributes.
[[nodiscard]] std::optional<ForeignPart> partOf(const XmlTree& tree, std::size_t index);

/// The text of the first child with this name, on one line.
[[nodiscard]] std::string childText(const XmlTree& tree, const XmlNode& node,
                                    std::string_view name);

}  // namespace phaseboard::foreign
