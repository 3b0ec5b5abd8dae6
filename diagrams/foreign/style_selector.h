// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::foreign {

/// What a selector may ask of an element.
struct ElementNames {
  std::string name;
  std::string id;
  std::vector<std::string> classes;  ///< sorted
};

/// One step of a selector: "rect.box.dark#a"; what is empty asks for nothing.
struct SelectorStep {
  std::string name;
  std::string id;
  std::vector<std::string> classes;
  bool isChild = false;  ///< ">" stands before it, not only a space

  [[nodiscard]] bool fits(const ElementNames& element) const;
};

/// How a rule outranks others: ids, then classes, then names.
using Specificity = std::array<std::size_t, 3>;

/// A chain of steps, the outermost first: ".role-model > .card".
class StyleSelector {
 public:
  /// Nothing for what is not understood: siblings, attributes, pseudo-classes, too long a chain.
  [[nodiscard]] static std::optional<StyleSelector> read(std::string_view text);

  /// @param path  the element, its parent, and so on up to the root; at most 64
  /// @param comparisons  raised by what the answer cost
  [[nodiscard]] bool fits(const std::vector<const ElementNames*>& path,
                          std::size_t& comparisons) const;

  [[nodiscard]] Specificity specificity() const;

  /// What every element that fits has: "#id", ".class", "name" or "*".
  [[nodiscard]] std::string key() const;

 private:
  std::vector<SelectorStep> m_steps;
};

}  // namespace phaseboard::foreign
