// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "app/base/result.h"
#include "app/ports/settings.h"

/// Settings as named texts. Only what differs from the defaults is named, so that a better default
/// of a later program reaches those who never chose.
namespace phaseboard::db {

using SettingRows = std::map<std::string, std::string>;

[[nodiscard]] SettingRows rowsFrom(const ports::Settings& settings);

/// Unknown names are passed over: a later program of the same schema may have written them.
/// `Damaged` with the name for a value that cannot be read.
[[nodiscard]] Result<ports::Settings> settingsFrom(const SettingRows& rows);

}  // namespace phaseboard::db
