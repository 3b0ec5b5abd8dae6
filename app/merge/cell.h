// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/study_day.h"
#include "app/base/uuid.h"

/// Two notebooks that were studied apart become one.
///
/// A notebook is three kinds of things: the review log, a set that only grows; trails (`Trail`),
/// what was drawn and what happened, which only grow at their end; and cells, everything that is
/// overwritten. Each has a union that does not ask in which order or how often it is made; what
/// follows from them (schedule, statistics) is worked out again.
namespace phaseboard::merge {

/// What a cell is about. What others refer to comes first.
enum class Subject {
  ImageData,
  Image,
  Setting,
  Favourite,
  Tick,
  Override,
  OwnPrompt,
  Annotation,
  Bookmark,
  Version,  ///< of an answer
  Shelf,    ///< whether a prompt is suspended or buried
  Flag,
  Board,
  Mock,
  MockStage,
  MockText,
  MockTick
};
inline constexpr int kSubjectCount = 17;

/// "annotation"; stable, for files.
[[nodiscard]] std::string_view name(Subject subject);
[[nodiscard]] std::optional<Subject> subjectNamed(std::string_view text);

/// One value of a row: nothing, a number, a real, a text, or bytes (told apart by the reader).
using Field = std::variant<std::monostate, std::int64_t, double, std::string>;

/// When and where something was last written. The moment is that of a hybrid clock: the machine's,
/// but later than every moment seen before. So what was written knowingly over something else is
/// later than it, also when clocks differ.
struct Stamp {
  Instant at;
  Uuid device;
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// What was last written in one place, or that it was emptied.
struct Cell {
  Subject subject = Subject::Setting;
  std::string key;
  Stamp stamp;
  std::optional<std::vector<Field>> fields;  ///< nothing: it was removed

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// Parts of a key, which has no such character.
inline constexpr char kKeySeparator = '\x1f';

/// Whether `a` holds against `b`, both of one place: the later one, or by device; two copies of one
/// notebook share a device, so at last the contents decide.
[[nodiscard]] bool beats(const Cell& a, const Cell& b);

}  // namespace phaseboard::merge
