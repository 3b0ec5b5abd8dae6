// SPDX-License-Identifier: Apache-2.0
#include "app/mock/standing.h"

#include <gtest/gtest.h>

#include "tests/app/mock/mock_builder.h"

namespace phaseboard::test {
namespace {

using mock::Budget;
using mock::EventKind;
using mock::Stand;
using mock::Standing;

TEST(MockStanding, CountsDownWhileTheUserWorks) {
  Attempt attempt;

  attempt.work(90);

  const Standing standing = attempt.standing();
  EXPECT_EQ(standing.stand, Stand::Running);
  EXPECT_EQ(standing.elapsed, seconds(90));
  EXPECT_EQ(standing.left, seconds(45 * 60 - 90));
  EXPECT_EQ(standing.stages.at(0).spent, seconds(90));
  EXPECT_EQ(standing.phases.at(PhaseId{"clarify"}), seconds(90));
}

TEST(MockStanding, CountsBetweenTwoBeatsToo) {
  Attempt attempt;
  attempt.work(10);

  attempt.clock.advanceSeconds(3);

  EXPECT_EQ(attempt.standing().elapsed, seconds(13));
}

TEST(MockStanding, GoesBelowZeroWhenTheWholeOverruns) {
  Attempt attempt;

  attempt.workMinutes(47);

  EXPECT_EQ(attempt.standing().left, minutes(-2));
}

TEST(MockStanding, GivesEachMinuteToThePhaseThatIsWorkedIn) {
  Attempt attempt;
  attempt.workMinutes(4);
  attempt.enter("core");
  attempt.workMinutes(5);
  attempt.moveTo("model");
  attempt.workMinutes(3);
  attempt.moveTo("clarify");  // noting something down that was forgotten
  attempt.workMinutes(1);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.phases.at(PhaseId{"clarify"}), minutes(5));
  EXPECT_EQ(standing.phases.at(PhaseId{"data"}), minutes(5));
  EXPECT_EQ(standing.phases.at(PhaseId{"model"}), minutes(3));
  EXPECT_EQ(standing.stages.at(1).spent, minutes(9));
  EXPECT_EQ(standing.phase, PhaseId{"clarify"});
}

TEST(MockStanding, EntersAStageWithItsFirstPhase) {
  Attempt attempt;

  attempt.enter("core");

  EXPECT_EQ(attempt.standing().phase, PhaseId{"data"});
  EXPECT_EQ(attempt.standing().stage, 1U);
}

TEST(MockStanding, HasNoPhaseInAFollowUpRound) {
  Attempt attempt(aPlan(mock::Form::FollowUps));
  attempt.workMinutes(2);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.phase, std::nullopt);
  EXPECT_TRUE(standing.phases.empty());
  EXPECT_EQ(standing.left, minutes(8));
}

TEST(MockStanding, StandsStillWhilePaused) {
  Attempt attempt;
  attempt.workMinutes(2);
  attempt.pause();
  attempt.clock.advanceMinutes(90);

  const Standing paused = attempt.standing();
  attempt.resume();
  attempt.workMinutes(1);

  EXPECT_EQ(paused.stand, Stand::Paused);
  EXPECT_EQ(paused.elapsed, minutes(2));
  EXPECT_EQ(paused.paused, minutes(90));
  EXPECT_EQ(attempt.standing().elapsed, minutes(3));
  EXPECT_EQ(attempt.standing().paused, minutes(90));
  EXPECT_EQ(attempt.standing().away, minutes(0));
}

TEST(MockStanding, StopsForEverWhenFinished) {
  Attempt attempt;
  attempt.workMinutes(3);
  attempt.note(EventKind::Finished);
  attempt.clock.advanceDays(2);

  EXPECT_EQ(attempt.standing().elapsed, minutes(3));
  EXPECT_EQ(attempt.standing().away, minutes(0));
}

TEST(MockStanding, CallsASleepingComputerAwayAndGoesOnWhereItWas) {
  Attempt attempt;
  attempt.workMinutes(12);
  attempt.clock.advanceSeconds(3);
  attempt.clock.advanceMinutes(480);  // the lid was closed; no beat was written meanwhile
  attempt.note(EventKind::Beat);
  attempt.workMinutes(1);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.elapsed, minutes(13));
  EXPECT_EQ(standing.away, seconds(480 * 60 + 3));
}

TEST(MockStanding, SaysHowLongNobodyWasThere) {
  Attempt attempt;
  attempt.workMinutes(1);
  EXPECT_EQ(mock::absenceBefore(attempt.record(), attempt.clock.now()), std::nullopt);

  attempt.clock.advanceMinutes(7);

  EXPECT_EQ(mock::absenceBefore(attempt.record(), attempt.clock.now()), minutes(7));
}

TEST(MockStanding, CountsAQuickRestartAsWork) {
  Attempt attempt;
  attempt.work(60);

  attempt.clock.advanceSeconds(20);  // killed, and started again at once
  attempt.note(EventKind::Beat);

  EXPECT_EQ(attempt.standing().elapsed, seconds(80));
  EXPECT_EQ(attempt.standing().away, seconds(0));
}

/// A kill can come between any two lines: what is left of the record gives the clock of that
/// moment, and never more than a beat less than the user saw.
TEST(MockStanding, LosesLessThanABeatWhereverTheRecordEnds) {
  Attempt attempt;
  attempt.work(93);
  attempt.enter("core");
  attempt.work(64);
  attempt.pause();
  attempt.clock.advanceMinutes(5);
  attempt.resume();
  attempt.work(31);
  const std::vector<mock::Event>& all = attempt.record().events();

  Millis seen{0};
  for (std::size_t kept = 1; kept <= all.size(); ++kept) {
    SCOPED_TRACE(kept);
    const auto record =
        *mock::Record::replay(aPlan(), {all.begin(), all.begin() + static_cast<int>(kept)});
    const Instant last = all[kept - 1].at;
    // Killed just before the next line, started again an hour later.
    const Standing again = mock::standingAt(record, Instant{last.value() + 3'600'000});
    const Standing then = mock::standingAt(record, last);
    EXPECT_EQ(again.elapsed, then.elapsed);
    EXPECT_GE(again.elapsed, seen);
    EXPECT_LE(again.elapsed.value() - seen.value(), mock::kBeatEvery.value());
    seen = again.elapsed;
  }
  EXPECT_EQ(seen, seconds(93 + 64 + 31));
}

TEST(MockStanding, CrossesMidnightAndTheNightsWhenClocksChange) {
  // By UTC nothing jumps; each of these starts shortly before its midnight or change.
  for (const char* start : {"2026-03-02T23:50:00Z", "2026-03-29T00:45:00Z", "2026-10-25T00:45:00Z",
                            "2026-12-31T23:40:00Z"}) {
    SCOPED_TRACE(start);
    Attempt night;
    night.pause();
    night.clock.set(start);
    night.resume();
    night.workMinutes(20);
    night.clock.travelTo(UtcOffset{7'200});  // the offset of local time changed meanwhile
    night.workMinutes(5);

    EXPECT_EQ(night.standing().elapsed, minutes(25));
    EXPECT_EQ(night.standing().away, minutes(0));
  }
}

TEST(MockStanding, LosesAtMostABeatWhenTheClockIsSetBack) {
  Attempt attempt;
  attempt.workMinutes(10);
  attempt.clock.advanceSeconds(4);
  attempt.clock.advanceMinutes(-60);
  attempt.note(EventKind::Beat);
  attempt.workMinutes(10);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.elapsed, minutes(20));
  EXPECT_EQ(standing.away, minutes(0));
}

TEST(MockStanding, DoesNotCountAClockThatIsSetForward) {
  Attempt attempt;
  attempt.workMinutes(10);
  attempt.clock.advanceMinutes(60);
  attempt.note(EventKind::Beat);
  attempt.workMinutes(10);

  EXPECT_EQ(attempt.standing().elapsed, minutes(20));
}

TEST(MockStanding, WarnsWhenAFifthOfTheStageIsLeft) {
  Attempt attempt;
  attempt.work(8 * 60 - 5);
  const Budget before = attempt.standing().stages.at(0).state;
  attempt.work(5);

  EXPECT_EQ(before, Budget::Kept);
  EXPECT_EQ(attempt.standing().stages.at(0).state, Budget::Short);
}

TEST(MockStanding, BorrowsAnOverrunFromTheNextStageWhileItHappens) {
  Attempt attempt;
  attempt.workMinutes(13);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.stages.at(0).state, Budget::Over);
  EXPECT_EQ(standing.stages.at(1).borrowed(), minutes(3));
  EXPECT_EQ(standing.stages.at(1).allowed, minutes(17));
  EXPECT_EQ(standing.stages.at(2).borrowed(), minutes(0));
}

TEST(MockStanding, BorrowsFromTheStageAfterWhenTheNextHasNothingLeft) {
  Attempt attempt;
  attempt.workMinutes(34);

  const Standing standing = attempt.standing();

  EXPECT_EQ(standing.stages.at(1).allowed, minutes(0));
  EXPECT_EQ(standing.stages.at(2).allowed, minutes(11));
}

TEST(MockStanding, GivesWhatIsLeftOverToTheNextStage) {
  Attempt attempt;
  attempt.workMinutes(6);
  const Millis during = attempt.standing().stages.at(1).allowed;
  attempt.enter("core");

  EXPECT_EQ(during, minutes(20));
  EXPECT_EQ(attempt.standing().stages.at(1).allowed, minutes(24));
  EXPECT_EQ(attempt.standing().stages.at(1).borrowed(), minutes(-4));
}

TEST(MockStanding, AddsUpAStageThatIsEnteredAgain) {
  Attempt attempt;
  attempt.workMinutes(5);
  attempt.enter("core");
  attempt.workMinutes(2);
  attempt.enter("goal");
  attempt.workMinutes(1);

  EXPECT_EQ(attempt.standing().stages.at(0).spent, minutes(6));
  EXPECT_EQ(attempt.standing().stage, 0U);
}

/// Whatever happens, budgets that are allowed add up to the whole while nothing overruns it.
TEST(MockStanding, NeverAllowsMoreThanThereIs) {
  SeededChance chance{20};
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    Attempt attempt;
    for (int step = 0; step < 12; ++step) {
      attempt.work(static_cast<int>(chance.next() % 400));
      const char* stages[] = {"goal", "core", "run"};
      attempt.enter(stages[chance.next() % 3]);
    }
    const Standing standing = attempt.standing();
    std::int64_t spent = 0;
    for (const mock::StageTime& stage : standing.stages) {
      EXPECT_GE(stage.allowed, Millis{0});
      EXPECT_LE(stage.allowed.value(), minutes(45).value());
      spent += stage.spent.value();
    }
    EXPECT_EQ(Millis{spent}, standing.elapsed);
    EXPECT_EQ(standing.left.value(), minutes(45).value() - spent);
  }
}

TEST(MockStanding, ListsEachFollowUpOnce) {
  Attempt attempt;
  attempt.note(EventKind::FollowUpShown, "tenfold:q/d");
  attempt.note(EventKind::FollowUpShown, "privacy:q/d");
  attempt.note(EventKind::FollowUpAnswered, "tenfold:q/d");
  attempt.note(EventKind::FollowUpShown, "tenfold:q/d");

  EXPECT_EQ(attempt.standing().followUpsShown.size(), 2U);
  EXPECT_EQ(attempt.standing().followUpsAnswered.size(), 1U);
}

}  // namespace
}  // namespace phaseboard::test
