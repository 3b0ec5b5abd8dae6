// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/base/result.h"

namespace phaseboard::db {

/// The right to write one notebook, held by at most one process. `<notebook>.lock` lies beside it.
///
/// The operating system releases it when the process ends, however it ends: a file that was left
/// behind never blocks. The file itself stays, because removing it would race.
class NotebookLock {
 public:
  /// `Busy` with "process <number> on <host>" as detail while another process, or another lock of
  /// this one, holds it; `ReadOnly` or `InputOutput` when the file cannot be made.
  [[nodiscard]] static Result<NotebookLock> acquire(const std::filesystem::path& notebook);

  ~NotebookLock();
  NotebookLock(NotebookLock&& other) noexcept;
  NotebookLock& operator=(NotebookLock&& other) noexcept;

 private:
  explicit NotebookLock(int descriptor) : m_descriptor(descriptor) {}

  int m_descriptor = -1;
};

/// Where the lock of a notebook lies.
[[nodiscard]] std::filesystem::path lockFileOf(const std::filesystem::path& notebook);

}  // namespace phaseboard::db
