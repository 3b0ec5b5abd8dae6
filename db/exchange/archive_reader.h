// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/exchange/progress.h"

namespace phaseboard::db {

/// Looks through a zip file of a stranger and reads some of its entries into memory; nothing is
/// unpacked to the disk. Every entry is judged by its name, kind and sizes before any is read, and
/// what is read is counted while it is unpacked (`exchange_limits.h`).
///
/// @param wanted  names; those that are not there are missing in the result
/// @return `ForeignFile` for what is no zip file, `InvalidInput` with the reason for one that
///         breaks a limit, climbs out of its folder, has links, or is damaged
[[nodiscard]] Result<std::map<std::string, std::string>> readArchive(
    const std::filesystem::path& file, const std::vector<std::string>& wanted,
    const exchange::Progress& progress);

}  // namespace phaseboard::db
