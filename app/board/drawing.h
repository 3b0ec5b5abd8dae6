// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/board/document.h"

/// What a person does on a board, as edits. Each is computed from the document and changes nothing
/// by itself; an edit that would change nothing is empty.
namespace phaseboard::board {

using Selection = std::set<ElementId>;

/// How large a part with this name and kind is drawn; only the painter of cards knows.
struct Extent {
  double width = 0;
  double height = 0;
};
using PartExtent = std::function<Extent(const std::string& name, PartKind kind)>;

/// A part around `centre`, with the id `document.nextId()`.
[[nodiscard]] Edit placePart(const Document& document, std::string name, PartKind kind,
                             Point centre, const PartExtent& extent);

/// Gives a part a name and the kind `guess` unless the user chose its kind; it keeps its middle.
[[nodiscard]] Edit renamePart(const Document& document, ElementId part, const std::string& name,
                              PartKind guess, const PartExtent& extent);

/// The kind that the user chooses for the parts among `selection`.
[[nodiscard]] Edit changePartKind(const Document& document, const Selection& selection,
                                  PartKind kind, const PartExtent& extent);

/// The kind of the wires, or of the groups, among `selection`.
[[nodiscard]] Edit changeWireKind(const Document& document, const Selection& selection,
                                  WireKind kind);
[[nodiscard]] Edit changeGroupKind(const Document& document, const Selection& selection,
                                   GroupKind kind);

/// An edge, unless the two are one, or joined in that direction by an edge without words: several
/// messages from one part to another each have their own.
[[nodiscard]] Edit connectParts(const Document& document, ElementId from, ElementId to,
                                WireKind kind = WireKind::Flow);

/// A new part at the end of a new edge from `from`, as one edit.
[[nodiscard]] Edit placeConnectedPart(const Document& document, ElementId from, std::string name,
                                      PartKind kind, Point centre, const PartExtent& extent);

/// The words of an edge, a group or a text.
[[nodiscard]] Edit relabel(const Document& document, ElementId id, const std::string& words);
[[nodiscard]] Edit reverseEdges(const Document& document, const Selection& selection);

/// Moves the selection; with a group goes what lies inside it.
[[nodiscard]] Edit moveSelection(const Document& document, const Selection& selection, Point by);

/// What `moveSelection` moves.
[[nodiscard]] Selection withContents(const Document& document, const Selection& selection);

/// Takes the selection away, with the edges that would end at nothing. What lies inside a group
/// stays.
[[nodiscard]] Edit removeSelection(const Document& document, const Selection& selection);

/// A frame around the parts, groups, texts and ink among `selection`.
[[nodiscard]] Edit groupSelection(const Document& document, const Selection& selection,
                                  std::string name);

/// Gives a group another frame.
[[nodiscard]] Edit reshapeGroup(const Document& document, ElementId group, const Box& box);

[[nodiscard]] Edit drawStroke(const Document& document, std::vector<Point> points);
[[nodiscard]] Edit writeText(const Document& document, std::string text, const Box& box);

/// The elements of the selection, and the edges between its parts, to be pasted elsewhere.
[[nodiscard]] std::vector<Element> copied(const Document& document, const Selection& selection);

/// Puts copies on the board, moved by `by`, with new ids. Edges whose ends are not among them are
/// left out.
[[nodiscard]] Edit paste(const Document& document, const std::vector<Element>& elements, Point by);

/// The ids that an edit makes.
[[nodiscard]] Selection madeBy(const Edit& edit);

inline constexpr double kGroupPadding = 20;
inline constexpr double kGroupTitle = 26;  ///< room for its words above what lies inside

}  // namespace phaseboard::board
