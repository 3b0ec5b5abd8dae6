// SPDX-License-Identifier: Apache-2.0
// Files and folders that are not what they are asked to be.
#include <gmock/gmock.h>

#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "db/notebook/notebook_lock.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "tests/support/failing_files.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

Instant minutesAfterNoon(int minutes) {
  return Instant{instantFromIso("2026-03-03T12:00:00Z")->value() + std::int64_t{minutes} * 60'000};
}

class UnusualFiles : public testing::Test {
 protected:
  UnusualFiles() {
    OpenDesk open = opened();
    writeSample(open);
  }

  [[nodiscard]] OpenDesk opened() const {
    SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({m_notebook}, chance);
    EXPECT_THAT(store, IsOk());
    return OpenDesk{std::move(*store)};
  }

  /// A database of ours with these marks, and one table.
  [[nodiscard]] fs::path marked(const char* name, std::int64_t application, int version) const {
    fs::path file = m_folder / name;
    const auto made = db::Connection::open(file, db::Access::ReadWrite);
    EXPECT_THAT(made, IsOk());
    db::wantChecksums((*made)->handle());
    (*made)->execute(
        "CREATE TABLE word (text TEXT); PRAGMA application_id = " + std::to_string(application) +
        "; PRAGMA user_version = " + std::to_string(version));
    return file;
  }

  TemporaryFolder m_folder{fastestPlace()};
  fs::path m_notebook = m_folder / "notebook.db";
};

TEST_F(UnusualFiles, AreRefusedForReadingByWhatTheyAre) {
  constexpr std::int64_t kOurs = 0x50684264;
  const auto refused = [](const fs::path& file, ErrorKind kind) {
    EXPECT_THAT(db::SqliteNotebookStore::openReadOnly({file}), FailsWith(kind)) << file;
  };
  refused(m_folder / "gone.db", ErrorKind::NotFound);
  refused(m_folder.write("empty.db", ""), ErrorKind::NotFound);
  refused(m_folder.write("text.db", std::string(5'000, 'x')), ErrorKind::Damaged);
  refused(marked("foreign.db", 7, 3), ErrorKind::ForeignFile);
  refused(marked("newer.db", kOurs, 9'999), ErrorKind::FileTooNew);
  EXPECT_FALSE(db::SqliteNotebookStore::openReadOnly({marked("zero.db", kOurs, 0)}));
}

TEST_F(UnusualFiles, AreNoOtherNotebookToMerge) {
  EXPECT_THAT(db::openOtherNotebook(m_folder / "gone.db", m_notebook),
              FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(db::openOtherNotebook(m_folder.path(), m_notebook), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(db::openOtherNotebook(m_notebook, m_notebook), FailsWith(ErrorKind::InvalidInput));
  {
    const auto connection = db::Connection::open(m_notebook, db::Access::ReadWrite);
    ASSERT_THAT(connection, IsOk());
    (*connection)->execute("PRAGMA foreign_keys = OFF; DELETE FROM board");
  }
  const auto check = db::checkFile(m_notebook, db::CheckDepth::Full);
  ASSERT_THAT(check, IsOk());
  EXPECT_FALSE(check->problems.empty()) << "a stroke on no board";
}

TEST_F(UnusualFiles, AreNoBackups) {
  const db::Backups backups(db::diskFiles(), m_notebook);
  ASSERT_THAT(backups.make(minutesAfterNoon(0)), IsOk());
  const fs::path first = backups.list()->front().file;
  for (const char* name : {"notebook-.db", "notebook-2026.db", "notebook-20260303T1200000xxZ.db",
                           "notebook-99999999T999999999Z.db", "x", "notebook.db"})
    m_folder.write("backups/" + std::string(name), "not a backup");

  EXPECT_THAT(*backups.list(), SizeIs(1));
  EXPECT_EQ(backups.list()->front().file, first);
  EXPECT_THAT(db::restoreNotebook(db::diskFiles(), m_notebook, m_folder / "backups" / "notebook.db",
                                  minutesAfterNoon(1)),
              FailsWith(ErrorKind::Damaged));
  EXPECT_THAT(db::restoreNotebook(db::diskFiles(), m_notebook, m_folder.write("empty.db", ""),
                                  minutesAfterNoon(1)),
              FailsWith(ErrorKind::Damaged));
  EXPECT_THAT(db::restoreNotebook(db::diskFiles(), m_notebook, first, minutesAfterNoon(1)), IsOk());
}

TEST_F(UnusualFiles, OldBackupsAndTheirJournalsMakeRoom) {
  const db::Backups backups(db::diskFiles(), m_notebook);
  OpenDesk open = opened();
  for (int day = 0; day < 40; ++day) {
    open.clock.advanceDays(1);
    ASSERT_THAT(open.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{900}), IsOk());
    const auto made = backups.makeIfChanged(minutesAfterNoon(day * 1'440));
    ASSERT_TRUE(made.has_value() && made->has_value()) << day;
    ASSERT_THAT(open.store->rotateJournal(db::Backups::journalOf(**made)), IsOk());
  }
  EXPECT_LT(backups.list()->size(), 40U);
  EXPECT_GT(backups.list()->size(), 7U);
  EXPECT_LT(backups.journals().size(), 41U);
}

TEST_F(UnusualFiles, NothingIsSetAsideTwiceOrBehindAnOpenWindow) {
  {
    const OpenDesk open = opened();
    EXPECT_THAT(db::setAside(db::diskFiles(), m_notebook, minutesAfterNoon(0)),
                FailsWith(ErrorKind::Busy));
  }
  const auto aside = db::setAside(db::diskFiles(), m_notebook, minutesAfterNoon(0));
  ASSERT_THAT(aside, IsOk());
  EXPECT_TRUE(fs::exists(*aside / "notebook.db"));
  EXPECT_THAT(db::setAside(db::diskFiles(), m_notebook, minutesAfterNoon(0)),
              FailsWith(ErrorKind::AlreadyExists));
}

TEST_F(UnusualFiles, ANotebookIsLentOnceAndNotWhileItIsWritten) {
  OpenDesk open = opened();
  {
    const auto loan = open.store->lend();
    ASSERT_THAT(loan, IsOk());
    EXPECT_THAT(open.store->lend(), FailsWith(ErrorKind::Busy));
    EXPECT_THAT(open.store->settle(), IsOk()) << "that is for the loan to do";
    EXPECT_THAT(open.desk.flagPrompt(aPrompt("one").id, true), FailsWith(ErrorKind::Busy));
  }
  const auto unit = open.store->begin();
  ASSERT_THAT(unit, IsOk());
  EXPECT_THAT(open.store->lend(), FailsWith(ErrorKind::Busy));
}

TEST_F(UnusualFiles, ALockNeedsAFolder) {
  EXPECT_FALSE(db::NotebookLock::acquire(m_folder / "none" / "notebook.db"));
  EXPECT_FALSE(db::NotebookLock::acquire("/proc/notebook.db"));
}

TEST_F(UnusualFiles, InASharedFolderDoNoHarm) {
  SeededChance chance{9};
  const Uuid device = Uuid::version7(Instant{0}, chance.next(), chance.next());
  FailingFiles files;
  const db::DiskSharedFolder folders(files);
  const fs::path shared = m_folder / "shared";
  EXPECT_THAT(folders.write(shared.string(), device, {}), FailsWith(ErrorKind::NotFound));
  fs::create_directory(shared);
  const auto written = folders.write(shared.string(), device, {});
  ASSERT_THAT(written, IsOk());
  const fs::path own = shared / device.text();
  const fs::path events = fs::directory_iterator(own)->path();
  fs::create_directory_symlink(own, shared / "linked");
  fs::create_symlink(events, own / "linked.events");
  fs::create_directory(own / "folder.events");
  m_folder.write("shared/" + device.text() + "/words-that-are-no-number.events", "x");
  m_folder.write("shared/a file.events", "x");

  const auto news = folders.read(shared.string(), {});

  ASSERT_THAT(news, IsOk());
  EXPECT_THAT(news->files, SizeIs(1));
  EXPECT_THAT(news->waiting, SizeIs(1)) << "the one with words for a name may still grow";
  const auto next = folders.write(shared.string(), device, {});
  EXPECT_THAT(next, IsOk());
  EXPECT_THAT(folders.read((shared / "none").string(), {}), FailsWith(ErrorKind::NotFound));
}

TEST(OddJournals, LeaveOutWhatIsNoEvent) {
  db::JournalEntry good;
  good.event.prompt = PromptId{"one"};
  good.event.rating = memory::Rating::Good;
  db::JournalEntry nameless = good;
  nameless.event.prompt = PromptId{};
  db::JournalEntry unknown = good;
  unknown.event.kind = static_cast<review::EventKind>(99);
  db::JournalEntry ungraded = good;
  ungraded.event.rating = static_cast<memory::Rating>(9);

  const db::JournalContents contents = db::readJournal(
      db::journalHead(Instant{0}) + db::journalRecord(nameless) + db::journalRecord(unknown) +
      db::journalRecord(ungraded) + db::journalRecord(good));

  ASSERT_THAT(contents.entries, SizeIs(1));
  EXPECT_EQ(contents.entries.front().event.prompt, PromptId{"one"});
  EXPECT_GT(contents.damagedBytes, 0U);
}

TEST(UnusualSteps, ThatChangeVeryMuchAreSaidToBeLong) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  EXPECT_FALSE(open.store->undoNames()->isUndoLong);

  open.store->connection().execute("UPDATE undo_step SET row_changes = zeroblob(200000)");

  EXPECT_TRUE(open.store->undoNames()->isUndoLong);
  EXPECT_THAT(open.store->recentEvents(0).value(), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::test
