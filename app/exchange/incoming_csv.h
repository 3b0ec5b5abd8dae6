// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/exchange/incoming.h"

namespace phaseboard::exchange {

/// Prompts of the user's in a table. The first row names the columns, in any order and in any case:
/// `ask` and `answer` (or `question` and `answer`, `front` and `back`) are needed; `question_id`,
/// `phase` and `id` may be there. A row without an id is known by what it asks. Other columns are
/// left out, and said so.
[[nodiscard]] Result<Incoming> incomingFromCsv(std::string_view text, const std::string& file);

}  // namespace phaseboard::exchange
