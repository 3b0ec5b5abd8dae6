// SPDX-License-Identifier: Apache-2.0
// The power fails after any call to the disk while every operation is done, one after the other:
// whatever the disk then holds opens, is whole, and has everything that was acknowledged.
// PHASEBOARD_SEED and PHASEBOARD_ROUNDS (1 in a usual run) choose the images; each round takes
// another one of each kind after each call.
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "db/connection.h"
#include "db/notebook/backups.h"
#include "tests/support/disk_trace.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr int kSettleEvery = 6;
constexpr int kBackUpEvery = 15;

std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

enum class DiskCare { Full, Normal, Off, LyingDisk };

OpenDesk openOn(const std::filesystem::path& folder, const std::string& vfs = {},
                db::FileSystem* files = nullptr) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db", vfs, files}, chance);
  EXPECT_THAT(store, IsOk());
  return OpenDesk{std::move(*store)};
}

/// A day at the desk as the disk saw it.
struct RecordedDay {
  DiskTrace trace;
  std::vector<std::string> dumps;         ///< of the notebook, at first and after each operation
  std::vector<std::size_t> acknowledged;  ///< calls when each operation returned

  /// How many operations had returned after so many calls.
  [[nodiscard]] std::size_t doneAfter(std::size_t calls) const {
    std::size_t done = 0;
    while (done < acknowledged.size() && acknowledged[done] <= calls)
      ++done;
    return done;
  }
};

void relax(db::SqliteNotebookStore& store, DiskCare care) {
  if (care == DiskCare::Normal)
    store.connection().database().exec("PRAGMA synchronous = NORMAL");
  else if (care == DiskCare::Off)
    store.connection().database().exec("PRAGMA synchronous = OFF");
}

void record(DiskCare care, RecordedDay& day) {
  const TemporaryFolder folder{fastestPlace()};
  {
    OpenDesk open = openOn(folder.path());
    writeSample(open);
  }
  FaultVfs vfs;
  TracedFiles files(day.trace);
  day.trace.begin(folder.path());
  if (care == DiskCare::LyingDisk)
    day.trace.ignoreSyncs();
  vfs.recordIn(&day.trace);
  OpenDesk open = openOn(folder.path(), vfs.name(), &files);
  relax(*open.store, care);
  open.clock.set("2026-03-03T09:00:00Z");
  day.dumps.push_back(dumpOf(*open.store));
  int count = 0;
  for (const NamedOperation& operation : everyOperation()) {
    open.clock.advanceMinutes(1);
    ASSERT_THAT(operation.run(open), IsOk()) << operation.name;
    day.acknowledged.push_back(day.trace.calls());
    day.dumps.push_back(dumpOf(*open.store));
    if (++count % kSettleEvery == 0) {
      ASSERT_THAT(open.store->settle(), IsOk());
    }
    if (count % kBackUpEvery == 0) {
      const db::Backups backups(files, folder / "notebook.db", vfs.name());
      ASSERT_THAT(backups.make(open.clock.now()), IsOk());
    }
  }
}

/// What is wrong with what a disk holds; nothing when all is well.
std::optional<std::string> faultOf(const DiskImage& image, const RecordedDay& day,
                                   std::size_t calls) {
  const TemporaryFolder folder{fastestPlace()};
  write(image, folder.path());
  SeededChance chance{3};
  const auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  if (!store)
    return "does not open: " + describe(store.error());
  const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
  if (!check || !check->problems.empty())
    return "is damaged";
  for (const db::Backup& backup : db::Backups(db::diskFiles(), folder / "notebook.db")
                                      .list()
                                      .value_or(std::vector<db::Backup>{}))
    if (const auto copy = db::checkFile(backup.file, db::CheckDepth::Full);
        !copy || !copy->problems.empty())
      return "has a damaged backup";
  const std::string found = dumpOf(**store);
  const std::size_t done = day.doneAfter(calls);
  if (found == day.dumps[done] || (done + 1 < day.dumps.size() && found == day.dumps[done + 1]))
    return std::nullopt;
  return "is not as after operation " + std::to_string(done);
}

/// How many of the images of one round are wrong; says which when none should be.
int wrongImages(const RecordedDay& day, std::uint64_t seed, std::size_t step, bool isTold) {
  SeededChance chance{seed};
  int wrong = 0;
  DiskTrace::Playback disk(day.trace);
  do {
    if (disk.calls() % step != 0)
      continue;
    for (const Loss loss : {Loss::Everything, Loss::Nothing, Loss::Tail, Loss::Sectors}) {
      const auto fault = faultOf(disk.image(loss, chance), day, disk.calls());
      if (!fault)
        continue;
      ++wrong;
      if (isTold)
        ADD_FAILURE() << "after " << disk.calls() << " calls, loss " << static_cast<int>(loss)
                      << ": the notebook " << *fault;
    }
  } while (disk.next());
  return wrong;
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  const std::uint64_t seed = numberFrom("PHASEBOARD_SEED", 1);
  const std::uint64_t rounds = numberFrom("PHASEBOARD_ROUNDS", 1);
  RecordedDay day;
  ASSERT_NO_FATAL_FAILURE(record(DiskCare::Full, day));
  ASSERT_GT(day.trace.calls(), 200U);

  for (std::uint64_t round = 0; round < rounds && !testing::Test::HasFailure(); ++round)
    EXPECT_EQ(wrongImages(day, seed + round, 1, true), 0) << "seed " << seed + round;

  RecordProperty("images", static_cast<int>(rounds * (day.trace.calls() + 1) * 4));
}

/// The test above is worth something only if it finds what careless settings lose.
TEST(PowerCut, IsFoundOutWhenSyncsAreMissing) {
  for (const DiskCare care : {DiskCare::Normal, DiskCare::Off, DiskCare::LyingDisk}) {
    SCOPED_TRACE(static_cast<int>(care));
    RecordedDay day;
    ASSERT_NO_FATAL_FAILURE(record(care, day));

    EXPECT_GT(wrongImages(day, 1, 25, false), 0);
  }
}

}  // namespace
}  // namespace phaseboard::test
