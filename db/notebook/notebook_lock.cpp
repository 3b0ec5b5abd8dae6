// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/notebook_lock.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace phaseboard::db {
namespace {

std::string holderIn(int descriptor) {
  std::array<char, 256> text{};
  const ssize_t size = pread(descriptor, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  if (const auto end = holder.find('\n'); end != std::string::npos)
    holder.resize(end);
  return holder.empty() ? "another process" : holder;
}

/// Only for the message that a second window shows; the lock does not depend on it.
void writeHolder(int descriptor) {
  std::array<char, 128> host{};
  if (gethostname(host.data(), host.size() - 1) != 0)
    host[0] = '\0';
  const std::string text =
      "process " + std::to_string(getpid()) + " on " + std::string(host.data()) + "\n";
  if (ftruncate(descriptor, 0) == 0)
    (void)!pwrite(descriptor, text.data(), text.size(), 0);
}

Error openError(const std::filesystem::path& file, int number) {
  const bool isReadOnly = number == EROFS || number == EACCES || number == EPERM;
  const ErrorKind kind = isReadOnly         ? ErrorKind::ReadOnly
                         : number == ENOSPC ? ErrorKind::DiskFull
                                            : ErrorKind::InputOutput;
  return {kind, file.string(), std::generic_category().message(number)};
}

}  // namespace

std::filesystem::path lockFileOf(const std::filesystem::path& notebook) {
  std::filesystem::path file = notebook;
  file += ".lock";
  return file;
}

Result<NotebookLock> NotebookLock::acquire(const std::filesystem::path& notebook) {
  const std::filesystem::path file = lockFileOf(notebook);
  constexpr mode_t kOwnerOnly = 0600;
  NotebookLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly));
  if (lock.m_descriptor < 0)
    return tl::unexpected<Error>(openError(file, errno));
  int locked = 0;
  do {
    locked = flock(lock.m_descriptor, LOCK_EX | LOCK_NB);
  } while (locked != 0 && errno == EINTR);
  if (locked != 0) {
    const int number = errno;
    if (number == EWOULDBLOCK)
      return fail(ErrorKind::Busy, notebook.string(), holderIn(lock.m_descriptor));
    return tl::unexpected<Error>(openError(file, number));
  }
  writeHolder(lock.m_descriptor);
  return lock;
}

NotebookLock::~NotebookLock() {
  if (m_descriptor >= 0)
    close(m_descriptor);
}

NotebookLock::NotebookLock(NotebookLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

NotebookLock& NotebookLock::operator=(NotebookLock&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  return *this;
}

}  // namespace phaseboard::db
