// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/base/ids.h"
#include "app/base/study_day.h"

namespace phaseboard::board {

/// The text of a UUID.
using BoardId = Strong<struct BoardIdTag, std::string>;

/// What a board was made for.
enum class Purpose {
  Free,     ///< to think on
  Rebuild,  ///< a figure from memory
  Mock      ///< the whiteboard of a mock interview
};

/// What lies on the board of a rebuild when it begins.
enum class Level {
  PartsGiven,   ///< every part with its name: to be grouped and connected
  NamesHidden,  ///< every part by its kind only: to be named too
  NothingGiven
};

/// How a finished rebuild came out.
struct Outcome {
  Instant at;
  double score = 0;  ///< 0 to 1

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// What is known of a board without opening it.
struct BoardInfo {
  BoardId id;
  Purpose purpose = Purpose::Free;
  std::string title;
  std::optional<QuestionId> question;  ///< of a mock
  std::optional<DiagramId> diagram;    ///< of a rebuild: the reference
  std::optional<Level> level;          ///< of a rebuild
  Instant createdAt;
  Instant changedAt;  ///< of the last entry; `createdAt` while there is none
  std::optional<Outcome> outcome;

  friend bool operator==(const BoardInfo&, const BoardInfo&) = default;
};

/// "free", "parts-given", ...: as they are kept.
[[nodiscard]] std::string_view nameOf(Purpose purpose);
[[nodiscard]] std::string_view nameOf(Level level);
[[nodiscard]] std::optional<Purpose> purposeNamed(std::string_view name);
[[nodiscard]] std::optional<Level> levelNamed(std::string_view name);

}  // namespace phaseboard::board
