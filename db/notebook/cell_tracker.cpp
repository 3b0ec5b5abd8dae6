// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/cell_tracker.h"

#include <algorithm>

#include "db/connection.h"
#include "db/notebook/cell_shapes.h"
#include "db/notebook/row_changes.h"

namespace phaseboard::db {
namespace {

using merge::Field;
using merge::Subject;

std::vector<Field> fieldsAt(const RowView& row, const std::vector<int>& columns, RowSide side) {
  std::vector<Field> fields;
  for (const int column : columns)
    fields.push_back(row.field(column, side));
  return fields;
}

std::string textOfPart(const Field& part) {
  if (const auto* number = std::get_if<std::int64_t>(&part))
    return std::to_string(*number);
  const auto* text = std::get_if<std::string>(&part);
  return text == nullptr ? std::string() : *text;
}

}  // namespace

CellTracker::CellTracker(Connection& connection) : m_connection(connection) {
  for (const CellShape& shape : cellShapes()) {
    std::map<std::string, int> places;
    SQLite::Statement rows(m_connection.database(), "SELECT name, cid FROM pragma_table_info(?)");
    rows.bind(1, shape.table);
    while (rows.executeStep())
      places[rows.getColumn(0).getString()] = rows.getColumn(1).getInt();
    Columns columns{shape.subject, {}, {}};
    if (shape.hasOwner())
      columns.parts.push_back(places[shape.ownerColumn]);
    for (const std::string& key : shape.keys)
      columns.parts.push_back(places[key]);
    for (const std::string& value : shape.values)
      columns.values.push_back(places[value]);
    m_tables[shape.table] = std::move(columns);
  }
}

void CellTracker::start() {
  m_noted.clear();
  m_isOn = true;
}

void CellTracker::note(std::string_view table, const RowView& row) {
  if (!m_isOn)
    return;
  const auto found = m_tables.find(table);
  if (found == m_tables.end())
    return;
  const Columns& columns = found->second;
  std::vector<Field> before;
  std::vector<Field> after;
  if (row.has(RowSide::Before))
    before = fieldsAt(row, columns.parts, RowSide::Before);
  if (row.has(RowSide::After))
    after = fieldsAt(row, columns.parts, RowSide::After);
  if (before == after && fieldsAt(row, columns.values, RowSide::Before) ==
                             fieldsAt(row, columns.values, RowSide::After))
    return;
  // A schedule that comes with the first answer is nobody's choice.
  if (columns.subject == Subject::Shelf && before.empty() &&
      fieldsAt(row, columns.values, RowSide::After) ==
          std::vector<Field>{std::int64_t{0}, std::monostate()})
    return;
  if (!before.empty())
    m_noted.emplace(columns.subject, std::move(before));
  if (!after.empty())
    m_noted.emplace(columns.subject, std::move(after));
}

std::string CellTracker::keyOf(const Place& place) const {
  const CellShape& shape = shapeOf(place.first);
  std::string key;
  for (std::size_t i = 0; i < place.second.size(); ++i) {
    std::string part = textOfPart(place.second[i]);
    if (i == 0 && shape.hasOwner()) {
      const std::string sql = std::string("SELECT id FROM ") + shape.owner + " WHERE key = ?";
      SQLite::Statement owner(m_connection.database(), sql);
      bindValue(owner, 1, place.second[i]);
      if (!owner.executeStep())
        return {};
      part = owner.getColumn(0).getString();
    }
    key += (i == 0 ? "" : std::string(1, merge::kKeySeparator)) + part;
  }
  return key;
}

void CellTracker::stampOne(const Place& place, Instant at, std::int64_t deviceKey) {
  const std::string key = keyOf(place);
  if (key.empty() || (place.first == Subject::Setting && isOwnToMachine(key)))
    return;
  const CellShape& shape = shapeOf(place.first);
  const auto parts = shape.partsOf(key);
  const bool isThere = parts && m_connection.queryWith(shape.select.c_str(), *parts).next();
  m_connection.run(
      "INSERT INTO merge_stamp (subject, key, at_ms, device_key, is_gone, is_told) "
      "VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (subject, key) DO UPDATE SET at_ms = excluded.at_ms, "
      "device_key = excluded.device_key, is_gone = excluded.is_gone, is_told = 0",
      std::string(merge::name(place.first)), key, at, deviceKey, !isThere);
}

Status CellTracker::stamp(Instant at, std::int64_t deviceKey) {
  m_isOn = false;
  if (m_noted.empty())
    return {};
  return m_connection.guarded([&]() -> Status {
    const std::int64_t last = m_connection.integer("SELECT last_ms FROM merge_clock").value_or(0);
    const Instant now{std::max(at.value(), last + 1)};
    for (const Place& place : m_noted)
      stampOne(place, now, deviceKey);
    m_connection.run("UPDATE merge_clock SET last_ms = ?", now);
    m_noted.clear();
    return {};
  });
}

}  // namespace phaseboard::db
