// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/search/query.h"

namespace phaseboard::db {

/// The terms as an FTS5 expression in which all of them must occur. Every term is quoted, so that
/// nothing that was typed is read as syntax. Empty when there is nothing to look for.
[[nodiscard]] std::string matchText(const std::vector<search::Term>& terms);

/// Texts as one parameter of a query, for `json_each`.
[[nodiscard]] std::string jsonList(const std::vector<std::string>& texts);

}  // namespace phaseboard::db
