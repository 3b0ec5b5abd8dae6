// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/new_file.h"

#include <system_error>
#include <utility>

#include "db/files/safe_file.h"

namespace phaseboard::db {
namespace {

constexpr std::size_t kWaitingBytes = 262'144;

std::filesystem::path temporaryNameOf(const std::filesystem::path& path) {
  return path.parent_path() / ("." + path.filename().string() + ".part");
}

/// With its folder named, so that the folder can be synced.
std::filesystem::path placed(const std::filesystem::path& path) {
  return path.has_parent_path() ? path : std::filesystem::path(".") / path;
}

}  // namespace

NewFile::NewFile(FileSystem& files, std::filesystem::path file, int descriptor)
    : m_files(&files),
      m_file(std::move(file)),
      m_temporary(temporaryNameOf(m_file)),
      m_descriptor(descriptor) {}

NewFile::NewFile(NewFile&& other) noexcept
    : m_files(other.m_files),
      m_file(std::move(other.m_file)),
      m_temporary(std::move(other.m_temporary)),
      m_descriptor(other.m_descriptor),
      m_isOpen(std::exchange(other.m_isOpen, false)),
      m_waiting(std::move(other.m_waiting)) {}

Result<NewFile> NewFile::begin(FileSystem& files, std::filesystem::path file) {
  file = placed(file);
  PHASEBOARD_TRY_ASSIGN(const int descriptor, files.create(temporaryNameOf(file)));
  return NewFile(files, std::move(file), descriptor);
}

NewFile::~NewFile() {
  if (!m_isOpen)
    return;
  m_files->close(m_descriptor);
  (void)m_files->remove(m_temporary).has_value();
}

Status NewFile::flush() {
  PHASEBOARD_TRY(m_files->write(m_descriptor, m_waiting));
  m_waiting.clear();
  return {};
}

Status NewFile::write(std::string_view bytes) {
  m_waiting += bytes;
  return m_waiting.size() < kWaitingBytes ? Status{} : flush();
}

Status NewFile::finish() {
  PHASEBOARD_TRY(flush());
  m_files->close(m_descriptor);
  m_isOpen = false;
  return installSafely(*m_files, m_temporary, m_file);
}

NewFolder::NewFolder(FileSystem& files, std::filesystem::path folder)
    : m_files(&files), m_folder(std::move(folder)), m_temporary(temporaryNameOf(m_folder)) {}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : m_files(other.m_files),
      m_folder(std::move(other.m_folder)),
      m_temporary(std::move(other.m_temporary)),
      m_isOpen(std::exchange(other.m_isOpen, false)) {}

Result<NewFolder> NewFolder::begin(FileSystem& files, std::filesystem::path folder) {
  if (!folder.has_filename())  // "name/"
    folder = folder.parent_path();
  folder = placed(folder);
  std::error_code failure;
  if (std::filesystem::exists(std::filesystem::symlink_status(folder, failure)))
    return fail(ErrorKind::AlreadyExists, folder.string(), "there is something of that name");
  NewFolder fresh(files, std::move(folder));
  // What an interrupted export left behind.
  std::filesystem::remove_all(fresh.m_temporary, failure);
  PHASEBOARD_TRY(files.makeFolder(fresh.m_temporary));
  return fresh;
}

NewFolder::~NewFolder() {
  std::error_code failure;
  if (m_isOpen)
    std::filesystem::remove_all(m_temporary, failure);
}

Status NewFolder::finish() {
  PHASEBOARD_TRY(m_files->syncFolder(m_temporary));
  PHASEBOARD_TRY(m_files->rename(m_temporary, m_folder));
  m_isOpen = false;
  return m_files->syncFolder(m_folder.parent_path());
}

}  // namespace phaseboard::db
