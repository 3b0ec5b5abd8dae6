// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/content/checks/reference_check.h"
#include "app/content/source/pack_source.h"

namespace phaseboard::content {

/// Follows every rename to its end, so that each old id leads to one that exists.
///
/// Reports cycles (once for each entry in them), ends that nothing has, ids of another form than
/// their end, and ids that are said to be old and still exist.
[[nodiscard]] std::map<std::string, std::string> resolveRenames(const std::vector<Rename>& renames,
                                                                const KnownIds& known,
                                                                Ledger& ledger);

}  // namespace phaseboard::content
