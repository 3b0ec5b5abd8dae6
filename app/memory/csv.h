// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/memory/rating.h"

namespace phaseboard::memory {

/// What is wrong with a table of reviews, said so that its writer can mend it.
struct CsvError {
  int line = 0;         ///< 1-based
  std::string message;  ///< one line, no full stop

  friend bool operator==(const CsvError&, const CsvError&) = default;
};

/// One review as a row of a table gives it.
struct ReviewRow {
  std::string prompt;
  int day = 0;          ///< only in tables that have the column
  int elapsedDays = 0;  ///< since the previous row of the same prompt
  Rating rating = Rating::Again;
};

/// The order of the columns.
enum class ReviewColumns {
  Replay,   ///< prompt,elapsed_days,rating
  Evaluate  ///< prompt,day,rating,elapsed_days
};

/// The first line of such a table.
[[nodiscard]] std::string_view header(ReviewColumns columns);

/// The rows of a table, or the first error in it.
struct ReviewTable {
  std::vector<ReviewRow> rows;
  std::optional<CsvError> error;
};

/// Reads a table of reviews (RFC 4180, UTF-8, with or without a byte order mark; lines end with LF
/// or CRLF; empty lines are skipped). Prompts may be interleaved; the rows of one are in order.
///
/// Elapsed days are whole and not negative. In the first row of a prompt they are 0; a table to
/// evaluate may say anything from -1 on there, and 0 is read. Reads to the end or to the first
/// error and keeps all rows in memory.
[[nodiscard]] ReviewTable readReviews(std::istream& in, ReviewColumns columns);

/// `field` as it stands in a table, in quotes where it must be.
[[nodiscard]] std::string csvField(std::string_view field);

}  // namespace phaseboard::memory
