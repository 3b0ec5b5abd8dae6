// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/shared_folder.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "app/base/bytes.h"
#include "app/merge/segment.h"
#include "db/files/safe_file.h"

namespace phaseboard::db {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEventsSuffix = ".events";
constexpr std::size_t kNumberDigits = 6;

struct EventFile {
  fs::path path;
  std::string name;  ///< below the shared folder
};

/// In a fixed order; folders and files that are not ours are passed over, links are not followed.
std::vector<EventFile> eventFilesIn(const fs::path& folder) {
  std::vector<EventFile> found;
  std::error_code failure;
  for (const auto& device : fs::directory_iterator(folder, failure)) {
    if (!device.is_directory(failure) || device.is_symlink(failure))
      continue;
    for (const auto& file : fs::directory_iterator(device.path(), failure)) {
      const std::string name = file.path().filename().string();
      if (name.ends_with(kEventsSuffix) && !file.is_symlink(failure) &&
          file.is_regular_file(failure))
        found.push_back({file.path(), device.path().filename().string() + "/" + name});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const EventFile& a, const EventFile& b) { return a.name < b.name; });
  return found;
}

std::uint64_t newestNumberIn(const fs::path& folder) {
  std::uint64_t newest = 0;
  std::error_code failure;
  for (const auto& file : fs::directory_iterator(folder, failure)) {
    const std::string name = file.path().filename().string();
    std::uint64_t number = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc())
      newest = std::max(newest, number);
  }
  return newest;
}

std::string fileNameOf(std::uint64_t number, std::string_view bytes) {
  std::string digits = std::to_string(number);
  digits.insert(0, kNumberDigits - std::min(kNumberDigits, digits.size()), '0');
  const std::uint32_t checksum = crc32c(bytes);
  std::string sum;
  for (int shift = 24; shift >= 0; shift -= 8)
    sum += static_cast<char>((checksum >> static_cast<unsigned>(shift)) & 0xffU);
  return digits + "-" + toHex(sum) + std::string(kEventsSuffix);
}

/// What a kill left of a file that got no name. Nobody else writes in this folder.
Status removeUnfinished(FileSystem& files, const fs::path& folder) {
  std::vector<fs::path> unfinished;
  std::error_code failure;
  for (const auto& file : fs::directory_iterator(folder, failure))
    if (file.path().filename().string().ends_with(std::string(kEventsSuffix) + ".tmp"))
      unfinished.push_back(file.path());
  for (const fs::path& file : unfinished)
    PHASEBOARD_TRY(files.remove(file));
  return {};
}

Status checkFolder(const std::string& folder) {
  std::error_code failure;
  if (!folder.empty() && fs::is_directory(folder, failure))
    return {};
  return fail(ErrorKind::NotFound, folder, "no such folder");
}

}  // namespace

Result<ports::FolderNews> DiskSharedFolder::read(const std::string& folder,
                                                 const std::set<std::string>& known) const {
  PHASEBOARD_TRY(checkFolder(folder));
  ports::FolderNews news;
  for (const EventFile& file : eventFilesIn(folder)) {
    if (known.contains(file.name))
      continue;
    std::error_code failure;
    const std::uintmax_t size = fs::file_size(file.path, failure);
    const auto bytes = failure || size > kLargestEventFile
                           ? Result<std::string>(fail(ErrorKind::Damaged, file.name))
                           : m_files.read(file.path);
    auto contents =
        bytes ? merge::readSegment(*bytes, file.name) : Result<merge::Contents>(passOn(bytes));
    if (contents) {
      news.contents.add(*contents);
      news.files.push_back(file.name);
    } else if (contents.error().kind == ErrorKind::FileTooNew) {
      news.tooNew.push_back(file.name);
    } else {
      news.waiting.push_back(file.name);
    }
  }
  return news;
}

Result<std::string> DiskSharedFolder::write(const std::string& folder, const Uuid& device,
                                            const merge::Contents& contents) const {
  PHASEBOARD_TRY(checkFolder(folder));
  const fs::path own = fs::path(folder) / device.text();
  PHASEBOARD_TRY(m_files.makeFolder(own));
  PHASEBOARD_TRY(m_files.syncFolder(folder));
  PHASEBOARD_TRY(removeUnfinished(m_files, own));
  const std::string bytes = merge::segmentOf(contents, device);
  const std::string name = fileNameOf(newestNumberIn(own) + 1, bytes);
  PHASEBOARD_TRY(writeSafely(m_files, own / name, bytes));
  return device.text() + "/" + name;
}

}  // namespace phaseboard::db
