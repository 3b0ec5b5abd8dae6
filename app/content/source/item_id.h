// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/source/map_reader.h"

namespace phaseboard::content {

/// The field "id" as the id of an item of the question that is being read. Items of all kinds share
/// one name space in their question.
[[nodiscard]] ItemId readItemId(MapReader& fields);

}  // namespace phaseboard::content
