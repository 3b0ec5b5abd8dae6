// SPDX-License-Identifier: Apache-2.0
// A program that brings up a notebook of each older schema is cut off after any call to the disk,
// or any such call fails: opened again, the notebook is wholly of the newest schema with all that
// was in it, and the copy of before is whole.
// PHASEBOARD_SEED and PHASEBOARD_IMAGES (how many for each schema) choose what is looked at.
#include <algorithm>
#include <iostream>
#include <optional>
#include <set>

#include <gtest/gtest.h>

#include "db/notebook/backups.h"
#include "db/notebook/migrations.h"
#include "tests/support/disk_trace.h"
#include "tests/support/failing_files.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/old_notebook.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualImages = 28;
constexpr int kUsualFaultStep = 47;  ///< of the calls that fail, every so many

using Opened = Result<std::unique_ptr<db::SqliteNotebookStore>>;

Opened openOld(const std::filesystem::path& folder, const std::string& vfs = {},
               db::FileSystem* files = nullptr) {
  SeededChance chance{3};
  return db::SqliteNotebookStore::open({folder / "notebook.db", vfs, files}, chance);
}

int newestSchema() {
  return db::notebookMigrations().back().version;
}

/// A closed notebook of an older schema, and what it is when brought up undisturbed.
struct OldNotebook {
  explicit OldNotebook(int schema) : version(schema) {
    writeOldNotebook(folder / "notebook.db", version);
    const TemporaryFolder other{fastestPlace()};
    copyTo(other);
    const auto store = openOld(other.path());
    EXPECT_THAT(store, IsOk());
    migrated = store ? dumpOf(**store) : std::string();
  }

  void copyTo(const TemporaryFolder& other) const {
    std::filesystem::copy_file(folder / "notebook.db", other / "notebook.db");
  }

  /// What is wrong with what is found in `place` when it is opened again; nothing when all is well.
  [[nodiscard]] std::optional<std::string> faultIn(const std::filesystem::path& place) const {
    const auto store = openOld(place);
    if (!store)
      return "does not open: " + describe(store.error());
    if (dumpOf(**store) != migrated)
      return "is not what it becomes undisturbed";
    const auto check = db::checkFile(place / "notebook.db", db::CheckDepth::Full);
    if (!check || !check->problems.empty())
      return "is damaged";
    const auto copy = db::checkFile(
        place / ("notebook.db.before-v" + std::to_string(newestSchema())), db::CheckDepth::Full);
    if (!copy || !copy->problems.empty())
      return "has no copy of before";
    if (copy->schema != version)
      return "has a copy of schema " + std::to_string(copy->schema);
    return std::nullopt;
  }

  int version;
  std::string migrated;
  TemporaryFolder folder{fastestPlace()};
};

DiskTrace traceOfBringingUp(const OldNotebook& old) {
  const TemporaryFolder folder{fastestPlace()};
  old.copyTo(folder);
  DiskTrace trace;
  FaultVfs vfs;
  TracedFiles files(trace);
  trace.begin(folder.path());
  vfs.recordIn(&trace);
  EXPECT_THAT(openOld(folder.path(), vfs.name(), &files), IsOk());
  return trace;
}

TEST(MigrationStorm, APowerCutAtAnyCallLeavesTheNotebookWhole) {
  SeededChance chance{announcedSeed()};
  const std::uint64_t wanted = numberFrom("PHASEBOARD_IMAGES", kUsualImages);
  std::uint64_t images = 0;
  std::size_t different = 0;
  for (int version = 1; version < newestSchema(); ++version) {
    const OldNotebook old{version};
    const DiskTrace trace = traceOfBringingUp(old);
    ASSERT_GT(trace.calls(), 20U);
    // As many rounds through all calls as give the images wanted, or a part of one.
    const std::uint64_t all = (trace.calls() + 1) * 4;
    const std::uint64_t step = std::max<std::uint64_t>(1, all / wanted);
    const std::uint64_t rounds = std::max<std::uint64_t>(1, wanted / all);
    std::set<std::size_t> known;
    for (std::uint64_t round = 0; round < rounds; ++round) {
      std::uint64_t number = chance.next() % step;
      DiskTrace::Playback disk(trace);
      do {
        for (const Loss loss : {Loss::Everything, Loss::Nothing, Loss::Tail, Loss::Sectors}) {
          if (number++ % step != 0)
            continue;
          ++images;
          const DiskImage image = disk.image(loss, chance);
          if (!known.insert(markOf(image)).second)
            continue;
          const TemporaryFolder folder{fastestPlace()};
          write(image, folder.path());
          const auto fault = old.faultIn(folder.path());
          ASSERT_FALSE(fault) << "schema " << version << ", after " << disk.calls()
                              << " calls, loss " << static_cast<int>(loss) << ": " << *fault;
        }
      } while (disk.next());
    }
    different += known.size();
  }
  std::cout << images << " images of migrations, " << different << " different, all whole\n";
}

TEST(MigrationStorm, AnyFailingCallLeavesTheNotebookToBeBroughtUpLater) {
  FaultVfs vfs;
  const auto step = static_cast<int>(numberFrom("PHASEBOARD_FAULT_STEP", kUsualFaultStep));
  int runs = 0;
  for (int version = 1; version < newestSchema(); ++version) {
    const OldNotebook old{version};
    for (const DiskFault fault : {DiskFault::InputOutput, DiskFault::Full, DiskFault::ShortWrite})
      for (const bool forEver : {false, true}) {
        bool wasReached = true;
        for (int call = 1 + (runs + version) % step; wasReached; call += step) {
          const TemporaryFolder folder{fastestPlace()};
          old.copyTo(folder);
          vfs.reset();
          vfs.failAt(call, fault, forEver);
          (void)openOld(folder.path(), vfs.name()).has_value();
          wasReached = vfs.hasFailed();
          vfs.reset();
          const auto wrong = old.faultIn(folder.path());
          ASSERT_FALSE(wrong) << "schema " << version << ", call " << call << ": " << *wrong;
          ++runs;
        }
      }
  }
  std::cout << runs << " failing calls while migrating, nothing lost\n";
}

TEST(MigrationStorm, AFailingFileOfTheCopyLeavesTheNotebookToBeBroughtUpLater) {
  const OldNotebook old{1};
  bool isOpened = false;
  for (int call = 1; !isOpened; ++call) {
    SCOPED_TRACE(call);
    ASSERT_LT(call, 40);
    const TemporaryFolder folder{fastestPlace()};
    old.copyTo(folder);
    FailingFiles files;
    files.failAt(call, false);

    isOpened = openOld(folder.path(), {}, &files).has_value() && files.calls() < call;

    const auto wrong = old.faultIn(folder.path());
    EXPECT_FALSE(wrong) << *wrong;
  }
}

}  // namespace
}  // namespace phaseboard::test
