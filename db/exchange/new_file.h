// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/result.h"
#include "db/files/file_system.h"

namespace phaseboard::db {

/// A file that is written piece by piece under a temporary name and gets its own when it is whole;
/// otherwise nothing is left of it.
class NewFile {
 public:
  [[nodiscard]] static Result<NewFile> begin(FileSystem& files, std::filesystem::path file);
  ~NewFile();
  NewFile(NewFile&& other) noexcept;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  NewFile& operator=(NewFile&&) = delete;

  [[nodiscard]] Status write(std::string_view bytes);
  /// Syncs it and gives it its name, in the place of an older file.
  [[nodiscard]] Status finish();

 private:
  NewFile(FileSystem& files, std::filesystem::path file, int descriptor);
  [[nodiscard]] Status flush();

  FileSystem* m_files;
  std::filesystem::path m_file;
  std::filesystem::path m_temporary;
  int m_descriptor;
  bool m_isOpen = true;
  std::string m_waiting;  ///< not handed to the system yet
};

/// A folder that is filled under a temporary name and gets its own when it is whole; otherwise
/// nothing is left of it.
class NewFolder {
 public:
  /// `AlreadyExists` when there is something of that name.
  [[nodiscard]] static Result<NewFolder> begin(FileSystem& files, std::filesystem::path folder);
  ~NewFolder();
  NewFolder(NewFolder&& other) noexcept;
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  NewFolder& operator=(NewFolder&&) = delete;

  /// Where files of the folder are written for now.
  [[nodiscard]] const std::filesystem::path& inside() const { return m_temporary; }
  [[nodiscard]] Status finish();

 private:
  NewFolder(FileSystem& files, std::filesystem::path folder);

  FileSystem* m_files;
  std::filesystem::path m_folder;
  std::filesystem::path m_temporary;
  bool m_isOpen = true;
};

}  // namespace phaseboard::db
