// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "app/base/strong.h"
#include "db/connection.h"

namespace phaseboard::db {

/// One prepared INSERT; each call writes one row from values in the order of the columns.
class RowWriter {
 public:
  RowWriter(SQLite::Database& database, const std::string& sql) : m_statement(database, sql) {}

  template <class... Values>
  void operator()(const Values&... values) {
    m_statement.reset();
    int column = 0;
    (bind(++column, values), ...);
    m_statement.exec();
  }

 private:
  void bind(int column, const std::string& text) { m_statement.bind(column, text); }
  void bind(int column, const char* text) { m_statement.bind(column, text); }
  void bind(int column, int number) { m_statement.bind(column, number); }
  void bind(int column, std::int64_t number) { m_statement.bind(column, number); }
  void bind(int column, std::uint64_t hash) {
    m_statement.bind(column, std::bit_cast<std::int64_t>(hash));
  }
  void bind(int column, const Blob& blob) {
    m_statement.bind(column, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
  }
  void bind(int column, double number) { m_statement.bind(column, number); }

  template <class Tag>
  void bind(int column, const Strong<Tag, std::string>& id) {
    m_statement.bind(column, id.value());
  }
  template <class Value>
  void bind(int column, const std::optional<Value>& value) {
    if (value)
      bind(column, *value);
    else
      m_statement.bind(column);
  }

  SQLite::Statement m_statement;
};

}  // namespace phaseboard::db
