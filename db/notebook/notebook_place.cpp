// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/notebook_place.h"

#include <cstdlib>

namespace phaseboard::db {

std::filesystem::path usualNotebook() {
  const auto folder = []() -> std::filesystem::path {
    // The XDG specification says that a relative path is to be ignored.
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && std::filesystem::path(data).is_absolute())
      return data;
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home == '\0')
      return {};
    return std::filesystem::path(home) / ".local" / "share";
  }();
  return folder.empty() ? folder : folder / "phaseboard" / "notebook.db";
}

}  // namespace phaseboard::db
