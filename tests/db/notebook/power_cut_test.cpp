// SPDX-License-Identifier: Apache-2.0
// The power fails after any call to the disk while every operation is done, one after the other:
// whatever the disk then holds opens, is whole, and has everything that was acknowledged.
// PHASEBOARD_SEED and PHASEBOARD_ROUNDS (1 in a usual run) choose the images; each round takes
// another one of each kind after each call.
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <gtest/gtest.h>

#include "db/connection.h"
#include "db/notebook/backups.h"
#include "tests/support/disk_trace.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr int kSettleEvery = 6;
constexpr int kBackUpEvery = 15;

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
  std::vector<std::size_t> dumps;         ///< hashes, at first and after each operation
  std::vector<std::size_t> acknowledged;  ///< calls when each operation returned
  std::vector<std::pair<std::size_t, std::string>> works;  ///< calls when each work ended, and its
                                                           ///< name: operations, and others
  std::vector<std::pair<std::size_t, std::string>> backups;  ///< calls when each one was
                                                             ///< acknowledged, and its file

  /// How many operations had returned after so many calls.
  [[nodiscard]] std::size_t doneAfter(std::size_t calls) const {
    std::size_t done = 0;
    while (done < acknowledged.size() && acknowledged[done] <= calls)
      ++done;
    return done;
  }

  /// What was going on then.
  [[nodiscard]] std::string workAt(std::size_t calls) const {
    for (const auto& [end, name] : works)
      if (calls <= end)
        return name;
    return "afterwards";
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
  day.dumps.push_back(std::hash<std::string>{}(dumpOf(*open.store)));
  int count = 0;
  for (const NamedOperation& operation : everyOperation()) {
    open.clock.advanceMinutes(1);
    ASSERT_THAT(operation.run(open), IsOk()) << operation.name;
    day.acknowledged.push_back(day.trace.calls());
    day.dumps.push_back(std::hash<std::string>{}(dumpOf(*open.store)));
    day.works.emplace_back(day.trace.calls(), operation.name);
    if (++count % kSettleEvery == 0) {
      ASSERT_THAT(open.store->settle(), IsOk());
      day.works.emplace_back(day.trace.calls(), "(settling)");
    }
    if (count % kBackUpEvery == 0) {
      const db::Backups backups(files, folder / "notebook.db", vfs.name());
      const auto backup = backups.make(open.clock.now());
      ASSERT_THAT(backup, IsOk());
      day.backups.emplace_back(day.trace.calls(), "backups/" + backup->file.filename().string());
      day.works.emplace_back(day.trace.calls(), "(backup)");
    }
  }
}

/// Looks at what disks hold, and keeps count. What is the same to the last byte is opened once.
class ImageJudge {
 public:
  explicit ImageJudge(const RecordedDay& day) : m_day(day) {}

  /// What is wrong with what a disk holds after so many calls; nothing when all is well.
  [[nodiscard]] std::optional<std::string> faultOf(DiskImage image, std::size_t calls) {
    ++m_images[m_day.workAt(calls)];
    for (const auto& [acknowledged, file] : m_day.backups)
      if (acknowledged <= calls && !image.contains(file))
        return "has lost " + file;
    if (!areBackupsWhole(image))
      return "has a damaged backup";
    const auto [known, isNew] = m_known.try_emplace(markOf(image));
    if (isNew)
      known->second = opened(image);
    const Opened& found = known->second;
    if (!found.fault.empty())
      return found.fault;
    const std::size_t done = m_day.doneAfter(calls);
    if (found.dump == m_day.dumps[done] ||
        (done + 1 < m_day.dumps.size() && found.dump == m_day.dumps[done + 1]))
      return std::nullopt;
    return "is not as after operation " + std::to_string(done);
  }

  [[nodiscard]] int images() const {
    int all = 0;
    for (const auto& [name, count] : m_images)
      all += count;
    return all;
  }

  void tell() const {
    for (const auto& [name, count] : m_images)
      std::cout << "  " << name << ": " << count << " images\n";
    std::cout << images() << " images of power cuts, " << m_known.size() << " of them different\n";
  }

 private:
  /// What an image comes to.
  struct Opened {
    std::string fault;
    std::size_t dump = 0;  ///< its hash
  };

  static Opened opened(const DiskImage& image) {
    const TemporaryFolder folder{fastestPlace()};
    write(image, folder.path());
    SeededChance chance{3};
    const auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
    if (!store)
      return {"does not open: " + describe(store.error())};
    const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
    if (!check || !check->problems.empty())
      return {"is damaged"};
    return {{}, std::hash<std::string>{}(dumpOf(**store))};
  }

  /// Takes the backups out of the image; most are those of the image before.
  bool areBackupsWhole(DiskImage& image) {
    for (auto file = image.begin(); file != image.end();) {
      if (!file->first.starts_with("backups/") || !file->first.ends_with(".db")) {
        ++file;
        continue;
      }
      if (m_wholeBackups.insert(std::hash<std::string>{}(file->second)).second) {
        const TemporaryFolder folder{fastestPlace()};
        write({{"backup.db", file->second}}, folder.path());
        const auto check = db::checkFile(folder / "backup.db", db::CheckDepth::Full);
        if (!check || !check->problems.empty())
          return false;
      }
      file = image.erase(file);
    }
    return true;
  }

  const RecordedDay& m_day;
  std::map<std::string, int> m_images;  ///< by what was going on
  std::unordered_map<std::size_t, Opened> m_known;
  std::set<std::size_t> m_wholeBackups;
};

/// How many of the images of one round are wrong; says which when none should be.
int wrongImages(ImageJudge& judge, const RecordedDay& day, const std::vector<Loss>& losses,
                std::uint64_t seed, std::size_t step, bool isTold) {
  SeededChance chance{seed};
  int wrong = 0;
  DiskTrace::Playback disk(day.trace);
  do {
    if (disk.calls() % step != 0)
      continue;
    for (const Loss loss : losses) {
      const auto fault = judge.faultOf(disk.image(loss, chance), disk.calls());
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

const std::vector<Loss> kChosenByChance{Loss::Tail, Loss::Sectors};
const std::vector<Loss> kEveryLoss{Loss::Everything, Loss::Nothing, Loss::Tail, Loss::Sectors};

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  const std::uint64_t seed = numberFrom("PHASEBOARD_SEED", 1);
  const std::uint64_t rounds = numberFrom("PHASEBOARD_ROUNDS", 1);
  RecordedDay day;
  ASSERT_NO_FATAL_FAILURE(record(DiskCare::Full, day));
  ASSERT_GT(day.trace.calls(), 200U);

  ImageJudge judge(day);
  const std::size_t step = rounds == 1 ? 4 : 1;
  for (std::uint64_t round = 0; round < rounds && !testing::Test::HasFailure(); ++round)
    EXPECT_EQ(wrongImages(judge, day, round == 0 ? kEveryLoss : kChosenByChance, seed + round, step,
                          true),
              0)
        << "seed " << seed + round;

  judge.tell();
}

/// The test above is worth something only if it finds what careless settings lose.
TEST(PowerCut, IsFoundOutWhenSyncsAreMissing) {
  for (const DiskCare care : {DiskCare::Normal, DiskCare::Off, DiskCare::LyingDisk}) {
    SCOPED_TRACE(static_cast<int>(care));
    RecordedDay day;
    ASSERT_NO_FATAL_FAILURE(record(care, day));

    ImageJudge judge(day);
    const int wrong = wrongImages(judge, day, kEveryLoss, 1, 25, false);
    EXPECT_GT(wrong, 0);
    std::cout << "careless settings " << static_cast<int>(care) << ": " << wrong << " of "
              << judge.images() << " images found out\n";
  }
}

}  // namespace
}  // namespace phaseboard::test
