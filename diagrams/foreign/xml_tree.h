// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/result.h"

namespace phaseboard::foreign {

/// An element, or a stretch of text (its name is then empty).
struct XmlNode {
  std::string name;  ///< without a prefix
  std::string text;
  /// Plain names; "inkscape:label" for those of Inkscape, "href" for that of XLink too.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<std::size_t> children;
  std::size_t parent = 0;  ///< the root is its own
  int line = 0;

  [[nodiscard]] std::string attribute(std::string_view wanted) const;
  [[nodiscard]] bool has(std::string_view wanted) const;
};

/// A file's elements; `nodes.front()` is the root. Children stand behind their parents.
struct XmlTree {
  std::vector<XmlNode> nodes;
  bool hasDocumentType = false;
  std::vector<std::pair<std::string, int>> skipped;  ///< elements left out, with their lines
};

/// `InvalidInput` (subject "figure") with the line and the reason.
[[nodiscard]] tl::unexpected<Error> refuseAt(int line, const std::string& reason);

/// Whether a reference leads out of the file: anything but "#id" and "data:".
[[nodiscard]] bool leadsOut(std::string_view reference);

/// Reads the elements of SVG; editors' own data and embedded HTML are left out. Refuses what is no
/// SVG, is too large or too deep, declares or uses entities, holds a script or refers to anything
/// outside.
[[nodiscard]] Result<XmlTree> readXmlTree(std::string_view svg);

}  // namespace phaseboard::foreign
