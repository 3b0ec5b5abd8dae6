// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/diagnostic.h"

namespace phaseboard::content {

/// A YAML or JSON file as it was written: texts, lists and mappings, each with its line.
struct SourceNode {
  enum class Kind { Nothing, Text, List, Map };

  struct Key {
    std::string text;
    int line = 0;
  };

  Kind kind = Kind::Nothing;
  int line = 0;                   ///< 1-based
  std::string text;               ///< of a Text
  std::vector<Key> keys;          ///< of a Map, in source order, each once
  std::vector<SourceNode> items;  ///< of a List; of a Map, the values in the order of `keys`
};

inline constexpr std::size_t kLargestSourceBytes = std::size_t{4} * 1024 * 1024;

/// Reads one document.
///
/// Every tab, control character and byte that is not UTF-8 is reported with its line. Of what YAML
/// offers, anchors, aliases, tags and further documents are refused: they hide what is written. A
/// key that stands twice in one mapping is reported and its first value kept.
/// @return nothing when the text cannot be read at all, e.g. for an empty file
[[nodiscard]] std::optional<SourceNode> readSourceTree(const std::string& file,
                                                       std::string_view text,
                                                       Diagnostics& problems);

}  // namespace phaseboard::content
