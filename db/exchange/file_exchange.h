// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "app/ports/exchange.h"
#include "db/files/file_system.h"

namespace phaseboard::db {

/// Which pack and notebook are read for an export, and how the disk is reached.
struct ExchangeFiles {
  std::filesystem::path notebook;
  std::vector<std::filesystem::path> packs;
  FileSystem* files = nullptr;  ///< null for the machine's own
};

/// Exports and imports over the files of a notebook and its packs; every call opens what it reads
/// anew, for reading only.
class FileExchange : public ports::Exchange {
 public:
  explicit FileExchange(ExchangeFiles files);

  /// Reads other packs from now on; while nothing is being read.
  void setPacks(std::vector<std::filesystem::path> packs) { m_files.packs = std::move(packs); }

  [[nodiscard]] Result<std::unique_ptr<ports::PackLibrary>> openPack() const override;
  [[nodiscard]] Result<std::unique_ptr<ports::Reading>> openReading() const override;
  [[nodiscard]] Status writeTables(const std::filesystem::path& to, ports::TableFormat format,
                                   Instant now, const exchange::Progress& progress) const override;
  [[nodiscard]] Status writeFolder(const std::filesystem::path& to,
                                   const ports::FolderFiles& next) const override;
  [[nodiscard]] Status writeAnkiPackage(const std::filesystem::path& to,
                                        const exchange::AnkiDeck& deck,
                                        const exchange::Progress& progress) const override;
  [[nodiscard]] Result<exchange::Incoming> readIncoming(
      const std::filesystem::path& file, Instant now,
      const exchange::Progress& progress) const override;

 private:
  [[nodiscard]] FileSystem& disk() const;

  ExchangeFiles m_files;
};

}  // namespace phaseboard::db
