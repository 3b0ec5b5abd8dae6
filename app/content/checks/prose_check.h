// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/content/checks/spelling.h"
#include "app/content/model.h"
#include "app/content/source/ledger.h"

namespace phaseboard::content {

/// No field is longer than this many bytes.
inline constexpr std::size_t kLongestField = 20'000;

/// Checks every text of the ledger: Markdown that is not understood, formulas without outlines and
/// spelling. Links become references of the ledger.
/// @return the TeX of every formula that a text uses
[[nodiscard]] std::set<std::string> checkProse(Ledger& ledger,
                                               const std::map<std::string, Formula>& formulas,
                                               const std::vector<SpellingRule>& rules);

}  // namespace phaseboard::content
