// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/files/file_system.h"

namespace phaseboard::test {

/// The machine's files, except that one call fails, and all later ones too if wanted. Reading and
/// closing are not counted.
class FailingFiles : public db::FileSystem {
 public:
  /// @param call  from 1; 0 for none
  void failAt(int call, bool forEver, ErrorKind kind = ErrorKind::DiskFull) {
    m_calls = 0;
    m_failingCall = call;
    m_isForEver = forEver;
    m_kind = kind;
  }
  [[nodiscard]] int calls() const { return m_calls; }

  Result<int> create(const std::filesystem::path& file) override {
    PHASEBOARD_TRY(next());
    return m_disk.create(file);
  }
  Result<int> openToAppend(const std::filesystem::path& file) override {
    PHASEBOARD_TRY(next());
    return m_disk.openToAppend(file);
  }
  Status write(int descriptor, std::string_view bytes) override {
    if (const Status failure = next(); !failure) {
      (void)m_disk.write(descriptor, bytes.substr(0, bytes.size() / 2)).has_value();
      return failure;
    }
    return m_disk.write(descriptor, bytes);
  }
  Status truncate(int descriptor, std::int64_t size) override {
    PHASEBOARD_TRY(next());
    return m_disk.truncate(descriptor, size);
  }
  Status sync(int descriptor) override {
    PHASEBOARD_TRY(next());
    return m_disk.sync(descriptor);
  }
  void close(int descriptor) override { m_disk.close(descriptor); }
  Result<std::string> read(const std::filesystem::path& file) override { return m_disk.read(file); }
  Status rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    PHASEBOARD_TRY(next());
    return m_disk.rename(from, to);
  }
  Status link(const std::filesystem::path& file, const std::filesystem::path& name) override {
    PHASEBOARD_TRY(next());
    return m_disk.link(file, name);
  }
  Status remove(const std::filesystem::path& file) override {
    PHASEBOARD_TRY(next());
    return m_disk.remove(file);
  }
  Status syncFolder(const std::filesystem::path& folder) override {
    PHASEBOARD_TRY(next());
    return m_disk.syncFolder(folder);
  }
  Status makeFolder(const std::filesystem::path& folder) override {
    PHASEBOARD_TRY(next());
    return m_disk.makeFolder(folder);
  }

 private:
  Status next() {
    ++m_calls;
    const bool fails =
        m_failingCall > 0 && (m_calls == m_failingCall || (m_isForEver && m_calls > m_failingCall));
    return fails ? Status(fail(m_kind, "a failing disk")) : Status{};
  }

  db::FileSystem& m_disk = db::diskFiles();
  int m_calls = 0;
  int m_failingCall = 0;
  bool m_isForEver = false;
  ErrorKind m_kind = ErrorKind::DiskFull;
};

}  // namespace phaseboard::test
