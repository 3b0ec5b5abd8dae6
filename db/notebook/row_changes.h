// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "db/connection.h"

namespace phaseboard::db {

enum class RowSide { Before, After };

/// A row about to change, with its values before and after. Lives as long as the change goes on.
class RowView {
 public:
  RowView(sqlite3* handle, int operation) : m_handle(handle), m_operation(operation) {}

  /// Nothing is before an insert, or after a delete.
  [[nodiscard]] bool has(RowSide side) const;
  [[nodiscard]] merge::Field field(int column, RowSide side) const;

 private:
  sqlite3* m_handle;
  int m_operation;
};

/// Told of every row of every table that changes, recorded or not.
using RowListener = std::function<void(std::string_view table, const RowView& row)>;

/// Notes every row that a connection inserts, updates or deletes in certain tables, with all its
/// values before and after, so that the change can be taken back and done again.
///
/// Uses SQLite's preupdate hook (the connection's only one). What is noted is a string of bytes;
/// two of them joined are the changes of both, in order.
class RowRecorder {
 public:
  /// @param tables  names that outlive the recorder
  RowRecorder(Connection& connection, std::span<const std::string_view> tables,
              RowListener listener = {});
  ~RowRecorder();
  RowRecorder(const RowRecorder&) = delete;
  RowRecorder& operator=(const RowRecorder&) = delete;

  void start();

  /// What happens until `resume` is not noted.
  void pause() { m_isOn = false; }
  void resume() { m_isOn = true; }

  /// Stops and hands over what was noted; empty when no row changed.
  [[nodiscard]] std::string finish();

  /// Whether memory ran out while a row was noted. What `finish` gives is worth nothing then.
  [[nodiscard]] bool isIncomplete() const { return m_isIncomplete; }

  /// Whether a row of the tables was changed since `start`.
  [[nodiscard]] bool hasChanges() const { return !m_changes.empty(); }

 private:
  friend struct RowRecorderHook;

  Connection& m_connection;
  std::span<const std::string_view> m_tables;
  RowListener m_listener;
  bool m_isOn = false;
  bool m_isIncomplete = false;
  std::string m_changes;
};

/// Puts the rows back as they were before `changes`. Each row must be exactly as they left it:
/// `Damaged` otherwise, and when the bytes are not what a recorder wrote. The caller's transaction
/// is to be rolled back then.
[[nodiscard]] Status revertRows(Connection& connection, std::string_view changes);

/// The opposite: from before `changes` to after them.
[[nodiscard]] Status reapplyRows(Connection& connection, std::string_view changes);

}  // namespace phaseboard::db
