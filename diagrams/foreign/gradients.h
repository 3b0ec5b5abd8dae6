// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "diagrams/foreign/budget.h"
#include "diagrams/foreign/style_sheet.h"

namespace phaseboard::foreign {

/// The gradients of a file, written anew.
struct Gradients {
  std::map<std::string, std::string> ids;  ///< theirs -> ours, "g<n>"
  std::string definitions;                 ///< elements for `<defs>`
};

[[nodiscard]] Result<Gradients> readGradients(const XmlTree& tree, StyleSheet& sheet,
                                              Budget& budget);

}  // namespace phaseboard::foreign
