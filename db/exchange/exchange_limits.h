// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// What a package from elsewhere may cost. The messages name the limit.
namespace phaseboard::db {

inline constexpr std::int64_t kLargestArchive = 2'000'000'000;  ///< bytes of the file
inline constexpr std::int64_t kMostUnpacked = 2'000'000'000;    ///< bytes of all entries
inline constexpr std::int64_t kLargestEntry = 256'000'000;      ///< bytes of one that is read
inline constexpr std::int64_t kHighestRatio = 200;              ///< unpacked to packed
inline constexpr std::int64_t kRatioGrace = 1'000'000;          ///< bytes that any archive may have
inline constexpr int kMostEntries = 100'000;
inline constexpr std::size_t kLongestEntryName = 255;  ///< bytes
inline constexpr int kDeepestEntry = 8;                ///< folders
inline constexpr int kLargestRow = 16'000'000;         ///< bytes of one value in a database
inline constexpr std::int64_t kMostForeignNotes = 200'000;
inline constexpr std::int64_t kMostForeignReviews = 5'000'000;
inline constexpr int kForeignSeconds = 20;  ///< that all questions to a database may take together

}  // namespace phaseboard::db
