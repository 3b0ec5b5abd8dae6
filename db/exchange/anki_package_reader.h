// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/exchange/incoming.h"
#include "app/exchange/progress.h"

namespace phaseboard::db {

/// Reads the cards of an Anki package with their review history. Both forms are read: the older one
/// and that of Anki 2.1.50 and later. Pictures and sounds are left out, and said so. Nothing is
/// written to the disk.
///
/// @param now  reviews from later than a day after it are left out
/// @return `ForeignFile` for what is no zip file, else `InvalidInput` with the reason
[[nodiscard]] Result<exchange::Incoming> readAnkiPackage(const std::filesystem::path& file,
                                                         Instant now,
                                                         const exchange::Progress& progress);

/// The same for the database of such a package, whose bytes may be anything.
///
/// @param isNewForm  its note types are tables
[[nodiscard]] Result<exchange::Incoming> readAnkiCollection(std::string bytes, bool isNewForm,
                                                            const std::string& subject, Instant now,
                                                            const exchange::Progress& progress);

}  // namespace phaseboard::db
