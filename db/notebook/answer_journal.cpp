// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/answer_journal.h"

#include <utility>

namespace phaseboard::db {

std::filesystem::path journalFileOf(const std::filesystem::path& notebook) {
  std::filesystem::path file = notebook;
  return file.replace_extension(".journal");
}

AnswerJournal::AnswerJournal(FileSystem& files, std::filesystem::path file, int descriptor)
    : m_files(&files), m_file(std::move(file)), m_descriptor(descriptor) {}

AnswerJournal::~AnswerJournal() {
  if (m_descriptor >= 0)
    m_files->close(m_descriptor);
}

AnswerJournal::AnswerJournal(AnswerJournal&& other) noexcept
    : m_files(other.m_files),
      m_file(std::move(other.m_file)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(other.m_size),
      m_isTorn(other.m_isTorn),
      m_isSynced(other.m_isSynced),
      m_mark(other.m_mark),
      m_atOpening(std::move(other.m_atOpening)) {}

Result<AnswerJournal> AnswerJournal::open(FileSystem& files, std::filesystem::path file,
                                          Instant from) {
  const auto bytes = files.read(file);
  if (!bytes && bytes.error().kind != ErrorKind::NotFound)
    return passOn(bytes);
  JournalContents contents = readJournal(bytes ? *bytes : std::string());
  const bool isForeign = bytes && !bytes->empty() && !contents.from;
  if (isForeign) {
    // Whatever it is, it is not ours to overwrite; what it still holds stays readable for restore.
    std::filesystem::path aside = file;
    aside += ".damaged";
    PHASEBOARD_TRY(files.rename(file, aside));
    contents = {};
  }
  PHASEBOARD_TRY_ASSIGN(const int descriptor, files.openToAppend(file));
  AnswerJournal journal(files, std::move(file), descriptor);
  journal.m_atOpening = std::move(contents);
  if (!journal.m_atOpening.from) {
    PHASEBOARD_TRY(journal.begin(from));
    return journal;
  }
  journal.m_size = static_cast<std::int64_t>(journal.m_atOpening.wholeBytes);
  journal.m_isTorn = bytes->size() != journal.m_atOpening.wholeBytes;
  journal.m_mark = journal.m_atOpening.mark;
  return journal;
}

Status AnswerJournal::begin(Instant from) {
  const std::string head = journalHead(from);
  m_size = 0;
  m_isTorn = true;  // until its head is there
  PHASEBOARD_TRY(m_files->truncate(m_descriptor, 0));
  PHASEBOARD_TRY(m_files->write(m_descriptor, head));
  PHASEBOARD_TRY(m_files->sync(m_descriptor));
  PHASEBOARD_TRY(m_files->syncFolder(m_file.parent_path()));
  m_size = static_cast<std::int64_t>(head.size());
  m_isTorn = false;
  m_isSynced = true;
  m_atOpening.from = from;
  return {};
}

Status AnswerJournal::append(const std::vector<JournalEntry>& entries,
                             const std::optional<LogMark>& mark) {
  const LogMark reached = mark.value_or(m_mark);
  if (entries.empty() && reached == m_mark)
    return {};
  if (m_isTorn) {
    PHASEBOARD_TRY(m_files->truncate(m_descriptor, m_size));
    m_isTorn = false;
  }
  std::string bytes;
  for (const JournalEntry& entry : entries)
    bytes += journalRecord(entry);
  if (reached != m_mark)
    bytes += journalRecord(reached);
  m_isTorn = true;  // until all of it is written
  PHASEBOARD_TRY(m_files->write(m_descriptor, bytes));
  m_isTorn = false;
  m_isSynced = false;
  m_size += static_cast<std::int64_t>(bytes.size());
  m_mark = reached;
  return {};
}

Status AnswerJournal::sync() {
  if (m_isSynced)
    return {};
  PHASEBOARD_TRY(m_files->sync(m_descriptor));
  m_isSynced = true;
  return {};
}

Status AnswerJournal::rotate(const std::filesystem::path& to, Instant from) {
  const LogMark mark = m_mark;
  PHASEBOARD_TRY(append({}, LogMark{}));  // the one that ends has no say about the log any more
  PHASEBOARD_TRY(sync());
  PHASEBOARD_TRY(m_files->rename(m_file, to));
  PHASEBOARD_TRY(m_files->syncFolder(to.parent_path()));
  PHASEBOARD_TRY_ASSIGN(const int descriptor, m_files->openToAppend(m_file));
  m_files->close(std::exchange(m_descriptor, descriptor));
  PHASEBOARD_TRY(begin(from));
  return append({}, mark);
}

}  // namespace phaseboard::db
