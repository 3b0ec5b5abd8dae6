// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fault_vfs.h"

#include <cstring>
#include <utility>

#include <sqlite3.h>

#include "app/base/assert.h"
#include "tests/support/disk_trace.h"

namespace phaseboard::test {
namespace {

constexpr const char* kName = "phaseboard-fault";

struct Plan {
  int calls = 0;
  int syncs = 0;
  int logWrites = 0;
  int failingCall = 0;
  DiskFault fault = DiskFault::InputOutput;
  bool isForEver = false;
  bool hasFailed = false;
};

Plan plan;
DiskTrace* trace = nullptr;
sqlite3_vfs* usual = nullptr;
sqlite3_vfs faulty;

/// SQLite allocates `szOsFile` bytes: ours, and the usual file behind it.
struct File {
  sqlite3_file base;
  int flags;
  const char* name;  ///< SQLite keeps it until the file is closed; null for temporary files
  bool isNameSynced;
};

File* ours(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}

bool isTraced(sqlite3_file* file) {
  return trace != nullptr && ours(file)->name != nullptr;
}

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

bool isFailing() {
  ++plan.calls;
  const bool fails = plan.failingCall > 0 && (plan.calls == plan.failingCall ||
                                              (plan.isForEver && plan.calls > plan.failingCall));
  plan.hasFailed = plan.hasFailed || fails;
  return fails;
}

int codeOr(int usualCode) {
  return plan.fault == DiskFault::Full ? SQLITE_FULL : usualCode;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if ((ours(file)->flags & SQLITE_OPEN_WAL) != 0)
    ++plan.logWrites;
  if (!isFailing()) {
    const int code = real(file)->pMethods->xWrite(real(file), bytes, size, at);
    if (code == SQLITE_OK && isTraced(file))
      trace->write(ours(file)->name, at,
                   {static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    return code;
  }
  if (plan.fault == DiskFault::ShortWrite)
    (void)real(file)->pMethods->xWrite(real(file), bytes, size / 2, at);
  return codeOr(SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (isFailing())
    return codeOr(SQLITE_IOERR_TRUNCATE);
  const int code = real(file)->pMethods->xTruncate(real(file), size);
  if (code == SQLITE_OK && isTraced(file))
    trace->truncate(ours(file)->name, size);
  return code;
}

int sync(sqlite3_file* file, int flags) {
  ++plan.syncs;
  if (isFailing())
    return codeOr(SQLITE_IOERR_FSYNC);
  const int code = real(file)->pMethods->xSync(real(file), flags);
  if (code != SQLITE_OK || !isTraced(file))
    return code;
  trace->sync(ours(file)->name);
  // As SQLite does by itself for a log or journal that it made.
  if (!std::exchange(ours(file)->isNameSynced, true))
    trace->syncFolder();
  return code;
}

// What only passes on.
int close(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), bytes, size, at);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int checkReservedLock(sqlite3_file* file, int* result) {
  return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
int fileControl(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file* file, int deleteFlag) {
  return real(file)->pMethods->xShmUnmap(real(file), deleteFlag);
}

constexpr sqlite3_io_methods kMethods{2,
                                      close,
                                      read,
                                      write,
                                      truncate,
                                      sync,
                                      fileSize,
                                      lock,
                                      unlock,
                                      checkReservedLock,
                                      fileControl,
                                      sectorSize,
                                      characteristics,
                                      shmMap,
                                      shmLock,
                                      shmBarrier,
                                      shmUnmap,
                                      nullptr,
                                      nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  const int code = usual->xOpen(usual, name, real(file), flags, outFlags);
  ours(file)->flags = flags;
  ours(file)->name = name;
  ours(file)->isNameSynced = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) == 0;
  file->pMethods = real(file)->pMethods == nullptr ? nullptr : &kMethods;
  return code;
}

int removeFile(sqlite3_vfs*, const char* name, int syncFolder) {
  if (isFailing())
    return codeOr(SQLITE_IOERR_DELETE);
  const int code = usual->xDelete(usual, name, syncFolder);
  if (code == SQLITE_OK && trace != nullptr) {
    trace->remove(name);
    if (syncFolder != 0)
      trace->syncFolder();
  }
  return code;
}

}  // namespace

FaultVfs::FaultVfs() {
  usual = sqlite3_vfs_find(nullptr);
  PHASEBOARD_ASSERT(usual != nullptr);
  faulty = *usual;
  faulty.zName = kName;
  faulty.pNext = nullptr;
  faulty.szOsFile = static_cast<int>(sizeof(File)) + usual->szOsFile;
  faulty.xOpen = openFile;
  faulty.xDelete = removeFile;
  PHASEBOARD_ASSERT(sqlite3_vfs_register(&faulty, 0) == SQLITE_OK);
  plan = {};
  trace = nullptr;
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&faulty);
}

std::string FaultVfs::name() const {
  return kName;
}

void FaultVfs::reset() {
  plan = {};
}

void FaultVfs::failAt(int call, DiskFault fault, bool forEver) {
  plan = {};
  plan.failingCall = call;
  plan.fault = fault;
  plan.isForEver = forEver;
}

void FaultVfs::recordIn(DiskTrace* wanted) {
  trace = wanted;
}

int FaultVfs::calls() const {
  return plan.calls;
}
int FaultVfs::syncs() const {
  return plan.syncs;
}
int FaultVfs::logWrites() const {
  return plan.logWrites;
}
bool FaultVfs::hasFailed() const {
  return plan.hasFailed;
}

}  // namespace phaseboard::test
