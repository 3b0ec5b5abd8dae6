// SPDX-License-Identifier: Apache-2.0
#include "db/pack/sqlite_error.h"

#include <sqlite3.h>

namespace phaseboard::db {
namespace {

ErrorKind kindOf(int code) {
  if (code == SQLITE_IOERR_DATA)  // of `checkedVfs`
    return ErrorKind::Damaged;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return ErrorKind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return ErrorKind::ReadOnly;
    case SQLITE_IOERR:
      return ErrorKind::InputOutput;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::Busy;
    case SQLITE_NOTADB:
      return ErrorKind::ForeignFile;
    default:
      // A pack is written by us alone, so whatever else fails contradicts its own schema.
      return ErrorKind::Damaged;
  }
}

}  // namespace

tl::unexpected<Error> translatePackError(const SQLite::Exception& error,
                                         const std::string& subject) {
  return fail(kindOf(error.getExtendedErrorCode()), subject, error.what());
}

}  // namespace phaseboard::db
