// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/base/strong.h"
#include "app/base/study_day.h"

namespace phaseboard::annotations {

/// A version 7 UUID as text.
using AnnotationId = Strong<struct AnnotationIdTag, std::string>;

enum class Colour { Yellow, Green, Blue, Pink, Violet };
inline constexpr std::array kColours{Colour::Yellow, Colour::Green, Colour::Blue, Colour::Pink,
                                     Colour::Violet};

/// Stable text of the colour: "yellow", ...
[[nodiscard]] std::string_view name(Colour colour);
[[nodiscard]] std::optional<Colour> colourNamed(std::string_view name);

/// What an annotation is tied to: an id, and enough text to find the place again when the id is
/// gone or its words are others.
struct Anchor {
  TargetId target;       ///< a part, an item, a note ("q#phase") or the opening of a question ("q")
  std::string quote;     ///< the words of a passage; empty when the whole target is meant
  std::string before;    ///< up to `kContextWords` words before the passage
  std::string after;     ///< and after it
  std::string snapshot;  ///< what the target was called: the title of a part, a statement
  std::uint64_t version = 0;  ///< `TargetText::version` when it was anchored

  [[nodiscard]] bool isPassage() const { return !quote.empty(); }
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

inline constexpr std::size_t kContextWords = 6;

/// What the user says about a place. All of it may be empty but one: a colour alone is a highlight,
/// a star alone a mark.
struct Content {
  std::optional<Colour> colour;
  std::string note;               ///< Markdown
  std::vector<std::string> tags;  ///< as `normalisedTags` leaves them
  bool isStarred = false;

  [[nodiscard]] bool isEmpty() const {
    return !colour && note.empty() && tags.empty() && !isStarred;
  }
  friend bool operator==(const Content&, const Content&) = default;
};

/// A note, highlight, tag or star of the user's on a part, an item or a passage.
struct Annotation {
  AnnotationId id;
  Anchor anchor;
  Content content;
  Instant madeAt;
  Instant changedAt;
  friend bool operator==(const Annotation&, const Annotation&) = default;
};

inline constexpr std::size_t kLongestNote = 20'000;  ///< bytes
inline constexpr std::size_t kMostTags = 20;
inline constexpr std::size_t kLongestTag = 60;  ///< bytes

/// Sorted, each once, without outer spaces and leading '#', inner spaces and commas as hyphens,
/// ASCII letters small. Empty ones are left out.
[[nodiscard]] std::vector<std::string> normalisedTags(const std::vector<std::string>& typed);

/// The tags in "a, b #c".
[[nodiscard]] std::vector<std::string> tagsIn(std::string_view typed);

}  // namespace phaseboard::annotations
