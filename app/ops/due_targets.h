// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

/// The ids of everything that is due to be asked: of the prompts and of what they ask about, as the
/// pack calls it today. Sorted, each once.
[[nodiscard]] Result<std::vector<std::string>> dueTargets(const ports::PackLibrary& pack,
                                                          const ports::Notebook& notebook,
                                                          Instant now, StudyDay today);

}  // namespace phaseboard::ops
