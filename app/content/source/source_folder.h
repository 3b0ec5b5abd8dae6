// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/base/diagnostic.h"

namespace phaseboard::content {

/// The folder with the sources of a pack: the only place of `app` that reads files.
///
/// Names are relative to it, with '/', and stand so in diagnostics. A file that cannot be read or
/// is larger than 4 MB is a diagnostic. Lists are sorted by their bytes, so the order of a disk
/// does not show; hidden entries are left out.
class SourceFolder {
 public:
  /// @param unsaved  texts that stand for those of files, by their names
  explicit SourceFolder(std::filesystem::path root, std::map<std::string, std::string> unsaved = {})
      : m_root(std::move(root)), m_unsaved(std::move(unsaved)) {}

  [[nodiscard]] bool isFolder(const std::string& name) const;
  [[nodiscard]] bool isFile(const std::string& name) const;

  [[nodiscard]] std::optional<std::string> read(const std::string& name,
                                                Diagnostics& problems) const;

  /// Names of the entries of a folder, without the folder; empty when there is none.
  [[nodiscard]] std::vector<std::string> foldersIn(const std::string& folder) const;
  [[nodiscard]] std::vector<std::string> filesIn(const std::string& folder) const;

 private:
  [[nodiscard]] std::vector<std::string> entriesOf(const std::string& folder, bool folders) const;

  std::filesystem::path m_root;
  std::map<std::string, std::string> m_unsaved;
};

/// "a/b" of "a" and "b" with "." and inner ".." resolved by name.
[[nodiscard]] std::string joined(const std::string& folder, const std::string& name);

}  // namespace phaseboard::content
