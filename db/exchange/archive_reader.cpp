// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/archive_reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>

#include <archive.h>
#include <archive_entry.h>

#include "app/base/bytes.h"
#include "db/exchange/exchange_limits.h"

namespace phaseboard::db {
namespace {

struct ArchiveCloser {
  void operator()(archive* open) const { archive_read_free(open); }
};
using OpenArchive = std::unique_ptr<archive, ArchiveCloser>;

constexpr std::size_t kArchiveBlock = 65'536;

/// Why a name is refused; empty for a good one.
std::string nameProblem(std::string_view name) {
  if (name.empty())
    return "an entry without a name";
  if (name.size() > kLongestEntryName)
    return "a name longer than 255 bytes";
  if (!isUtf8(name))
    return "a name that is not UTF-8";
  const bool hasControls = std::any_of(name.begin(), name.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
  });
  if (hasControls)
    return "a name with control characters";
  if (name.find('\\') != std::string_view::npos)
    return "a name with a backslash";  // libarchive turns most of them into slashes before
  if (name.front() == '/' || (name.size() > 1 && name[1] == ':'))
    return "an absolute name: " + std::string(name);
  if (std::count(name.begin(), name.end(), '/') > kDeepestEntry)
    return "folders deeper than 8";
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..")
      return "a name that climbs out of its folder: " + std::string(name);
    at = end + 1;
  }
  return {};
}

std::string foldedName(std::string_view name) {
  std::string folded(name);
  for (char& letter : folded)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return folded;
}

/// One pass through an archive.
class ArchivePass {
 public:
  ArchivePass(std::string subject, std::int64_t packed, const std::vector<std::string>& wanted,
              const exchange::Progress& progress)
      : m_subject(std::move(subject)), m_packed(packed), m_wanted(wanted), m_progress(progress) {}

  /// Judges every entry; with `reads`, reads those that are wanted.
  Status walk(const std::filesystem::path& file, bool reads) {
    const OpenArchive open(archive_read_new());
    archive_read_support_format_zip_seekable(open.get());
    if (archive_read_open_filename(open.get(), file.c_str(), kArchiveBlock) != ARCHIVE_OK)
      return refused("cannot be read as a zip file");
    archive_entry* entry = nullptr;
    for (int code = ARCHIVE_OK;
         (code = archive_read_next_header(open.get(), &entry)) != ARCHIVE_EOF;) {
      if (code != ARCHIVE_OK)
        return refused("the zip file is damaged");
      if (!exchange::goesOn(m_progress, ++m_steps, 0))
        return exchange::stopped();
      if (!reads)
        PHASEBOARD_TRY(judge(entry));
      else if (const char* name = archive_entry_pathname(entry); isWanted(name))
        PHASEBOARD_TRY(read(open.get(), name));
    }
    if (m_names.empty())
      return refused("an empty archive");
    return {};
  }

  std::map<std::string, std::string> contents;

 private:
  Status judge(archive_entry* entry) {
    const char* raw = archive_entry_pathname(entry);
    const std::string name = raw == nullptr ? std::string() : std::string(raw);
    if (const std::string problem = nameProblem(name); !problem.empty())
      return refused(problem);
    if (archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr ||
        archive_entry_filetype(entry) == AE_IFLNK)
      return refused("a link: " + name);
    if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != AE_IFDIR)
      return refused("something that is no file: " + name);
    if (archive_entry_is_data_encrypted(entry) != 0)
      return refused("an entry under a password: " + name);
    if (!m_names.insert(foldedName(name)).second)
      return refused("two entries of one name: " + name);
    if (m_names.size() > static_cast<std::size_t>(kMostEntries))
      return refused("more than 100,000 entries");
    const std::int64_t size = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : 0;
    if (size < 0 || (isWanted(name.c_str()) && size > kLargestEntry))
      return refused("an entry larger than 256 MB: " + name);
    m_declared += size;
    return checkTotal(m_declared);
  }

  Status read(archive* open, const std::string& name) {
    std::string& bytes = contents[name];
    std::array<char, kArchiveBlock> block{};
    for (;;) {
      const la_ssize_t count = archive_read_data(open, block.data(), block.size());
      if (count < 0)
        return refused("the entry is damaged: " + name);
      if (count == 0)
        return {};
      bytes.append(block.data(), static_cast<std::size_t>(count));
      m_read += count;
      if (static_cast<std::int64_t>(bytes.size()) > kLargestEntry)
        return refused("an entry larger than 256 MB: " + name);
      PHASEBOARD_TRY(checkTotal(m_read));
      if (!exchange::goesOn(m_progress, ++m_steps, 0))
        return exchange::stopped();
    }
  }

  [[nodiscard]] Status checkTotal(std::int64_t unpacked) const {
    if (unpacked > kMostUnpacked)
      return refused("more than 2 GB when unpacked");
    if (unpacked > m_packed * kHighestRatio + kRatioGrace)
      return refused("unpacks to more than 200 times its size");
    return {};
  }

  [[nodiscard]] bool isWanted(const char* name) const {
    return name != nullptr && std::find(m_wanted.begin(), m_wanted.end(), name) != m_wanted.end();
  }

  [[nodiscard]] tl::unexpected<Error> refused(const std::string& why) const {
    return fail(ErrorKind::InvalidInput, m_subject, why);
  }

  std::string m_subject;
  std::int64_t m_packed;
  const std::vector<std::string>& m_wanted;
  const exchange::Progress& m_progress;
  std::set<std::string> m_names;
  std::int64_t m_declared = 0;
  std::int64_t m_read = 0;
  std::int64_t m_steps = 0;
};

bool beginsLikeZip(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 4> magic{};
  in.read(magic.data(), magic.size());
  const std::string_view begin(magic.data(), magic.size());
  return in.gcount() == 4 &&
         (begin == std::string_view("PK\3\4", 4) || begin == std::string_view("PK\5\6", 4));
}

}  // namespace

Result<std::map<std::string, std::string>> readArchive(const std::filesystem::path& file,
                                                       const std::vector<std::string>& wanted,
                                                       const exchange::Progress& progress) {
  const std::string subject = file.string();
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure))
    return fail(ErrorKind::NotFound, subject, "no such file");
  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file, failure));
  if (failure)
    return fail(ErrorKind::InputOutput, subject, failure.message());
  if (size > kLargestArchive)
    return fail(ErrorKind::InvalidInput, subject, "larger than 2 GB");
  if (!beginsLikeZip(file))
    return fail(ErrorKind::ForeignFile, subject, "not a zip file");
  ArchivePass pass(subject, size, wanted, progress);
  PHASEBOARD_TRY(pass.walk(file, false));
  PHASEBOARD_TRY(pass.walk(file, true));
  return std::move(pass.contents);
}

}  // namespace phaseboard::db
