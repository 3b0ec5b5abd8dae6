// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/result.h"
#include "app/base/strong.h"
#include "app/board/geometry.h"

/// What can stand on a board. Plain values; nothing knows where it is kept or how it is painted.
namespace phaseboard::board {

/// Names an element of one board: 1 and up, never given twice on it.
using ElementId = Strong<struct ElementIdTag, std::int64_t>;

/// What a part is; the roles of our figures (diagrams/style), in their order.
enum class PartKind {
  Service,
  Process,
  Store,
  Model,
  Queue,
  Data,
  Metric,
  Policy,
  Tensor,
  Actor,
  External,
  Note
};
inline constexpr std::array kPartKinds{PartKind::Service, PartKind::Process,  PartKind::Store,
                                       PartKind::Model,   PartKind::Queue,    PartKind::Data,
                                       PartKind::Metric,  PartKind::Policy,   PartKind::Tensor,
                                       PartKind::Actor,   PartKind::External, PartKind::Note};

/// How a connection is meant; the wires of our figures.
enum class WireKind { Flow, Async, Batch, Train, Feedback, Control, Ref };
inline constexpr std::array kWireKinds{WireKind::Flow,  WireKind::Async,    WireKind::Batch,
                                       WireKind::Train, WireKind::Feedback, WireKind::Control,
                                       WireKind::Ref};

/// What a group is; the lanes of our figures.
enum class GroupKind { Offline, Online, Training, Monitor, Neutral, Risk };
inline constexpr std::array kGroupKinds{GroupKind::Offline, GroupKind::Online,  GroupKind::Training,
                                        GroupKind::Monitor, GroupKind::Neutral, GroupKind::Risk};

struct Part {
  ElementId id;
  PartKind kind = PartKind::Process;
  bool isKindChosen = false;  ///< by the user: a new name does not change it
  std::string name;           ///< may be empty while nobody has named it
  Box box;

  friend bool operator==(const Part&, const Part&) = default;
};

struct Edge {
  ElementId id;
  ElementId from;  ///< a part
  ElementId to;    ///< another part
  WireKind kind = WireKind::Flow;
  std::string label;

  friend bool operator==(const Edge&, const Edge&) = default;
};

/// A frame; the parts and groups that lie wholly inside belong to it.
struct Group {
  ElementId id;
  GroupKind kind = GroupKind::Neutral;
  std::string name;
  Box box;

  friend bool operator==(const Group&, const Group&) = default;
};

/// One line of ink, from pen down to pen up.
struct Stroke {
  ElementId id;
  std::vector<Point> points;

  friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// Words on the canvas, without a frame.
struct Text {
  ElementId id;
  std::string text;  ///< lines end with "\n"
  Box box;

  friend bool operator==(const Text&, const Text&) = default;
};

using Element = std::variant<Part, Edge, Group, Stroke, Text>;

[[nodiscard]] ElementId idOf(const Element& element);
[[nodiscard]] Element withId(Element element, ElementId id);

/// Where it lies; empty for an edge, which lies where its ends are.
[[nodiscard]] Box boxOf(const Element& element);
[[nodiscard]] Element movedBy(Element element, Point by);

/// "service", "flow", "online": as in the classes of our figures.
[[nodiscard]] std::string_view nameOf(PartKind kind);
[[nodiscard]] std::string_view nameOf(WireKind kind);
[[nodiscard]] std::string_view nameOf(GroupKind kind);
[[nodiscard]] std::optional<PartKind> partKindNamed(std::string_view name);
[[nodiscard]] std::optional<WireKind> wireKindNamed(std::string_view name);
[[nodiscard]] std::optional<GroupKind> groupKindNamed(std::string_view name);

inline constexpr std::size_t kLongestName = 200;    ///< bytes, of parts, edges and groups
inline constexpr std::size_t kLongestText = 8'000;  ///< bytes
inline constexpr std::size_t kMostPoints = 20'000;  ///< of one stroke
inline constexpr double kFarthest = 1'000'000;      ///< from the origin, units

/// Whether one element alone is within the limits; `InvalidInput` (subject "element") otherwise.
[[nodiscard]] Status checkElement(const Element& element);

}  // namespace phaseboard::board
