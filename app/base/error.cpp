// SPDX-License-Identifier: Apache-2.0
#include "app/base/error.h"

namespace phaseboard {

std::string_view name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidInput:
      return "InvalidInput";
    case ErrorKind::NotFound:
      return "NotFound";
    case ErrorKind::AlreadyExists:
      return "AlreadyExists";
    case ErrorKind::FileTooNew:
      return "FileTooNew";
    case ErrorKind::ForeignFile:
      return "ForeignFile";
    case ErrorKind::Damaged:
      return "Damaged";
    case ErrorKind::Busy:
      return "Busy";
    case ErrorKind::DiskFull:
      return "DiskFull";
    case ErrorKind::ReadOnly:
      return "ReadOnly";
    case ErrorKind::InputOutput:
      return "InputOutput";
    case ErrorKind::Internal:
      return "Internal";
  }
  return "Unknown";
}

std::string describe(const Error& error) {
  std::string line{name(error.kind)};
  if (!error.subject.empty())
    line += ": " + error.subject;
  if (!error.detail.empty())
    line += ": " + error.detail;
  return line;
}

std::ostream& operator<<(std::ostream& out, ErrorKind kind) {
  return out << name(kind);
}

std::ostream& operator<<(std::ostream& out, const Error& error) {
  return out << describe(error);
}

}  // namespace phaseboard
