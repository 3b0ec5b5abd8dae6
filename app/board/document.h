// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/board/element.h"

namespace phaseboard::board {

/// One element before and after. Without `before` it was made, without `after` it was taken away.
struct Change {
  std::optional<Element> before;
  std::optional<Element> after;

  friend bool operator==(const Change&, const Change&) = default;
};

/// What one gesture of the user changed: all of it, or nothing.
using Edit = std::vector<Change>;

/// The edit that takes `edit` back.
[[nodiscard]] Edit inverseOf(const Edit& edit);

/// What lies on a board. A value; changed by edits only.
class Document {
 public:
  /// Everything, lowest id first. Groups are painted first, then edges, parts, texts and ink.
  [[nodiscard]] const std::map<ElementId, Element>& elements() const { return m_elements; }

  /// The element with this id if it is there and of that type, or null. Valid until the next edit.
  template <class Type>
  [[nodiscard]] const Type* find(ElementId id) const {
    const auto found = m_elements.find(id);
    return found == m_elements.end() ? nullptr : std::get_if<Type>(&found->second);
  }
  [[nodiscard]] const Element* find(ElementId id) const;

  /// All elements of one type, lowest id first.
  template <class Type>
  [[nodiscard]] std::vector<const Type*> all() const {
    std::vector<const Type*> found;
    for (const auto& [id, element] : m_elements)
      if (const auto* one = std::get_if<Type>(&element))
        found.push_back(one);
    return found;
  }

  [[nodiscard]] bool isEmpty() const { return m_elements.empty(); }

  /// Around everything; empty for an empty board.
  [[nodiscard]] Box bounds() const;

  /// An id that no element ever had, as far as this document has seen.
  [[nodiscard]] ElementId nextId() const { return ElementId{m_lastId + 1}; }

  /// Makes the changes in their order. Each `before` must be what is there, ends of edges must
  /// exist afterwards: `InvalidInput` (subject "edit") otherwise, and nothing is changed.
  [[nodiscard]] Status apply(const Edit& edit);

  /// The smallest group whose frame holds this part or group wholly, or nothing.
  [[nodiscard]] std::optional<ElementId> groupOf(ElementId id) const;

  /// Everything that lies wholly inside a group's frame, the group itself not.
  [[nodiscard]] std::vector<ElementId> inside(const Group& group) const;

  friend bool operator==(const Document& one, const Document& other) {
    return one.m_elements == other.m_elements;
  }

 private:
  [[nodiscard]] bool isSound(const Change& change) const;
  [[nodiscard]] bool hasLooseEdge() const;
  void put(const std::optional<Element>& from, const std::optional<Element>& to);

  std::map<ElementId, Element> m_elements;
  std::int64_t m_lastId = 0;
};

}  // namespace phaseboard::board
