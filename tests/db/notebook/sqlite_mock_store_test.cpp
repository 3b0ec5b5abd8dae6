// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_mock_store.h"

#include <gmock/gmock.h>

#include "app/board/history.h"
#include "db/connection.h"
#include "tests/support/open_mocks.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using mock::EventKind;

TEST(MockOperations, BringsAnAttemptBackAsItWasPlanned) {
  const TemporaryFolder folder;
  mock::MockInfo made;
  {
    OpenMocks open{folder / "n.db"};
    made = open.start();
  }
  const OpenMocks open{folder / "n.db"};

  const auto found = open.store.mock(made.id);

  ASSERT_THAT(found, IsOk());
  ASSERT_TRUE(found->has_value());
  EXPECT_EQ(**found, made);
  EXPECT_EQ(open.record(made).stand(), mock::Stand::Running);
}

TEST(MockOperations, KeepsTheRecordWithItsWords) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  open.open.clock.advanceSeconds(5);

  ASSERT_THAT(open.note(info, EventKind::StageEntered, "core"), IsOk());
  ASSERT_THAT(open.note(info, EventKind::Asked, "ads/ask-scale", "How many users? \xe2\x80\x94"),
              IsOk());

  const auto events = open.store.events(info.id);
  ASSERT_THAT(events, IsOk());
  ASSERT_EQ(events->size(), 3U);
  EXPECT_EQ(events->at(1).subject, "core");
  EXPECT_EQ(events->at(2).text, "How many users? \xe2\x80\x94");
  EXPECT_EQ(events->at(2).at, open.open.clock.now());
}

TEST(MockOperations, RefusesALineTwiceAndOneTooEarly) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  const mock::Event beat{2, open.open.clock.now(), EventKind::Beat, {}, {}};
  ASSERT_THAT(open.mocks.noteMock(info.id, beat), IsOk());

  EXPECT_THAT(open.mocks.noteMock(info.id, beat), FailsWith(ErrorKind::AlreadyExists));
  EXPECT_THAT(open.mocks.noteMock(info.id, {9, Instant{0}, EventKind::Beat, {}, {}}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(open.mocks.noteMock(mock::MockId{"nobody"}, {1, Instant{0}, EventKind::Beat, {}, {}}),
              FailsWith(ErrorKind::NotFound));
}

TEST(MockOperations, TellsNobodyAboutABeat) {
  OpenMocks open;
  const mock::MockInfo info = open.start();

  const auto beat = open.note(info, EventKind::Beat);

  ASSERT_THAT(beat, IsOk());
  EXPECT_TRUE(beat->changes.aspects.empty());
}

TEST(MockOperations, KeepsTheNewestTextOfEachPhase) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  const std::string name = mock::textOf(PhaseId{"data"});
  ASSERT_THAT(open.mocks.keepMockText(info.id, name, "Clicks"), IsOk());

  ASSERT_THAT(open.mocks.keepMockText(info.id, name, "Clicks within 24 h"), IsOk());

  EXPECT_EQ(open.store.texts(info.id)->at(name), "Clicks within 24 h");
  EXPECT_THAT(open.mocks.keepMockText(info.id, name, std::string(200'001, 'x')),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(MockOperations, IsNoStepThatUndoCouldEndAnInterviewWith) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  ASSERT_THAT(open.note(info, EventKind::Beat), IsOk());
  ASSERT_THAT(open.mocks.keepMockText(info.id, "phase:data", "text"), IsOk());

  EXPECT_THAT(open.open.desk.undo(), FailsWith(ErrorKind::NotFound));
  EXPECT_TRUE(open.store.unfinishedMock()->has_value());
}

TEST(MockOperations, FindsWhatWasNotFinished) {
  OpenMocks open;
  const mock::MockInfo first = open.start();
  ASSERT_THAT(open.note(first, EventKind::Finished), IsOk());
  EXPECT_FALSE(open.store.unfinishedMock()->has_value());
  EXPECT_TRUE(open.store.mock(first.id)->value().finishedAt.has_value());
  open.open.clock.advanceMinutes(1);

  const mock::MockInfo second = open.start(mock::Form::FollowUps);

  EXPECT_EQ(open.store.unfinishedMock()->value().id, second.id);
  EXPECT_EQ(open.store.mocks()->front().id, second.id);
}

TEST(MockOperations, TicksAndTakesTicksBack) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  ASSERT_THAT(open.mocks.tickMock(info.id, {"ads/a", "ads/b"}, true), IsOk());
  ASSERT_THAT(open.mocks.tickMock(info.id, {"ads/a"}, false), IsOk());
  EXPECT_EQ(*open.store.ticks(info.id), std::set<std::string>{"ads/b"});

  ASSERT_THAT(open.open.desk.undo(), IsOk());
  EXPECT_EQ(open.store.ticks(info.id)->size(), 2U);
  ASSERT_THAT(open.open.desk.undo(), IsOk());

  EXPECT_TRUE(open.store.ticks(info.id)->empty());
}

TEST(MockOperations, KeepsTheOutcomeAndMakesMissesDueAsOneStep) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  const mock::Outcome outcome{{}, 12, 30, 0.5, content::Level::Senior};
  const std::vector<ops::ConfirmedGrade> misses{{aPrompt("one"), memory::Rating::Again},
                                                {aPrompt("two"), memory::Rating::Again}};
  EXPECT_THAT(open.mocks.debriefMock(info.id, outcome, misses), FailsWith(ErrorKind::InvalidInput));
  ASSERT_THAT(open.note(info, EventKind::Finished), IsOk());

  ASSERT_THAT(open.mocks.debriefMock(info.id, outcome, misses), IsOk());

  const auto kept = open.store.mock(info.id)->value().outcome;
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->covered, 12);
  EXPECT_EQ(kept->board, 0.5);
  EXPECT_EQ(kept->level, content::Level::Senior);
  EXPECT_EQ(open.open.store->promptRows()->size(), 2U);

  ASSERT_THAT(open.open.desk.undo(), IsOk());
  EXPECT_FALSE(open.store.mock(info.id)->value().outcome.has_value());
  for (const char* name : {"one", "two"})
    EXPECT_EQ(open.open.store->events(aPrompt(name).id)->size(), 2U) << "graded, and voided";
}

TEST(MockOperations, GradesNothingWhenOneMissIsWrong) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  ASSERT_THAT(open.note(info, EventKind::Finished), IsOk());
  review::Prompt nameless = aPrompt("two");
  nameless.question = QuestionId{};

  EXPECT_THAT(open.mocks.debriefMock(
                  info.id, {{}, 1, 2, std::nullopt, std::nullopt},
                  {{aPrompt("one"), memory::Rating::Again}, {nameless, memory::Rating::Again}}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_TRUE(open.open.store->promptRows()->empty());
  EXPECT_FALSE(open.store.mock(info.id)->value().outcome.has_value());
}

TEST(MockOperations, HidesAnAttemptWithItsBoardAndBringsBothBack) {
  OpenMocks open;
  const mock::MockInfo info = open.start();
  ASSERT_TRUE(open.boards.board(*info.board)->has_value());

  ASSERT_THAT(open.mocks.removeMock(info.id), IsOk());
  EXPECT_FALSE(open.store.mock(info.id)->has_value());
  EXPECT_FALSE(open.boards.board(*info.board)->has_value());

  ASSERT_THAT(open.open.desk.undo(), IsOk());
  EXPECT_TRUE(open.store.mock(info.id)->has_value());
  EXPECT_TRUE(open.boards.board(*info.board)->has_value());
}

TEST(MockOperations, GrowsOnly) {
  OpenMocks open;
  (void)open.start();
  db::Connection& db = open.open.store->connection();

  EXPECT_ANY_THROW(db.execute("DELETE FROM mock_event"));
  EXPECT_ANY_THROW(db.execute("UPDATE mock_event SET at_ms = 0"));
}

}  // namespace
}  // namespace phaseboard::test
