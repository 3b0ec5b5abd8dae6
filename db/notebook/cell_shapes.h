// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/merge/cell.h"

namespace phaseboard::db {

/// How cells of one subject lie in the notebook: one row each.
struct CellShape {
  merge::Subject subject = merge::Subject::Setting;
  const char* table = "";
  const char* owner = "";           ///< the table with `key` and `id` that `ownerColumn` refers to
  const char* ownerColumn = "";     ///< empty when there is no owner
  std::vector<std::string> keys;    ///< columns that name the row, besides the owner
  std::vector<std::string> values;  ///< the others, in the order of a cell's fields

  // Their first parameters are the parts of the key, the owner's id first; then the values.
  std::string select;
  std::string upsert;
  std::string remove;

  [[nodiscard]] bool hasOwner() const { return *ownerColumn != '\0'; }
  [[nodiscard]] std::size_t partCount() const { return keys.size() + (hasOwner() ? 1 : 0); }

  /// The parts of a cell's key; nothing when it is not one of this shape.
  [[nodiscard]] std::optional<std::vector<merge::Field>> partsOf(std::string_view key) const;
};

/// In the order of subjects.
[[nodiscard]] const std::vector<CellShape>& cellShapes();
[[nodiscard]] const CellShape& shapeOf(merge::Subject subject);

/// Settings that are about a machine and its screen, and stay there.
[[nodiscard]] bool isOwnToMachine(std::string_view setting);

}  // namespace phaseboard::db
