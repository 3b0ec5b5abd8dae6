// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/pack_library.h"
#include "app/search/query.h"

namespace phaseboard::ops {

/// Whether a filter may be meant for what has this id and title: `typed` begins the id, or one of
/// its words, or one of the title's. Large and small letters of English are the same.
[[nodiscard]] bool mayMean(std::string_view typed, std::string_view id, std::string_view title);

/// The same query with ids that the pack has: `phase:6` and `phase:ser` are `phase:serve`,
/// `question:click` is `question:ad-click-prediction`. The first id that begins so is meant, else
/// the first that may be; what fits nothing stays, and finds nothing.
[[nodiscard]] search::Query withKnownIds(search::Query query, const ports::PackLibrary& pack);

}  // namespace phaseboard::ops
