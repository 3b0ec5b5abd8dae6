// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/base/result.h"

namespace phaseboard::db {

/// What we ask of the disk outside SQLite, one call for each thing that can fail, so that tests can
/// let any of them fail. Errors are `NotFound`, `ReadOnly`, `DiskFull` or `InputOutput` with the
/// path as subject.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// A new or emptied file for writing, readable by its owner only. Returns a descriptor.
  [[nodiscard]] virtual Result<int> create(const std::filesystem::path& file) = 0;

  /// A file for writing at its end, made if it does not exist.
  [[nodiscard]] virtual Result<int> openToAppend(const std::filesystem::path& file) = 0;

  /// All bytes or a failure; after a failure some may have been written.
  [[nodiscard]] virtual Status write(int descriptor, std::string_view bytes) = 0;
  [[nodiscard]] virtual Status truncate(int descriptor, std::int64_t size) = 0;

  /// Returns when the contents are on the disk.
  [[nodiscard]] virtual Status sync(int descriptor) = 0;
  virtual void close(int descriptor) = 0;

  [[nodiscard]] virtual Result<std::string> read(const std::filesystem::path& file) = 0;

  /// Replaces `to` in one step.
  [[nodiscard]] virtual Status rename(const std::filesystem::path& from,
                                      const std::filesystem::path& to) = 0;

  /// A second name for the same file.
  [[nodiscard]] virtual Status link(const std::filesystem::path& file,
                                    const std::filesystem::path& name) = 0;

  /// Succeeds when there is no such file.
  [[nodiscard]] virtual Status remove(const std::filesystem::path& file) = 0;

  /// Makes names in the folder durable.
  [[nodiscard]] virtual Status syncFolder(const std::filesystem::path& folder) = 0;
  [[nodiscard]] virtual Status makeFolder(const std::filesystem::path& folder) = 0;
};

/// The machine's own. Stateless; any thread.
[[nodiscard]] FileSystem& diskFiles();

/// The error for an `errno`.
[[nodiscard]] Error fileError(int number, const std::filesystem::path& file);

}  // namespace phaseboard::db
