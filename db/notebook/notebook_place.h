// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace phaseboard::db {

/// Where the user's notebook lies unless told otherwise: `phaseboard/notebook.db` in the XDG data
/// folder. Empty when the user has neither that nor a home.
[[nodiscard]] std::filesystem::path usualNotebook();

}  // namespace phaseboard::db
