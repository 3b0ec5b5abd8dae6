// SPDX-License-Identifier: Apache-2.0
// Every change of clocks from 2000 to 2037 in every zone that the system knows, with every day
// start: in one zone the study day never goes back.
// PHASEBOARD_ZONE_STEP: every so many changes are looked at; 1 is all of them.
#include <iostream>
#include <vector>

#include <gtest/gtest.h>

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QTimeZone>

#include "app/base/study_clock.h"
#include "tests/support/run_numbers.h"

namespace phaseboard::ui {
namespace {

constexpr std::uint64_t kUsualZoneStep = 41;
constexpr std::int64_t kQuarter = 15 * 60'000;
constexpr int kQuartersAround = 12;  ///< three hours

class ZoneClock : public Clock {
 public:
  explicit ZoneClock(const QByteArray& zone) : m_zone(zone) {}

  [[nodiscard]] Instant now() const override { return Instant{0}; }
  [[nodiscard]] UtcOffset offsetAt(Instant moment) const override {
    return UtcOffset(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment.value(), Qt::UTC)));
  }
  /// The moments at which the offset changes.
  [[nodiscard]] std::vector<std::int64_t> changes() const {
    std::vector<std::int64_t> found;
    const auto all = m_zone.transitions(QDateTime({2000, 1, 1}, {0, 0}, Qt::UTC),
                                        QDateTime({2038, 1, 1}, {0, 0}, Qt::UTC));
    for (const QTimeZone::OffsetData& one : all) {
      const std::int64_t at = one.atUtc.toMSecsSinceEpoch();
      if (offsetAt(Instant{at - 1}) != offsetAt(Instant{at}))
        found.push_back(at);
    }
    return found;
  }

 private:
  QTimeZone m_zone;
};

/// All that the machine knows, older names among them, which Qt does not list.
QByteArrayList everyZone() {
  QByteArrayList zones = QTimeZone::availableTimeZoneIds();
  const QDir folder(QStringLiteral("/usr/share/zoneinfo"));
  for (QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
       files.hasNext();) {
    const QByteArray name = folder.relativeFilePath(files.next()).toUtf8();
    // The same once more: "posix" as it is, "right" with leap seconds.
    if (!name.startsWith("posix") && !name.startsWith("right") && !zones.contains(name) &&
        QTimeZone(name).isValid())
      zones += name;
  }
  return zones;
}

/// The local time that quarters of an hour show around a change, and a millisecond either side.
std::vector<Instant> momentsAround(std::int64_t change) {
  std::vector<Instant> moments;
  for (int quarter = -kQuartersAround; quarter <= kQuartersAround; ++quarter) {
    if (quarter == 0)
      moments.emplace_back(change - 1);
    moments.emplace_back(change + quarter * kQuarter);
  }
  moments.emplace_back(change + kMillisPerDay - 1);
  moments.emplace_back(change + kMillisPerDay);
  return moments;
}

void expectDaysInOrder(const ZoneClock& clock, std::int64_t change, const QByteArray& zone) {
  for (int start = 0; start < 24; ++start) {
    StudyDay last = studyDayAt(clock, Instant{change - 13 * kQuarter}, DayStart{start});
    for (const Instant moment : momentsAround(change)) {
      const StudyDay day = studyDayAt(clock, moment, DayStart{start});
      ASSERT_GE(day, last) << zone.toStdString() << ", " << toIso(moment) << ", start " << start;
      ASSERT_LE(day.value() - studyDay(moment, clock.offsetAt(moment), DayStart{start}).value(), 1);
      last = day;
    }
  }
}

TEST(TimeZones, NoChangeOfClocksLetsAStudyDayGoBack) {
  const std::uint64_t step = test::numberFrom("PHASEBOARD_ZONE_STEP", kUsualZoneStep);
  std::uint64_t changes = 0;
  std::uint64_t seen = 0;
  const QByteArrayList zones = everyZone();
  for (const QByteArray& zone : zones) {
    const ZoneClock clock(zone);
    for (const std::int64_t change : clock.changes())
      if (changes++ % step == 0) {
        ASSERT_NO_FATAL_FAILURE(expectDaysInOrder(clock, change, zone));
        ++seen;
      }
  }
  EXPECT_GT(changes, 10'000U);
  std::cout << seen << " of " << changes << " changes of clocks in " << zones.size()
            << " zones, no day went back\n";
}

/// Clocks at Troll go back from three to one o'clock, past a day that starts at two.
TEST(TimeZones, ADayThatHadBegunGoesOnWhenClocksAreSetBackOverItsStart) {
  if (!QTimeZone::isTimeZoneIdAvailable("Antarctica/Troll"))
    GTEST_SKIP() << "no such zone here";
  const ZoneClock clock("Antarctica/Troll");
  const Instant before = *instantFromIso("2026-10-25T00:59:59Z");
  const Instant after = *instantFromIso("2026-10-25T01:00:01Z");
  ASSERT_LT(clock.offsetAt(after), clock.offsetAt(before));

  EXPECT_EQ(toIso(studyDayAt(clock, before, DayStart{2})), "2026-10-25");
  EXPECT_EQ(toIso(studyDayAt(clock, after, DayStart{2})), "2026-10-25");
  EXPECT_EQ(studyDayAt(clock, after, DayStart{4}), StudyDay{20'750});
}

}  // namespace
}  // namespace phaseboard::ui
