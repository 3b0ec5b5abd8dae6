// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace phaseboard::test {

class DiskTrace;

enum class DiskFault {
  InputOutput,  ///< SQLITE_IOERR
  Full,         ///< SQLITE_FULL
  ShortWrite    ///< half of the bytes are written, then SQLITE_IOERR; other calls fail at once
};

/// SQLite's usual way to the disk, with a count of what it does and a call that fails.
///
/// Writes, truncations, syncs and deletions of every file opened through it are counted together.
/// One may live at a time.
class FaultVfs {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  /// For `NotebookFile::vfs`.
  [[nodiscard]] std::string name() const;

  /// Counts from 0 again and fails at no call.
  void reset();

  /// Call number `call` (from 1 after `reset`) fails, and all later ones too if `forEver`.
  void failAt(int call, DiskFault fault, bool forEver);

  /// Records what succeeds from now on in `trace`, which outlives this; null for no longer.
  void recordIn(DiskTrace* trace);

  [[nodiscard]] int calls() const;
  [[nodiscard]] int syncs() const;
  [[nodiscard]] int logWrites() const;  ///< writes to a write-ahead log: two for each frame
  [[nodiscard]] bool hasFailed() const;
};

}  // namespace phaseboard::test
