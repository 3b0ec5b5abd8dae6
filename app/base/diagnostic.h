// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <ostream>
#include <string>
#include <vector>

namespace phaseboard {

/// One mistake in a source file, said so that the author can go there and mend it.
struct Diagnostic {
  std::string file;     ///< as the author named it, relative to the sources
  int line = 0;         ///< 1-based; 0 when the whole file is meant
  std::string message;  ///< what is wrong and what would be right, one line, no full stop

  friend auto operator<=>(const Diagnostic&, const Diagnostic&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic) {
    return out << diagnostic.file << ':' << diagnostic.line << ": " << diagnostic.message;
  }
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace phaseboard
