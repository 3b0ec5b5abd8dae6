// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/result.h"

namespace phaseboard::exchange {

struct CsvRow {
  int line = 0;  ///< 1-based, where it begins
  std::vector<std::string> fields;
};

inline constexpr std::size_t kLongestCsv = 64'000'000;  ///< bytes of a file
inline constexpr std::size_t kMostCsvColumns = 100;
inline constexpr std::size_t kMostCsvRows = 200'001;  ///< with the header

/// Reads a table (RFC 4180, UTF-8, with or without a byte order mark; lines end with LF or CRLF;
/// empty lines are skipped). The separator is what the first line has most of: comma, semicolon or
/// tab.
///
/// @param file  for messages
/// @return `InvalidInput` with the file as subject and "line N: ..." as detail
[[nodiscard]] Result<std::vector<CsvRow>> readCsv(std::string_view text, const std::string& file);

/// `field` as it stands in a table, in quotes where it must be; what a spreadsheet would take for a
/// formula gets an apostrophe before it.
[[nodiscard]] std::string csvCell(std::string_view field);

}  // namespace phaseboard::exchange
