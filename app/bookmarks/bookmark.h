// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/base/study_day.h"

namespace phaseboard::bookmarks {

enum class SpotKind { Question, Phase, Answer, Figure, Part, Item, Concept };

/// A place in the pack that one can come back to. Its id keeps its meaning when the pack renames
/// it; nothing else about the place is kept.
struct Spot {
  SpotKind kind = SpotKind::Question;
  std::string id;  ///< "q", "q#phase" (Phase, Answer), "q/diagram", "q/diagram/part", "q/item", or
                   ///< that of a concept

  friend bool operator==(const Spot&, const Spot&) = default;
};

/// "part:q/diagram/part": how a spot is stored.
[[nodiscard]] std::string textOf(const Spot& spot);
[[nodiscard]] std::optional<Spot> spotFrom(std::string_view text);

/// A place that the user marked.
struct Bookmark {
  Spot spot;          ///< under its id when it was marked
  std::string title;  ///< what the place was called then
  Instant madeAt;

  friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

inline constexpr int kMostBookmarks = 1'000;

}  // namespace phaseboard::bookmarks
