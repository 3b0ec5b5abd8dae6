// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace phaseboard::test {

/// A file or folder of the sources, by its path from the project's root: "tests/data/mini-pack".
std::filesystem::path inSources(std::string_view path);

/// The same below the build folder: "resources/mlsd.pack".
std::filesystem::path inBuild(std::string_view path);

}  // namespace phaseboard::test
