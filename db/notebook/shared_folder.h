// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/merge_store.h"

namespace phaseboard::db {

class FileSystem;

/// The largest event file that is read.
inline constexpr std::uintmax_t kLargestEventFile = 1'000'000'000;

/// Shared folders on this machine's disks: FOLDER/<device>/<number>-<checksum>.events.
class DiskSharedFolder : public ports::SharedFolder {
 public:
  explicit DiskSharedFolder(FileSystem& files) : m_files(files) {}

  [[nodiscard]] Result<ports::FolderNews> read(const std::string& folder,
                                               const std::set<std::string>& known) const override;
  [[nodiscard]] Result<std::string> write(const std::string& folder, const Uuid& device,
                                          const merge::Contents& contents) const override;

 private:
  FileSystem& m_files;
};

}  // namespace phaseboard::db
