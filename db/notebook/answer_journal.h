// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/review/review_event.h"
#include "db/files/file_system.h"
#include "db/notebook/log_check.h"

namespace phaseboard::db {

/// An event with what the notebook knows of its prompt.
struct JournalEntry {
  review::ReviewEvent event;
  std::optional<QuestionId> question;
  std::optional<PhaseId> phase;

  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// What the bytes of a journal hold.
struct JournalContents {
  std::optional<Instant> from;        ///< events from this moment on belong in it; nothing when the
                                      ///< head is not that of a journal
  std::vector<JournalEntry> entries;  ///< every record that is whole, in order
  LogMark mark;                       ///< the last one that is whole
  std::size_t wholeBytes = 0;         ///< up to the end of the last whole record
  std::size_t damagedBytes = 0;       ///< passed over before that
};

/// Reads a journal and trusts nothing: a record counts only when its length fits and its CRC-32C
/// agrees. After a damaged record reading goes on at the next mark. O(size).
[[nodiscard]] JournalContents readJournal(std::string_view bytes);

[[nodiscard]] std::string journalHead(Instant from);
[[nodiscard]] std::string journalRecord(const JournalEntry& entry);
[[nodiscard]] std::string journalRecord(const LogMark& mark);

/// The journal beside a notebook: every acknowledged event once more, so that a backup and the
/// journal give all answers back even if the notebook is destroyed.
///
/// A record is written after the commit and before the operation returns, but not synced: a killed
/// process loses none, and answers keep to one sync. A power cut may take records that the notebook
/// itself holds; opening puts them back from there. `sync` is called when idle, before a backup and
/// when closing.
///
/// It also says how far the notebook's write-ahead log reached, so that a log that lost its end
/// later is noticed (`checkTraces`). A mark is written after the sync of the log, so it never
/// promises what is not on the disk.
///
/// File: "PBJ1", 8 bytes of `from`; then records "PbEv" or "PbLg", length, CRC-32C, payload.
/// Numbers are little-endian.
class AnswerJournal {
 public:
  /// Opens or begins the journal; cuts a torn record off its end.
  ///
  /// @param from  for a new journal: the moment from which on events belong in it
  [[nodiscard]] static Result<AnswerJournal> open(FileSystem& files, std::filesystem::path file,
                                                  Instant from);
  ~AnswerJournal();
  AnswerJournal(AnswerJournal&& other) noexcept;
  AnswerJournal& operator=(AnswerJournal&&) = delete;

  /// What it held when it was opened.
  [[nodiscard]] const JournalContents& atOpening() const { return m_atOpening; }

  /// After a failure the end of the file is cut back to the last whole record before the next.
  /// @param mark  nothing when it is as it was
  [[nodiscard]] Status append(const std::vector<JournalEntry>& entries,
                              const std::optional<LogMark>& mark = std::nullopt);
  [[nodiscard]] Status sync();

  /// The last that was appended.
  [[nodiscard]] const LogMark& mark() const { return m_mark; }

  /// Syncs, gives the file another name and begins a new one with the same mark.
  [[nodiscard]] Status rotate(const std::filesystem::path& to, Instant from);

 private:
  AnswerJournal(FileSystem& files, std::filesystem::path file, int descriptor);
  [[nodiscard]] Status begin(Instant from);

  FileSystem* m_files;
  std::filesystem::path m_file;
  int m_descriptor = -1;
  std::int64_t m_size = 0;
  bool m_isTorn = false;
  bool m_isSynced = true;
  LogMark m_mark;
  JournalContents m_atOpening;
};

/// Where the journal of a notebook lies.
[[nodiscard]] std::filesystem::path journalFileOf(const std::filesystem::path& notebook);

}  // namespace phaseboard::db
