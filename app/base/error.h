// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace phaseboard {

/// Why something could not be done. The set is closed: `ui/bridge/error_text.cpp` has one sentence
/// and one piece of advice for each.
enum class ErrorKind {
  InvalidInput,   ///< the caller or the user gave something outside the stated range
  NotFound,       ///< the named thing does not exist
  AlreadyExists,  ///< the name or id is taken
  FileTooNew,     ///< written by a newer program; untouched
  ForeignFile,    ///< not one of our files; untouched
  Damaged,        ///< one of our files, but its contents contradict themselves
  Busy,           ///< another program or window holds the file
  DiskFull,       ///< the disk has no room; nothing was half-written
  ReadOnly,       ///< the file or its folder cannot be written
  InputOutput,    ///< the operating system reported another failure of the disk
  Internal,       ///< our own bug, noticed in a release build
};

/// What went wrong. Neither text is meant to be shown as it is: `subject` says what it is about (a
/// path, an id, a field), `detail` is for logs and the command line. No translated text below
/// `ui/`.
struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string subject;
  std::string detail;

  friend bool operator==(const Error&, const Error&) = default;
};

/// Stable English name of the kind, e.g. "FileTooNew".
[[nodiscard]] std::string_view name(ErrorKind kind);

/// One line for logs: "FileTooNew: notebook.db: schema 9, this program knows 1".
[[nodiscard]] std::string describe(const Error& error);

std::ostream& operator<<(std::ostream& out, ErrorKind kind);
std::ostream& operator<<(std::ostream& out, const Error& error);

}  // namespace phaseboard
