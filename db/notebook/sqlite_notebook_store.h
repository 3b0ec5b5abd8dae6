// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/ports/notebook_lender.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::db {

class AnswerJournal;
class CellTracker;
class Connection;
class FileSystem;
class NotebookLock;
class NotebookUnit;
class RowRecorder;
struct FileState;
struct JournalEntry;
struct MergeTrace;

/// Which notebook, and how.
struct NotebookFile {
  std::filesystem::path path;
  std::string vfs;              ///< SQLite's way to the disk; empty for the usual one
  FileSystem* files = nullptr;  ///< our own way to the disk; null for the usual one
  bool hasJournal = true;
};

/// The notebook as one SQLite file with a write-ahead log.
///
/// Every commit is one sync. The log moves into the main file only in `settle`, when closing, and
/// when it has grown past `kMostLogPages`. Every event is also written to the journal beside the
/// notebook (`AnswerJournal`) before its operation returns; a journal that cannot be written does
/// not hold up an operation whose change is on disk, and is tried again with the next.
class SqliteNotebookStore : public ports::NotebookStore, public ports::NotebookLender {
 public:
  static constexpr int kMostLogPages = 8'192;  ///< 32 MB

  /// Opens for writing, or makes, the notebook, and holds its lock until destroyed. An older schema
  /// is copied aside to `<name>.before-v<N>` and brought up.
  ///
  /// @param chance  for the id of a new notebook
  /// @return `Busy` while another window has it, `ForeignFile`, `FileTooNew`, `Damaged` also when
  ///         the journal or backups beside it tell of more than it holds (`checkTraces`), or what
  ///         the disk says; the file is untouched then
  [[nodiscard]] static Result<std::unique_ptr<SqliteNotebookStore>> open(const NotebookFile& file,
                                                                         Chance& chance);

  /// Opens for reading only, without the lock: beside another window, a damaged notebook, or one in
  /// a folder that cannot be written. Every `begin` fails with `ReadOnly`.
  [[nodiscard]] static Result<std::unique_ptr<SqliteNotebookStore>> openReadOnly(
      const NotebookFile& file);

  /// A new notebook that vanishes with the store, for tests and previews.
  [[nodiscard]] static Result<std::unique_ptr<SqliteNotebookStore>> openInMemory(Chance& chance);

  /// Reads all of a notebook of an older schema into memory and brings that up, for reading.
  [[nodiscard]] static Result<std::unique_ptr<SqliteNotebookStore>> openUpgradedCopy(
      const std::filesystem::path& file);

  ~SqliteNotebookStore() override;

  /// On a connection of its own; its events go into the journal of this one. A notebook in memory
  /// cannot be lent.
  [[nodiscard]] Result<std::unique_ptr<ports::NotebookStore>> lend() override;
  /// The same, for what is about the notebook and lies beside it.
  [[nodiscard]] Result<std::unique_ptr<SqliteNotebookStore>> lendWhole();

  /// To be called when the user is idle: moves the log into the main file and forgets the oldest
  /// steps. Does nothing when there is nothing to do.
  [[nodiscard]] Status settle();

  /// Why the journal lacks events that the notebook has; nothing when it has them all.
  [[nodiscard]] const std::optional<Error>& journalTrouble() const { return m_journalTrouble; }

  /// That the newest changes, other than answers, may be missing; said once, at the opening that
  /// found it (`checkTraces`).
  [[nodiscard]] const std::optional<Error>& doubt() const { return m_doubt; }

  /// After a verified backup: what the journal holds goes to `to`, and a new one begins.
  [[nodiscard]] Status rotateJournal(const std::filesystem::path& to);

  [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] Connection& connection() { return *m_connection; }

  // Reading
  [[nodiscard]] Result<ports::Settings> settings() const override;
  [[nodiscard]] Result<std::vector<ports::PromptRow>> duePrompts(Instant now,
                                                                 StudyDay today) const override;
  [[nodiscard]] Result<std::optional<ports::PromptRow>> promptRow(
      const PromptId& id) const override;
  [[nodiscard]] Result<std::vector<ports::PromptRow>> promptRows() const override;
  [[nodiscard]] Result<std::map<StudyDay, int>> dueCounts() const override;
  [[nodiscard]] Result<std::vector<PromptId>> flaggedPrompts() const override;
  [[nodiscard]] Result<std::vector<review::ReviewEvent>> events(const PromptId& id) const override;
  [[nodiscard]] Result<std::vector<review::ReviewEvent>> recentEvents(int limit) const override;
  [[nodiscard]] Result<std::vector<review::ReviewEvent>> eventsSince(Instant from) const override;
  [[nodiscard]] Result<std::vector<ports::DaySummary>> daySummaries(StudyDay from,
                                                                    StudyDay to) const override;
  [[nodiscard]] Result<std::vector<ports::RecallSummary>> recallSummaries(
      StudyDay from, StudyDay to) const override;
  [[nodiscard]] Result<std::vector<ports::TimeSummary>> timeSummaries() const override;
  [[nodiscard]] Result<std::vector<ports::LatestTime>> latestTimes(int limit) const override;
  [[nodiscard]] Result<memory::TrainingLog> trainingLog(
      std::optional<int> mostPrompts) const override;
  [[nodiscard]] Result<std::optional<answers::Version>> currentAnswer(
      const answers::AnswerKey& key) const override;
  [[nodiscard]] Result<std::optional<answers::Draft>> draft(
      const answers::AnswerKey& key) const override;
  [[nodiscard]] Result<std::vector<answers::Version>> versions(
      const answers::AnswerKey& key) const override;
  [[nodiscard]] Result<std::vector<answers::AnswerKey>> answeredKeys() const override;
  [[nodiscard]] Result<std::vector<ItemId>> tickedKeyPoints(
      const answers::AnswerKey& key) const override;
  [[nodiscard]] Result<std::vector<review::Prompt>> ownPrompts() const override;
  [[nodiscard]] Result<std::vector<ports::Override>> overrides(
      const std::string& target) const override;
  [[nodiscard]] Result<std::vector<ports::Override>> overrides() const override;
  [[nodiscard]] Result<std::vector<std::string>> favourites() const override;
  [[nodiscard]] Result<ports::UndoNames> undoNames() const override;
  [[nodiscard]] Result<ports::NotebookStats> stats() const override;
  [[nodiscard]] std::int64_t changeCount() const override;

  // Reading for operations
  [[nodiscard]] Uuid device() const override { return m_device; }
  [[nodiscard]] Result<std::optional<Instant>> lastEventAt(const PromptId& id) const override;
  [[nodiscard]] Result<std::optional<answers::Version>> version(
      answers::VersionId id) const override;
  [[nodiscard]] Status eachLog(
      const std::function<Status(const ports::PromptLog&)>& visit) const override;
  [[nodiscard]] Result<std::vector<answers::AnswerKey>> filedKeys() const override;
  [[nodiscard]] Result<std::optional<ports::UndoStep>> stepToUndo() const override;
  [[nodiscard]] Result<std::optional<ports::UndoStep>> stepToRedo() const override;

  // Writing
  [[nodiscard]] Result<std::unique_ptr<ports::UnitOfWork>> begin() override;
  [[nodiscard]] Status appendEvent(const review::ReviewEvent& event,
                                   const std::optional<QuestionId>& question,
                                   const std::optional<PhaseId>& phase) override;
  [[nodiscard]] Status writeState(const PromptId& id, const review::PromptState& state) override;
  [[nodiscard]] Status writeFlags(const PromptId& id, bool suspended,
                                  std::optional<StudyDay> buriedUntil) override;
  [[nodiscard]] Status renamePrompt(const PromptId& before, const PromptId& now,
                                    const QuestionId& question, const PhaseId& phase) override;
  [[nodiscard]] Status writeFlag(const PromptId& id, bool flagged) override;
  [[nodiscard]] Status addTally(const ports::AnswerTally& more) override;
  [[nodiscard]] Status removeTallies() override;
  [[nodiscard]] Result<answers::VersionId> appendVersion(const answers::AnswerKey& key,
                                                         const std::string& text,
                                                         Instant at) override;
  [[nodiscard]] Status appendJoining(const answers::AnswerKey& key, const std::string& text,
                                     Instant at) override;
  [[nodiscard]] Status writeDraft(const answers::Draft& draft) override;
  [[nodiscard]] Status removeDraft(const answers::AnswerKey& key) override;
  [[nodiscard]] Status writeTick(const answers::AnswerKey& key, const ItemId& keyPoint,
                                 bool ticked) override;
  [[nodiscard]] Status moveAnswer(const answers::AnswerKey& before,
                                  const answers::AnswerKey& now) override;
  [[nodiscard]] Status writeOwnPrompt(const review::Prompt& prompt, Instant made) override;
  [[nodiscard]] Status removeOwnPrompt(const PromptId& id) override;
  [[nodiscard]] Status writeOverride(const ports::Override& text) override;
  [[nodiscard]] Status writeFavourite(const std::string& target, bool favourite) override;
  [[nodiscard]] Status writeSettings(const ports::Settings& settings) override;
  [[nodiscard]] Status revert(const ports::UndoStep& step) override;
  [[nodiscard]] Status reapply(const ports::UndoStep& step) override;
  [[nodiscard]] Status forgetSteps() override;

 private:
  friend class NotebookUnit;
  friend class SqliteMergeStore;

  SqliteNotebookStore(std::filesystem::path path, std::unique_ptr<Connection> connection,
                      bool isReadOnly);

  [[nodiscard]] static Status prepare(Connection& connection, const NotebookFile& file);
  [[nodiscard]] static Status copyBeforeUpgrade(Connection& connection, const NotebookFile& file,
                                                int version);
  /// From here on changes are stamped for a merge.
  [[nodiscard]] Status track();
  [[nodiscard]] Status readDevice();
  [[nodiscard]] Status makeDevice(Chance& chance);

  /// Runs `work` inside the unit of work; `Internal` without one.
  template <class Work>
  [[nodiscard]] Status write(Work&& work);

  [[nodiscard]] std::optional<std::int64_t> keyOf(const PromptId& id) const;
  [[nodiscard]] std::int64_t keyOrNew(const PromptId& id);
  [[nodiscard]] std::int64_t keyOrNew(const Uuid& device);
  [[nodiscard]] Status takeTally(const ports::AnswerTally& less);
  [[nodiscard]] Status insertVersion(const answers::AnswerKey& key, const std::string& text,
                                     Instant at, const std::vector<std::string>& parents);
  [[nodiscard]] Result<std::string> rowChangesOf(const ports::UndoStep& step) const;

  /// Events whose ids are from `from` or later, oldest first.
  [[nodiscard]] Result<std::vector<JournalEntry>> entriesSince(Instant from) const;
  [[nodiscard]] Instant afterNewestEvent() const;
  [[nodiscard]] Status openJournal(FileSystem& files);
  /// What a merge brought is not journalled while it can still be taken back: then it never was,
  /// and a journal that has it would say that the notebook lost it.
  void leaveOutMerged(std::vector<JournalEntry>& entries) const;
  /// Whether the merge that brought it was taken back.
  [[nodiscard]] bool isPutAside(const Uuid& event) const;
  void writeJournal();
  /// Its own, or the lender's.
  [[nodiscard]] AnswerJournal* journal() const;

  /// What the unit does at its end.
  [[nodiscard]] Status recordStep(const ports::StepLabel& label);
  [[nodiscard]] Status finishCommit(Instant at);
  void takeBack();

  std::filesystem::path m_path;
  std::string m_vfs;
  std::unique_ptr<NotebookLock> m_lock;  ///< released after the connection was closed
  std::unique_ptr<Connection> m_connection;
  std::unique_ptr<CellTracker> m_tracker;  ///< of a notebook that can be written
  std::unique_ptr<RowRecorder> m_recorder;
  std::unique_ptr<MergeTrace> m_arrival;  ///< while the unit that is open merges
  std::unique_ptr<AnswerJournal> m_journal;
  std::vector<JournalEntry> m_appended;   ///< by the unit that is open
  std::vector<JournalEntry> m_unwritten;  ///< committed, not yet in the journal
  std::optional<Error> m_journalTrouble;
  std::optional<Error> m_doubt;
  bool m_isReadOnly = false;
  bool m_isWriting = false;
  SqliteNotebookStore* m_lender = nullptr;  ///< null for what holds the lock itself
  std::atomic<bool> m_isLent = false;
  std::atomic<std::int64_t> m_changesOfLoans = 0;
  Uuid m_device;
  std::int64_t m_deviceKey = 0;
};

}  // namespace phaseboard::db
