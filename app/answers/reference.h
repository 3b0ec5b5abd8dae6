// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an answer points at: links of Markdown whose target is an id of the pack.
namespace phaseboard::answers {

enum class ReferenceKind { Part, Concept, Phase, KeyPoint };

/// In bytes; what has a longer target is no link. So a line of brackets takes no time.
inline constexpr std::size_t kLongestTarget = 2'000;

/// "[Feature store](part:ads/serving/store)". The id keeps its meaning when the pack renames it;
/// the label is the user's own and stays as it was written.
struct Reference {
  ReferenceKind kind = ReferenceKind::Part;
  std::string id;        ///< "q/diagram/part", "concept", "phase" or "q/item"
  std::string label;     ///< plain text
  std::size_t from = 0;  ///< in bytes of the text, of '['
  std::size_t to = 0;    ///< one past ')'

  friend bool operator==(const Reference&, const Reference&) = default;
};

/// The scheme of its links: "part", "concept", "phase", "item".
[[nodiscard]] std::string_view schemeOf(ReferenceKind kind);
[[nodiscard]] std::optional<ReferenceKind> kindOfScheme(std::string_view scheme);

/// The link for a reference. Brackets in the label are escaped, line breaks become spaces.
[[nodiscard]] std::string linkTo(ReferenceKind kind, std::string_view id, std::string_view label);

/// Every reference in a text, in order. Links elsewhere, and what stands in code, are none.
/// O(length).
[[nodiscard]] std::vector<Reference> referencesIn(std::string_view markdown);

/// The text with each reference replaced by what `write` makes of it.
[[nodiscard]] std::string withReferences(std::string_view markdown,
                                         const std::function<std::string(const Reference&)>& write);

}  // namespace phaseboard::answers
