// SPDX-License-Identifier: Apache-2.0
#include "db/pack/shipped_pack.h"

#include <system_error>

namespace phaseboard::db {

namespace fs = std::filesystem;

std::optional<fs::path> findShippedPack(const fs::path& executable) {
  const fs::path folder = executable.parent_path();
  for (const char* place : {"../share/phaseboard/mlsd.pack", "../../resources/mlsd.pack"}) {
    const fs::path candidate = (folder / place).lexically_normal();
    std::error_code failure;
    if (fs::is_regular_file(candidate, failure))
      return candidate;
  }
  return std::nullopt;
}

fs::path runningProgram() {
  std::error_code failure;
  return fs::read_symlink("/proc/self/exe", failure);
}

}  // namespace phaseboard::db
