// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::content {

/// One of our own words, and how it must not be written.
struct SpellingRule {
  std::string use;
  std::vector<std::string> instead;  ///< the other spellings
};

/// A forbidden spelling that was found.
struct Misspelling {
  std::string written;
  std::string use;
  friend bool operator==(const Misspelling&, const Misspelling&) = default;
};

/// Every rule that `words` breaks, once for each forbidden spelling, in the order of the rules.
///
/// Whole words only. Letters of both cases are equal unless the right and the wrong form differ in
/// nothing else. Line feeds count as spaces.
[[nodiscard]] std::vector<Misspelling> findMisspellings(std::string_view words,
                                                        const std::vector<SpellingRule>& rules);

}  // namespace phaseboard::content
