// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/log_check.h"

#include <array>
#include <string>
#include <system_error>

#include <sqlite3.h>

#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"

namespace phaseboard::db {
namespace {

// The format of a write-ahead log: https://www.sqlite.org/walformat.html
constexpr std::size_t kLogHeadSize = 32;
constexpr std::size_t kFrameHeadSize = 24;
constexpr std::size_t kSaltAt = 16;  // in the head of the log
constexpr std::uint32_t kLogMagic = 0x377f0682;

std::uint32_t numberAt(std::string_view bytes, std::size_t at, bool isBigEndian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + (isBigEndian ? i : 3 - i)]);
  return value;
}

std::uint64_t saltAt(std::string_view bytes, std::size_t at) {
  return std::uint64_t{numberAt(bytes, at, true)} << 32U | numberAt(bytes, at + 4, true);
}

/// The running checksum of a log.
class LogSum {
 public:
  explicit LogSum(bool isBigEndian) : m_isBigEndian(isBigEndian) {}

  void add(std::string_view bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
      m_first += numberAt(bytes, at, m_isBigEndian) + m_second;
      m_second += numberAt(bytes, at + 4, m_isBigEndian) + m_first;
    }
  }
  [[nodiscard]] bool isAt(std::string_view bytes, std::size_t at) const {
    return numberAt(bytes, at, true) == m_first && numberAt(bytes, at + 4, true) == m_second;
  }

 private:
  bool m_isBigEndian;
  std::uint32_t m_first = 0;
  std::uint32_t m_second = 0;
};

tl::unexpected<Error> isHurt(const std::filesystem::path& notebook, const std::string& why) {
  return fail(ErrorKind::Damaged, notebook.string(), why);
}

using Doubt = std::optional<Error>;

Result<Doubt> checkLog(FileSystem& files, const std::filesystem::path& notebook,
                       const LogMark& mark) {
  std::filesystem::path file = notebook;
  file += "-wal";
  const auto bytes = files.read(file);
  if (!bytes && bytes.error().kind != ErrorKind::NotFound)
    return passOn(bytes);
  if (!bytes || bytes->size() < kLogHeadSize)
    return Doubt(Error{ErrorKind::Damaged, notebook.string(), "its write-ahead log is gone"});
  const auto found = readLog(*bytes);
  if (!found)
    return isHurt(notebook, "its write-ahead log cannot be read");
  // Another salt is that of a log that began after the mark was written.
  if (found->salt == mark.salt && found->frames < mark.frames)
    return isHurt(notebook, "its write-ahead log makes sense for " + std::to_string(found->frames) +
                                " of " + std::to_string(mark.frames) + " pages");
  return Doubt();
}

}  // namespace

LogMark logMark(Connection& connection) {
  sqlite3_file* log = nullptr;
  std::array<char, 8> salt{};
  const int code =
      sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (connection.logPages() <= 0 || code != SQLITE_OK || log == nullptr ||
      log->pMethods == nullptr ||
      log->pMethods->xRead(log, salt.data(), static_cast<int>(salt.size()), kSaltAt) != SQLITE_OK)
    return {};
  return {saltAt({salt.data(), salt.size()}, 0), static_cast<std::uint32_t>(connection.logPages())};
}

std::optional<LogMark> readLog(std::string_view bytes) {
  if (bytes.size() < kLogHeadSize || (numberAt(bytes, 0, true) & ~1U) != kLogMagic)
    return std::nullopt;
  LogSum sum((numberAt(bytes, 0, true) & 1U) != 0);
  sum.add(bytes.substr(0, kLogHeadSize - 8));
  if (!sum.isAt(bytes, kLogHeadSize - 8))
    return std::nullopt;
  LogMark mark{saltAt(bytes, kSaltAt), 0};
  const std::size_t page = numberAt(bytes, 8, true);
  std::uint32_t frame = 0;
  for (std::size_t at = kLogHeadSize; at + kFrameHeadSize + page <= bytes.size();
       at += kFrameHeadSize + page) {
    sum.add(bytes.substr(at, 8));
    sum.add(bytes.substr(at + kFrameHeadSize, page));
    if (saltAt(bytes, at + 8) != mark.salt || !sum.isAt(bytes, at + 16))
      break;
    ++frame;
    if (numberAt(bytes, at + 4, true) != 0)  // the last frame of a commit
      mark.frames = frame;
  }
  return mark;
}

Result<Doubt> checkTraces(FileSystem& files, const std::filesystem::path& notebook) {
  const auto bytes = files.read(journalFileOf(notebook));
  if (!bytes && bytes.error().kind != ErrorKind::NotFound)
    return Doubt();  // opening it says what is wrong with it
  const JournalContents journal = readJournal(bytes ? *bytes : std::string());
  std::error_code ignored;  // what cannot be looked at cannot be opened either
  if (!std::filesystem::exists(notebook, ignored) ||
      std::filesystem::file_size(notebook, ignored) == 0) {
    if (!journal.entries.empty() || journal.mark.frames > 0)
      return isHurt(notebook, "the notebook is gone, its journal is not");
    const auto backups = Backups(files, notebook).list();
    if (backups && !backups->empty())
      return isHurt(notebook, "the notebook is gone, its backups are not");
    return Doubt();
  }
  return journal.mark.frames > 0 ? checkLog(files, notebook, journal.mark) : Doubt();
}

}  // namespace phaseboard::db
