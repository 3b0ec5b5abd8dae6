// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/search/query.h"

namespace phaseboard::search {

/// Several results as one of at most `limit`. Scores are comparable within a result only, so each
/// is taken as a share of the best of its list; equal shares keep the order of the lists, and
/// within a list the order there. Scores of the outcome are those shares.
[[nodiscard]] std::vector<Hit> merged(std::vector<std::vector<Hit>> lists, int limit);

/// The same hits, those first whose title is just what was typed: who types a name means it. Then
/// those that the word being typed completes: "feature sto" means "Feature store". Large and small
/// letters of English are the same.
[[nodiscard]] std::vector<Hit> withNamedFirst(std::vector<Hit> hits, const Query& query);

/// Leaves one hit of each thing, the first: a concept may be explained in several packs.
void keepFirstOfEach(std::vector<Hit>& hits);

}  // namespace phaseboard::search
