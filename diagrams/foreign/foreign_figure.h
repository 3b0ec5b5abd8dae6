// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QSizeF>

#include "app/base/result.h"
#include "app/content/model.h"

namespace phaseboard::foreign {

/// Something in a drawing that has an id and a title.
struct ForeignPart {
  std::string id;
  content::PartKind kind = content::PartKind::Node;
  std::string title;
  std::string description;
  std::string from;  ///< id of a part, or empty
  std::string to;
};

/// A feature that the file uses and we do not show.
struct Unsupported {
  std::string feature;  ///< as its author knows it: "filter", "typeface Virgil"
  int count = 0;
  int line = 0;  ///< of the first
};

/// A drawing made elsewhere, read and written anew.
struct ForeignFigure {
  QSizeF size;  ///< of the canvas, in units
  std::string title;
  std::string description;
  std::vector<ForeignPart> parts;        ///< in paint order
  std::vector<Unsupported> unsupported;  ///< by the line of the first
  /// Groups, paths, one-line texts and gradients only; every attribute is one that we wrote. The
  /// part with index n is the group "p<n>".
  std::string svg;
};

/// Reads an SVG file that Inkscape, draw.io, Excalidraw or a person made.
///
/// Nothing of the file reaches a renderer as it was written. What would cost too much, refer to a
/// file or an address, declare entities or run a script is refused: `InvalidInput` (subject
/// "figure"), with the line and the reason. Opens nothing and asks no clock; a file at every limit
/// takes some hundred milliseconds. May be used from any thread.
[[nodiscard]] Result<ForeignFigure> readForeignFigure(std::string_view svg);

}  // namespace phaseboard::foreign
