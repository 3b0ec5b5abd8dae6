// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <SQLiteCpp/Exception.h>

#include "app/base/result.h"

namespace phaseboard::db {

/// What SQLite complained about while it worked on the pack `subject`.
[[nodiscard]] tl::unexpected<Error> translatePackError(const SQLite::Exception& error,
                                                       const std::string& subject);

}  // namespace phaseboard::db
