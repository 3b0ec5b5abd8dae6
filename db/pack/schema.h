// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The tables of a pack. A pack is written once and never changed, so there are no migrations: a
/// program reads the formats it knows and refuses others.
namespace phaseboard::db {

inline constexpr std::int32_t kPackApplicationId = 0x50424450;  ///< "PBDP"
inline constexpr std::int32_t kPackFormat = 4;                  ///< `user_version`
inline constexpr std::uintmax_t kLargestPackBytes = std::uintmax_t{512} * 1024 * 1024;
inline constexpr int kLargestValueBytes = 16 * 1024 * 1024;  ///< one text or one row

/// One `CREATE` statement for each table and index, in this order. A reader compares them with
/// those in the file: a pack with anything else in its schema is refused.
extern const std::array<std::string_view, 35> kPackSchema;

/// The one of them that packs before format 3 lack: figures made ready for painting.
extern const std::string_view kDrawingTable;

/// Tables that the search index keeps for itself; how SQLite writes them down is its own affair.
inline constexpr std::array<std::string_view, 5> kSearchTables{
    "search_data", "search_idx", "search_content", "search_docsize", "search_config"};

}  // namespace phaseboard::db
