// SPDX-License-Identifier: Apache-2.0
#include "db/files/file_system.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace phaseboard::db {
namespace {

constexpr mode_t kOwnerOnly = 0600;

Status failed(const std::filesystem::path& file) {
  return tl::unexpected<Error>(fileError(errno, file));
}

std::filesystem::path folderOrHere(const std::filesystem::path& folder) {
  return folder.empty() ? std::filesystem::path(".") : folder;
}

class DiskFiles : public FileSystem {
 public:
  Result<int> create(const std::filesystem::path& file) override {
    return opened(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
  }

  Result<int> openToAppend(const std::filesystem::path& file) override {
    return opened(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC);
  }

  Status write(int descriptor, std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return failed("file");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  Status truncate(int descriptor, std::int64_t size) override {
    return ftruncate(descriptor, size) == 0 ? Status{} : failed("file");
  }

  Status sync(int descriptor) override {
    return fdatasync(descriptor) == 0 ? Status{} : failed("file");
  }

  void close(int descriptor) override { ::close(descriptor); }

  Result<std::string> read(const std::filesystem::path& file) override {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
      return tl::unexpected<Error>(fileError(errno, file));
    std::string bytes;
    std::array<char, 65'536> block{};
    ssize_t got = 0;
    while ((got = ::read(descriptor, block.data(), block.size())) != 0) {
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        break;
      bytes.append(block.data(), static_cast<std::size_t>(got));
    }
    const int number = errno;
    ::close(descriptor);
    if (got < 0)
      return tl::unexpected<Error>(fileError(number, file));
    return bytes;
  }

  Status rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    return ::rename(from.c_str(), to.c_str()) == 0 ? Status{} : failed(to);
  }

  Status link(const std::filesystem::path& file, const std::filesystem::path& name) override {
    return ::link(file.c_str(), name.c_str()) == 0 ? Status{} : failed(name);
  }

  Status remove(const std::filesystem::path& file) override {
    return unlink(file.c_str()) == 0 || errno == ENOENT ? Status{} : failed(file);
  }

  Status syncFolder(const std::filesystem::path& folder) override {
    const int descriptor = ::open(folderOrHere(folder).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
      return failed(folder);
    const Status synced = fsync(descriptor) == 0 ? Status{} : failed(folder);
    ::close(descriptor);
    return synced;
  }

  Status makeFolder(const std::filesystem::path& folder) override {
    std::error_code code;
    std::filesystem::create_directories(folderOrHere(folder), code);
    return code ? Status(tl::unexpected<Error>(fileError(code.value(), folder))) : Status{};
  }

 private:
  static Result<int> opened(const std::filesystem::path& file, int flags) {
    const int descriptor = ::open(file.c_str(), flags, kOwnerOnly);
    if (descriptor < 0)
      return tl::unexpected<Error>(fileError(errno, file));
    return descriptor;
  }
};

}  // namespace

FileSystem& diskFiles() {
  static DiskFiles files;
  return files;
}

Error fileError(int number, const std::filesystem::path& file) {
  const auto kind = [number] {
    switch (number) {
      case ENOENT:
        return ErrorKind::NotFound;
      case EROFS:
      case EACCES:
      case EPERM:
        return ErrorKind::ReadOnly;
      case ENOSPC:
      case EDQUOT:
        return ErrorKind::DiskFull;
      case EEXIST:
        return ErrorKind::AlreadyExists;
      default:
        return ErrorKind::InputOutput;
    }
  };
  return {kind(), file.string(), std::generic_category().message(number)};
}

}  // namespace phaseboard::db
