// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "app/ports/own_content.h"

namespace phaseboard::db {

/// Reads what own content may lean on: framework of the first of `packs`, concepts, formulas and
/// questions of all.
[[nodiscard]] Result<content::Host> readHost(const std::vector<std::filesystem::path>& packs);

/// Own content in a folder of the disk.
class OwnContentFiles final : public ports::OwnContent {
 public:
  /// @param packs  those beside which it is opened
  OwnContentFiles(std::filesystem::path folder, std::vector<std::filesystem::path> packs);

  /// Where the pack is, whether it is there or not.
  [[nodiscard]] std::filesystem::path packFile() const;

  [[nodiscard]] const std::filesystem::path& folder() const override { return m_folder; }
  [[nodiscard]] std::filesystem::path figureCache() const override;
  [[nodiscard]] bool hasPack() const override;
  [[nodiscard]] bool isPackOld() const override;
  [[nodiscard]] Result<content::Host> readHost() const override;
  [[nodiscard]] Status writePack(const content::Pack& pack) const override;
  [[nodiscard]] Status removePack() const override;

 private:
  std::filesystem::path m_folder;
  std::vector<std::filesystem::path> m_packs;
};

}  // namespace phaseboard::db
