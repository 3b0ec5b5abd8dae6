// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/board/element.h"

namespace phaseboard::board {

/// One idea with all the names it goes by: the title and synonyms of a concept.
using SameMeaning = std::vector<std::string>;

/// Guesses what a part is from its name.
///
/// The last telling word of a name decides ("feature store" is a store, "store locator service" a
/// service). A name without a telling word is looked up among the ideas: its other names may tell
/// more. A value; made once for a list of ideas.
class KindGuess {
 public:
  explicit KindGuess(const std::vector<SameMeaning>& ideas = {});

  /// Process when nothing tells.
  [[nodiscard]] PartKind of(std::string_view name) const;

 private:
  std::map<std::string, PartKind> m_known;  ///< by the whole name, lower case
};

}  // namespace phaseboard::board
