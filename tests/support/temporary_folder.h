// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace phaseboard::test {

/// Where a folder lies that is made and thrown away thousands of times: in memory where the system
/// has such a place, so that syncs cost nothing.
[[nodiscard]] std::filesystem::path fastestPlace();

/// A new empty folder that is removed with everything in it.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(
      const std::filesystem::path& place = std::filesystem::temp_directory_path());
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
    return m_path / name;
  }

  /// Writes a file, making the folders above it.
  std::filesystem::path write(std::string_view name, std::string_view contents) const;

 private:
  std::filesystem::path m_path;
};

/// The whole file; fails the test and returns nothing when it cannot be read.
[[nodiscard]] std::string contentsOf(const std::filesystem::path& file);

}  // namespace phaseboard::test
