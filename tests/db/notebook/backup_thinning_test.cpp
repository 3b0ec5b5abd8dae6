// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/backup_thinning.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phaseboard::test {
namespace {

using db::backupsToDrop;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kHalfHour = 1'800'000;

Instant at(const char* iso) {
  return *instantFromIso(iso);
}

TEST(BackupThinning, KeepsTheTenLatest) {
  std::vector<Instant> times;
  for (int i = 0; i < 10; ++i)
    times.push_back(Instant{at("2026-11-21T09:00:00Z").value() + i * kHalfHour});

  EXPECT_THAT(backupsToDrop(times), IsEmpty());
  times.push_back(at("2026-11-21T08:00:00Z"));
  EXPECT_THAT(backupsToDrop(times), ElementsAre(at("2026-11-21T08:00:00Z")));
}

TEST(BackupThinning, KeepsNothingTwice) {
  EXPECT_THAT(backupsToDrop({}), IsEmpty());
  EXPECT_THAT(backupsToDrop({at("2026-11-21T08:00:00Z")}), IsEmpty());
}

/// A year of backups every half hour for eight hours a day, thinned after each.
std::vector<Instant> afterAYear() {
  std::vector<Instant> kept;
  const std::int64_t begin = at("2025-11-22T08:00:00Z").value();
  for (int day = 0; day < 365; ++day)
    for (int slot = 0; slot < 16; ++slot) {
      kept.push_back(Instant{begin + day * kMillisPerDay + slot * kHalfHour});
      const std::vector<Instant> dropped = backupsToDrop(kept);
      std::erase_if(kept, [&dropped](Instant time) {
        return std::binary_search(dropped.begin(), dropped.end(), time);
      });
    }
  return kept;
}

TEST(BackupThinning, LeavesDaysWeeksAndMonthsAfterAYear) {
  const std::vector<Instant> kept = afterAYear();
  const Instant last = kept.back();
  const auto newestOlderThan = [&](int days) {
    const Instant limit{last.value() - days * kMillisPerDay};
    return std::any_of(kept.begin(), kept.end(), [limit](Instant time) {
      return time <= limit && limit.value() - time.value() < 32 * kMillisPerDay;
    });
  };

  EXPECT_LE(kept.size(), 33U);
  for (int day = 1; day < 7; ++day)
    EXPECT_TRUE(std::any_of(kept.begin(), kept.end(), [&](Instant time) {
      return studyDay(time, UtcOffset{0}, DayStart{0}) ==
             plusDays(studyDay(last, UtcOffset{0}, DayStart{0}), -day);
    })) << day;
  for (const int days : {14, 30, 90, 180, 300})
    EXPECT_TRUE(newestOlderThan(days)) << days;
}

TEST(BackupThinning, DoesNotDependOnTheOrder) {
  std::vector<Instant> times = afterAYear();
  for (int i = 0; i < 40; ++i)
    times.push_back(Instant{at("2026-01-05T00:00:00Z").value() + i * kHalfHour});
  std::vector<Instant> reversed(times.rbegin(), times.rend());

  EXPECT_EQ(backupsToDrop(times), backupsToDrop(reversed));
}

}  // namespace
}  // namespace phaseboard::test
