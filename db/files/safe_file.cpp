// SPDX-License-Identifier: Apache-2.0
#include "db/files/safe_file.h"

namespace phaseboard::db {
namespace {

/// The first failure counts; what tidying up says after it does not.
Status afterRemoving(FileSystem& files, const std::filesystem::path& temporary, Status failure) {
  (void)files.remove(temporary).has_value();
  return failure;
}

Status writeAndSync(FileSystem& files, int descriptor, std::string_view bytes) {
  PHASEBOARD_TRY(files.write(descriptor, bytes));
  return files.sync(descriptor);
}

Status syncFile(FileSystem& files, const std::filesystem::path& file) {
  PHASEBOARD_TRY_ASSIGN(const int descriptor, files.openToAppend(file));
  const Status synced = files.sync(descriptor);
  files.close(descriptor);
  return synced;
}

Status rename(FileSystem& files, const std::filesystem::path& temporary,
              const std::filesystem::path& file) {
  if (const Status renamed = files.rename(temporary, file); !renamed)
    return afterRemoving(files, temporary, renamed);
  return files.syncFolder(file.parent_path());
}

}  // namespace

Status writeSafely(FileSystem& files, const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path temporary = file;
  temporary += ".tmp";
  PHASEBOARD_TRY_ASSIGN(const int descriptor, files.create(temporary));
  const Status written = writeAndSync(files, descriptor, bytes);
  files.close(descriptor);
  if (!written)
    return afterRemoving(files, temporary, written);
  return rename(files, temporary, file);
}

Status installSafely(FileSystem& files, const std::filesystem::path& temporary,
                     const std::filesystem::path& file) {
  if (const Status synced = syncFile(files, temporary); !synced)
    return afterRemoving(files, temporary, synced);
  return rename(files, temporary, file);
}

}  // namespace phaseboard::db
