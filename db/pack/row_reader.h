// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace phaseboard::db {

/// Takes the columns of the present row one after the other.
class RowReader {
 public:
  explicit RowReader(const SQLite::Statement& row) : m_row(row) {}

  [[nodiscard]] std::string text() { return m_row.getColumn(m_next++).getString(); }
  [[nodiscard]] int integer() { return m_row.getColumn(m_next++).getInt(); }
  [[nodiscard]] double real() { return m_row.getColumn(m_next++).getDouble(); }
  [[nodiscard]] std::uint64_t hash() {
    return std::bit_cast<std::uint64_t>(m_row.getColumn(m_next++).getInt64());
  }

  template <class Id>
  [[nodiscard]] Id id() {
    return Id{text()};
  }
  /// Nothing for NULL.
  template <class Id>
  [[nodiscard]] std::optional<Id> optionalId() {
    if (m_row.getColumn(m_next).isNull()) {
      ++m_next;
      return std::nullopt;
    }
    return Id{text()};
  }
  [[nodiscard]] std::optional<int> optionalInteger() {
    if (m_row.getColumn(m_next).isNull()) {
      ++m_next;
      return std::nullopt;
    }
    return integer();
  }

 private:
  const SQLite::Statement& m_row;
  int m_next = 0;
};

}  // namespace phaseboard::db
