// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/source_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/content/source/source_tree.h"

namespace phaseboard::content {

namespace fs = std::filesystem;

bool SourceFolder::isFolder(const std::string& name) const {
  std::error_code failure;
  return fs::is_directory(m_root / name, failure);
}

bool SourceFolder::isFile(const std::string& name) const {
  std::error_code failure;
  return fs::is_regular_file(m_root / name, failure);
}

std::optional<std::string> SourceFolder::read(const std::string& name,
                                              Diagnostics& problems) const {
  if (const auto unsaved = m_unsaved.find(name); unsaved != m_unsaved.end())
    return unsaved->second;
  std::error_code failure;
  const fs::path path = m_root / name;
  if (!fs::is_regular_file(path, failure)) {
    problems.push_back({name, 0, "the file is missing"});
    return std::nullopt;
  }
  if (fs::file_size(path, failure) > kLargestSourceBytes || failure) {
    problems.push_back(
        {name, 0,
         "larger than the limit of " + std::to_string(kLargestSourceBytes / 1024) + " KB"});
    return std::nullopt;
  }
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) {
    problems.push_back({name, 0, "the file cannot be read"});
    return std::nullopt;
  }
  return text;
}

std::vector<std::string> SourceFolder::foldersIn(const std::string& folder) const {
  return entriesOf(folder, true);
}

std::vector<std::string> SourceFolder::filesIn(const std::string& folder) const {
  return entriesOf(folder, false);
}

std::vector<std::string> SourceFolder::entriesOf(const std::string& folder, bool folders) const {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator entry(m_root / folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code unknown;
    const std::string name = entry->path().filename().string();
    const bool wanted = folders ? entry->is_directory(unknown) : entry->is_regular_file(unknown);
    if (wanted && !name.starts_with('.'))
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).lexically_normal().generic_string();
}

}  // namespace phaseboard::content
