// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

namespace phaseboard::db {

/// The pack that comes with the program: `../share/phaseboard/mlsd.pack` where it is installed,
/// `resources/mlsd.pack` of the build folder where it was only built.
///
/// @param executable  the running program, as the system knows it
[[nodiscard]] std::optional<std::filesystem::path> findShippedPack(
    const std::filesystem::path& executable);

/// The running program; empty where the system does not tell.
[[nodiscard]] std::filesystem::path runningProgram();

}  // namespace phaseboard::db
