// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <ostream>
#include <string_view>

namespace phaseboard::memory {

/// How well something was recalled. The numbers are those of every FSRS log.
enum class Rating { Again = 1, Hard = 2, Good = 3, Easy = 4 };

inline constexpr std::array<Rating, 4> kRatings{Rating::Again, Rating::Hard, Rating::Good,
                                                Rating::Easy};

/// 1 to 4.
[[nodiscard]] constexpr int number(Rating rating) {
  return static_cast<int>(rating);
}

/// Nothing for anything but 1 to 4.
[[nodiscard]] constexpr std::optional<Rating> ratingFromNumber(int number) {
  if (number < 1 || number > 4)
    return std::nullopt;
  return static_cast<Rating>(number);
}

/// "again", "hard", "good" or "easy"; stable, for scripts and files.
[[nodiscard]] constexpr std::string_view name(Rating rating) {
  constexpr std::array<std::string_view, 4> kNames{"again", "hard", "good", "easy"};
  return kNames[static_cast<std::size_t>(rating) - 1];
}

/// The inverse of `name`; also reads "1" to "4".
[[nodiscard]] constexpr std::optional<Rating> ratingFromName(std::string_view text) {
  for (const Rating rating : kRatings)
    if (text == name(rating) || (text.size() == 1 && text[0] - '0' == number(rating)))
      return rating;
  return std::nullopt;
}

inline std::ostream& operator<<(std::ostream& out, Rating rating) {
  return out << name(rating);
}

/// One value for each rating, e.g. what each of the four buttons would do.
template <class T>
struct ForEachRating {
  T again{};
  T hard{};
  T good{};
  T easy{};

  [[nodiscard]] constexpr const T& operator[](Rating rating) const {
    switch (rating) {
      case Rating::Again:
        return again;
      case Rating::Hard:
        return hard;
      case Rating::Good:
        return good;
      case Rating::Easy:
        break;
    }
    return easy;
  }

  friend bool operator==(const ForEachRating&, const ForEachRating&) = default;
};

}  // namespace phaseboard::memory
