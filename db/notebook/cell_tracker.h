// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/merge/cell.h"

namespace phaseboard::db {

class Connection;
class RowView;

/// Notes which cells a unit of work writes, whoever writes them, and stamps them at its end.
class CellTracker {
 public:
  /// Reads where the columns stand. `connection` outlives it.
  explicit CellTracker(Connection& connection);

  void start();
  void stop() { m_isOn = false; }

  /// A row of any table is about to change.
  void note(std::string_view table, const RowView& row);

  /// Stamps what was noted with `at`, or with the next moment of the hybrid clock.
  [[nodiscard]] Status stamp(Instant at, std::int64_t deviceKey);

 private:
  struct Columns {
    merge::Subject subject = merge::Subject::Setting;
    std::vector<int> parts;  ///< that name the row: owner first
    std::vector<int> values;
  };
  using Place = std::pair<merge::Subject, std::vector<merge::Field>>;

  /// The key of a cell from the parts of its row; empty when its owner is gone.
  [[nodiscard]] std::string keyOf(const Place& place) const;
  void stampOne(const Place& place, Instant at, std::int64_t deviceKey);

  Connection& m_connection;
  std::map<std::string, Columns, std::less<>> m_tables;
  std::set<Place> m_noted;
  bool m_isOn = false;
};

}  // namespace phaseboard::db
