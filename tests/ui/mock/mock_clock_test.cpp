// SPDX-License-Identifier: Apache-2.0
// The clock of an interview in the real window: what the program does when it is killed, when the
// computer sleeps, and when the clock on the wall does something odd. The test moves the clock.
#include <gmock/gmock.h>

#include <QLabel>
#include <QSignalSpy>

#include "tests/support/result_matchers.h"
#include "tests/ui/mock/mock_window.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t kMinuteInMillis = 60'000;

Millis wholeMinutes(std::int64_t count) {
  return Millis{count * kMinuteInMillis};
}

TEST(MockClock, GoesOnWithTheRightTimeAfterTheProgramWasKilled) {
  const test::TemporaryFolder folder;
  mock::MockInfo info;
  mock::Record record{mock::Plan()};
  {
    MockWindow open(folder / "notebook.db");
    open.start(kWholeForm, kNeutralStyle);
    info = open.rehearsal().info();
    open.ask(u"How many users?"_s);
    open.write("mockAnswer", u"Clicks are the label."_s);
    open.rehearsal().keepNow();
    open.drawPart(u"User"_s);
    open.work(7 * kMockMinute);
    record = open.rehearsal().record();
    // What a kill leaves is what the window had written until here, with no pause at its end: the
    // notebook is copied now, and the window may do what it likes afterwards.
    ASSERT_THAT(open.opened.store->settle(), test::IsOk());
    std::filesystem::copy_file(folder / "notebook.db", folder / "killed.db");
  }
  std::filesystem::remove(folder / "notebook.db");
  std::filesystem::remove(folder / "notebook.db-wal");
  std::filesystem::remove(folder / "notebook.db-shm");
  std::filesystem::rename(folder / "killed.db", folder / "notebook.db");

  MockWindow open(folder / "notebook.db", "2026-03-02T08:37:00Z");

  EXPECT_EQ(open.rehearsal().info().id, info.id);
  EXPECT_EQ(open.rehearsal().absence(), wholeMinutes(30));
  EXPECT_THAT(open.find<QLabel>("pausedWords")->text().toStdString(), testing::HasSubstr("30 min"));
  EXPECT_EQ(open.standing().stand, mock::Stand::Paused);
  EXPECT_EQ(open.standing().elapsed, wholeMinutes(7));
  open.click("resumeMock");
  open.work(2 * kMockMinute);
  EXPECT_EQ(open.standing().elapsed, wholeMinutes(9));
  EXPECT_EQ(open.find<QLabel>("mockClock")->text(), u"36:00"_s);
  EXPECT_EQ(open.find<QPlainTextEdit>("mockAnswer")->toPlainText(), u"Clicks are the label."_s);
  EXPECT_EQ(open.canvas().document().all<board::Part>().size(), 1U);
  EXPECT_GE(open.rehearsal().record().events().size(), record.events().size());
}

TEST(MockClock, SaysHowLongTheProgramWasNotRunning) {
  MockWindow open;
  open.start(kWholeForm, kNeutralStyle);
  open.work(3 * kMockMinute);
  const mock::MockInfo info = open.rehearsal().info();
  open.opened.clock.advanceMinutes(25);
  Rehearsal again(open.opened.session);

  ASSERT_TRUE(again.open(info));

  EXPECT_EQ(again.absence(), wholeMinutes(25));
  EXPECT_FALSE(again.isRunning());
  EXPECT_EQ(again.standing().elapsed, wholeMinutes(3));
  EXPECT_EQ(again.standing().away, wholeMinutes(25));
}

TEST(MockClock, DoesNotCountTheSleepOfTheComputerAndSaysSo) {
  MockWindow open;
  open.start(kWholeForm, kNeutralStyle);
  open.work(3 * kMockMinute);
  QSignalSpy said(&open.opened.session, &Session::said);

  open.opened.clock.advanceMinutes(95);
  open.beat();
  open.work(kMockMinute);

  EXPECT_EQ(open.standing().elapsed, wholeMinutes(4));
  EXPECT_EQ(open.standing().away, wholeMinutes(95));
  EXPECT_TRUE(open.rehearsal().isRunning());
  ASSERT_EQ(said.count(), 1);
  EXPECT_THAT(said.first().first().toString().toStdString(),
              testing::HasSubstr("That time is not counted."));
}

TEST(MockClock, ShowsAnOverrunOfTheWhole) {
  MockWindow open;
  open.start(kWholeForm, kNeutralStyle);

  open.work(46 * kMockMinute);

  EXPECT_EQ(open.find<QLabel>("mockClock")->text(), u"\u22121:00"_s);
  for (std::size_t i = 1; i < open.standing().stages.size(); ++i)
    EXPECT_EQ(open.standing().stages[i].allowed, Millis{0});
}

TEST(MockClock, RunsThroughMidnightAndTheChangeToSummerTime) {
  MockWindow open;
  open.opened.clock.set("2026-03-28T23:50:00Z");  // ten to one in Berlin; at one UTC clocks change
  open.opened.clock.travelTo(UtcOffset{60});
  open.start(kWholeForm, kNeutralStyle);
  open.work(20 * kMockMinute);
  EXPECT_EQ(open.standing().elapsed, wholeMinutes(20));
  open.click("pauseMock");
  open.opened.clock.set("2026-03-29T00:55:00Z");
  open.click("resumeMock");
  open.opened.clock.advanceSeconds(20);
  open.beat();

  open.opened.clock.travelTo(UtcOffset{120});
  open.work(10 * kMockMinute - 20);

  EXPECT_EQ(open.standing().elapsed, wholeMinutes(30));
  EXPECT_EQ(open.standing().paused, wholeMinutes(45));
  EXPECT_EQ(open.standing().away, wholeMinutes(0));
  EXPECT_EQ(open.find<QLabel>("mockClock")->text(), u"15:00"_s);
}

TEST(MockClock, LosesAtMostABeatWhenTheClockIsSetBack) {
  MockWindow open;
  open.start(kWholeForm, kNeutralStyle);
  open.work(5 * kMockMinute);

  open.opened.clock.set("2026-03-02T07:00:00Z");
  open.work(2 * kMockMinute);

  EXPECT_EQ(open.standing().elapsed, Millis{7 * kMinuteInMillis - 20'000});
}

TEST(MockClock, StandsStillOnAnotherScreen) {
  MockWindow open;
  open.start(kWholeForm, kNeutralStyle);
  open.work(2 * kMockMinute);

  open.window.goTo(Place{.screen = ScreenName::Study});
  open.opened.clock.advanceMinutes(9);
  open.window.goTo(Place{.screen = ScreenName::Mock});

  EXPECT_EQ(open.standing().stand, mock::Stand::Paused);
  EXPECT_EQ(open.standing().elapsed, wholeMinutes(2));
  EXPECT_EQ(open.standing().paused, wholeMinutes(9));
}

}  // namespace
}  // namespace phaseboard::ui
