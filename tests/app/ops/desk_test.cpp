// SPDX-License-Identifier: Apache-2.0
#include "app/ops/desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ops/replay.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using ops::Aspect;
using testing::ElementsAre;
using testing::IsEmpty;

class DeskTest : public testing::Test {
 protected:
  review::PromptState state(const review::Prompt& prompt) {
    const auto row = store.promptRow(prompt.id);
    EXPECT_THAT(row, IsOk());
    return *row ? (*row)->state : review::PromptState{};
  }

  ports::DaySummary today() {
    const auto days = store.daySummaries(StudyDay{0}, StudyDay{100'000});
    EXPECT_THAT(days, IsOk());
    EXPECT_LE(days->size(), 1U);
    return days->empty() ? ports::DaySummary{} : days->front();
  }

  std::string text() {
    const auto current = store.currentAnswer(kAdsModel);
    EXPECT_THAT(current, IsOk());
    return *current ? (*current)->text : "";
  }

  void expectStoredEqualsLog() {
    const auto report = ops::compareWithLog(store, review::MemorySettings{});
    ASSERT_THAT(report, IsOk());
    EXPECT_THAT(report->differences, IsEmpty());
  }

  OpenDesk open = OpenDesk::inMemory();
  ops::Desk& desk = open.desk;
  db::SqliteNotebookStore& store = *open.store;
};

TEST_F(DeskTest, AnsweringAppendsTheEventAndMovesTheSchedule) {
  const review::Prompt prompt = aPrompt("why-calibrate");

  const auto outcome = desk.answerPrompt(prompt, Rating::Good, Millis{4'200});

  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(outcome->state, state(prompt));
  EXPECT_EQ(state(prompt).reps, 1);
  const auto events = store.events(prompt.id);
  ASSERT_THAT(events, IsOk());
  ASSERT_EQ(events->size(), 1U);
  EXPECT_EQ(events->front().rating, Rating::Good);
  EXPECT_EQ(events->front().thinking, Millis{4'200});
  EXPECT_EQ(events->front().contentHash, prompt.contentHash);
  EXPECT_EQ(events->front().at, open.clock.now());
  EXPECT_EQ(events->front().device, store.device());
  EXPECT_EQ(review::replay(*events, {}), state(prompt));
}

TEST_F(DeskTest, AnsweringSaysWhatChanged) {
  const review::Prompt prompt = aPrompt("why-calibrate");

  const auto outcome = desk.answerPrompt(prompt, Rating::Good, Millis{0});

  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(outcome->operation, "answerPrompt");
  EXPECT_TRUE(outcome->changes.touches(Aspect::Review));
  EXPECT_TRUE(outcome->changes.touches(Aspect::Undo));
  EXPECT_THAT(outcome->changes.prompts, ElementsAre(prompt.id));
}

TEST_F(DeskTest, AnsweringCountsForTheDayOfTheQuestion) {
  ASSERT_THAT(desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{1'000}), IsOk());
  ASSERT_THAT(desk.answerPrompt(aPrompt("two"), Rating::Again, Millis{2'000}), IsOk());
  ASSERT_THAT(desk.answerPrompt(aPrompt("two"), Rating::Good, Millis{3'000}), IsOk());

  const ports::DaySummary day = today();

  EXPECT_EQ(day.question, QuestionId{"ads"});
  EXPECT_EQ(day.answers, 3);
  EXPECT_EQ(day.again, 1);
  EXPECT_EQ(day.newPrompts, 2);
  EXPECT_EQ(day.time, Millis{6'000});
  expectStoredEqualsLog();
}

TEST_F(DeskTest, CapsTheThinkingTimeAtTenMinutes) {
  ASSERT_THAT(desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{9'000'000}), IsOk());
  ASSERT_THAT(desk.answerPrompt(aPrompt("two"), Rating::Good, Millis{-5}), IsOk());

  EXPECT_EQ(today().time, Millis{600'000});
}

TEST_F(DeskTest, RefusesAPromptWithoutAKindOrAQuestion) {
  review::Prompt nameless = aPrompt("one");
  nameless.id = PromptId{"nonsense"};
  review::Prompt homeless = aPrompt("one");
  homeless.question = QuestionId{};

  EXPECT_THAT(desk.answerPrompt(nameless, Rating::Good, Millis{0}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(desk.answerPrompt(homeless, Rating::Good, Millis{0}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(*store.promptRows(), IsEmpty());
}

TEST_F(DeskTest, KeepsTheEventsOfAPromptInOrderWhenTheClockGoesBack) {
  const review::Prompt prompt = aPrompt("one");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{0}), IsOk());
  open.clock.advanceDays(-3);

  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Again, Millis{0}), IsOk());

  const auto events = store.events(prompt.id);
  ASSERT_EQ(events->size(), 2U);
  EXPECT_EQ(events->back().rating, Rating::Again);
  EXPECT_EQ(review::replay(*events, {}), state(prompt));
}

TEST_F(DeskTest, TakesAnAnswerBackByVoidingItInTheLog) {
  const review::Prompt prompt = aPrompt("one");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());
  open.clock.advanceDays(1);
  const review::PromptState before = state(prompt);
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Again, Millis{1'000}), IsOk());

  const auto outcome = desk.undo();

  ASSERT_THAT(outcome, IsOk());
  EXPECT_TRUE(outcome->changes.touches(Aspect::Review));
  EXPECT_THAT(outcome->changes.prompts, ElementsAre(prompt.id));
  EXPECT_EQ(state(prompt), before);
  const auto events = store.events(prompt.id);
  ASSERT_EQ(events->size(), 3U);
  EXPECT_EQ(events->back().kind, review::EventKind::Void);
  EXPECT_EQ(events->back().target, (*events)[1].id);
  EXPECT_EQ(store.stats()->reviews, 1);
  expectStoredEqualsLog();
}

TEST_F(DeskTest, MakesAPromptNewAgainWhenItsOnlyAnswerIsTakenBack) {
  const review::Prompt prompt = aPrompt("one");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());

  ASSERT_THAT(desk.undo(), IsOk());

  EXPECT_FALSE(store.promptRow(prompt.id)->has_value());
  EXPECT_EQ(today().answers, 0);
  expectStoredEqualsLog();
}

TEST_F(DeskTest, DoesAnAnswerAgainByRestoringItInTheLog) {
  const review::Prompt prompt = aPrompt("one");
  const auto answered = desk.answerPrompt(prompt, Rating::Good, Millis{1'000});
  ASSERT_THAT(desk.undo(), IsOk());

  ASSERT_THAT(desk.redo(), IsOk());

  EXPECT_EQ(state(prompt), answered->state);
  EXPECT_EQ(store.events(prompt.id)->back().kind, review::EventKind::Restore);
  EXPECT_EQ(today().answers, 1);
  expectStoredEqualsLog();
}

TEST_F(DeskTest, ANewOperationEndsRedo) {
  ASSERT_THAT(desk.markFavourite("ads", true), IsOk());
  ASSERT_THAT(desk.undo(), IsOk());
  ASSERT_THAT(desk.markFavourite("feed", true), IsOk());

  EXPECT_THAT(desk.redo(), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(*store.favourites(), ElementsAre("feed"));
}

TEST_F(DeskTest, SaysThatThereIsNothingToUndoOrRedo) {
  EXPECT_THAT(desk.undo(), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(desk.redo(), FailsWith(ErrorKind::NotFound));
}

TEST_F(DeskTest, NamesTheNextStepOfUndoAndRedo) {
  ASSERT_THAT(desk.markFavourite("ads", true), IsOk());
  ASSERT_THAT(desk.buryPrompt(aPrompt("one").id), IsOk());
  ASSERT_THAT(desk.undo(), IsOk());

  const auto names = store.undoNames();

  ASSERT_THAT(names, IsOk());
  EXPECT_EQ(names->undo, "markFavourite");
  EXPECT_EQ(names->redo, "buryPrompt");
}

TEST_F(DeskTest, HidesSuspendedAndBuriedPromptsFromTheQueue) {
  for (const char* name : {"one", "two", "three"})
    ASSERT_THAT(desk.answerPrompt(aPrompt(name), Rating::Good, Millis{0}), IsOk());
  open.clock.advanceMinutes(30);
  const StudyDay day = studyDay(open.clock.now(), UtcOffset{0}, kDefaultDayStart);

  ASSERT_THAT(desk.suspendPrompt(aPrompt("one").id, true), IsOk());
  ASSERT_THAT(desk.buryPrompt(aPrompt("two").id), IsOk());

  const auto due = store.duePrompts(open.clock.now(), day);
  ASSERT_EQ(due->size(), 1U);
  EXPECT_EQ(due->front().prompt, aPrompt("three").id);
  open.clock.advanceDays(1);
  EXPECT_EQ(store.duePrompts(open.clock.now(), plusDays(day, 1))->size(), 2U);
}

TEST_F(DeskTest, AddsNoStepForAnOperationThatChangesNothing) {
  const PromptId prompt = aPrompt("one").id;

  EXPECT_THAT(desk.suspendPrompt(prompt, false)->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.writeAnswer(kAdsModel, "")->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.discardDraft(kAdsModel)->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.tickKeyPoint(kAdsModel, ItemId{"ads/a"}, false)->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.overrideText("ads", "ask", "", "")->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.markFavourite("ads", false)->changes.aspects, IsEmpty());
  EXPECT_THAT(desk.changeSettings({})->changes.aspects, IsEmpty());

  EXPECT_FALSE(store.undoNames()->undo.has_value());
}

TEST_F(DeskTest, CommitsAnAnswerAndRemovesItsDraft) {
  ASSERT_THAT(desk.keepDraft(kAdsModel, "two tow", std::nullopt), IsOk());
  ASSERT_EQ((*store.draft(kAdsModel))->text, "two tow");

  ASSERT_THAT(desk.writeAnswer(kAdsModel, "two towers"), IsOk());

  EXPECT_EQ(text(), "two towers");
  EXPECT_FALSE(store.draft(kAdsModel)->has_value());
  EXPECT_THAT(*store.answeredKeys(), ElementsAre(kAdsModel));
}

TEST_F(DeskTest, ADraftIsNoStepOfUndo) {
  ASSERT_THAT(desk.keepDraft(kAdsModel, "two tow", std::nullopt), IsOk());

  EXPECT_FALSE(store.undoNames()->undo.has_value());
}

TEST_F(DeskTest, WritingWithinSecondsIsOneStep) {
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "a"), IsOk());
  open.clock.advanceMinutes(1);
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "ab"), IsOk());
  open.clock.advanceSeconds(2);
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "abc"), IsOk());

  ASSERT_THAT(desk.undo(), IsOk());

  EXPECT_EQ(text(), "a");
  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(text(), "abc");
  EXPECT_EQ(store.versions(kAdsModel)->size(), 3U);
}

TEST_F(DeskTest, WritingAfterUndoIsAStepOfItsOwn) {
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "a"), IsOk());
  open.clock.advanceMinutes(1);
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "ab"), IsOk());
  ASSERT_THAT(desk.undo(), IsOk());
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "ax"), IsOk());

  ASSERT_THAT(desk.undo(), IsOk());

  EXPECT_EQ(text(), "a");
}

TEST_F(DeskTest, RestoresAnOldVersionAsANewOne) {
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "first"), IsOk());
  const answers::VersionId first = (*store.currentAnswer(kAdsModel))->id;
  open.clock.advanceMinutes(1);
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "second"), IsOk());

  ASSERT_THAT(desk.restoreAnswer(kAdsModel, first), IsOk());

  EXPECT_EQ(text(), "first");
  EXPECT_EQ(store.versions(kAdsModel)->size(), 3U);
  EXPECT_THAT(desk.restoreAnswer(kAdsModel, answers::VersionId{99}),
              FailsWith(ErrorKind::NotFound));
}

TEST_F(DeskTest, NeverReusesTheNumberOfAVersion) {
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "first"), IsOk());
  const answers::VersionId first = (*store.currentAnswer(kAdsModel))->id;
  ASSERT_THAT(desk.undo(), IsOk());

  ASSERT_THAT(desk.writeAnswer(kAdsModel, "second"), IsOk());

  EXPECT_GT((*store.currentAnswer(kAdsModel))->id, first);
}

TEST_F(DeskTest, KeepsSettingsAndTakesThemBack) {
  ports::Settings wanted;
  wanted.theme = ports::Theme::Dark;
  wanted.interviewDate = dayFromIso("2026-04-01");
  wanted.retention = 0.85;
  wanted.stageMinutes[StageId{"data"}] = 12;

  ASSERT_THAT(desk.changeSettings(wanted), IsOk());
  EXPECT_EQ(*store.settings(), wanted);

  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(*store.settings(), ports::Settings{});
}

TEST_F(DeskTest, RefusesSettingsOutOfTheirRanges) {
  ports::Settings loud;
  loud.textPercent = 400;
  ports::Settings careless;
  careless.retention = 0.2;
  ports::Settings odd;
  odd.parameters = {1, 2, 3};

  EXPECT_THAT(desk.changeSettings(loud), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(desk.changeSettings(careless), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(desk.changeSettings(odd), FailsWith(ErrorKind::InvalidInput));
  EXPECT_EQ(*store.settings(), ports::Settings{});
}

TEST_F(DeskTest, NewParametersGiveEveryMemoryAnew) {
  const review::Prompt prompt = aPrompt("one");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Easy, Millis{0}), IsOk());
  const review::PromptState before = state(prompt);
  ports::Settings fitted;
  const memory::Parameters published;
  fitted.parameters.assign(published.weights().begin(), published.weights().end());
  fitted.parameters[3] = 20;

  ASSERT_THAT(desk.changeSettings(fitted), IsOk());

  EXPECT_DOUBLE_EQ(state(prompt).memory->stability, 20);
  EXPECT_EQ(state(prompt).dueDay, before.dueDay);
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(state(prompt), before);
}

TEST_F(DeskTest, CarriesARenamedPromptOnToItsNewId) {
  const review::Prompt before = aPrompt("before");
  const review::Prompt now = aPrompt("now");
  ASSERT_THAT(desk.answerPrompt(before, Rating::Good, Millis{1'000}), IsOk());
  ASSERT_THAT(desk.suspendPrompt(before.id, true), IsOk());
  const review::PromptState known = state(before);
  PromptPack pack{{now}};
  pack.rename(before.target.value(), now.target.value());

  const auto outcome = desk.followRenames(pack);

  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->changes.prompts, ElementsAre(now.id));
  EXPECT_EQ(state(now), known);
  EXPECT_TRUE((*store.promptRow(now.id))->suspended);
  EXPECT_EQ(store.events(now.id)->size(), 1U);
  EXPECT_FALSE(store.promptRow(before.id)->has_value());
  EXPECT_THAT(desk.followRenames(pack)->changes.aspects, IsEmpty());
  expectStoredEqualsLog();
}

TEST_F(DeskTest, TakesAnAnswerBackAcrossARename) {
  const review::Prompt before = aPrompt("before");
  const review::Prompt now = aPrompt("now");
  const auto answered = desk.answerPrompt(before, Rating::Good, Millis{1'000});
  ASSERT_THAT(answered, IsOk());
  PromptPack pack{{now}};
  pack.rename(before.target.value(), now.target.value());
  ASSERT_THAT(desk.followRenames(pack), IsOk());

  ASSERT_THAT(desk.undo(), IsOk());

  EXPECT_FALSE(store.promptRow(now.id)->has_value());
  EXPECT_EQ(store.events(now.id)->back().kind, review::EventKind::Void);
  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(state(now), answered->state);
  expectStoredEqualsLog();
}

TEST_F(DeskTest, CarriesTheTextsOfARenamedPromptOn) {
  const review::Prompt before = aPrompt("before");
  const review::Prompt now = aPrompt("now");
  ASSERT_THAT(desk.answerPrompt(before, Rating::Good, Millis{1'000}), IsOk());
  ASSERT_THAT(desk.overrideText(before.id.value(), "ask", "In my words?", ""), IsOk());
  PromptPack pack{{now}};
  pack.rename(before.target.value(), now.target.value());

  ASSERT_THAT(desk.followRenames(pack), IsOk());

  ASSERT_EQ(store.overrides(now.id.value())->size(), 1U);
  EXPECT_THAT(desk.undo(), FailsWith(ErrorKind::NotFound)) << "its row was of another id";
}

TEST_F(DeskTest, CarriesAPromptOnIntoARenamedQuestion) {
  const review::Prompt before = aPrompt("one");
  review::Prompt now = before;
  now.question = QuestionId{"adverts"};
  now.target = TargetId{"adverts/one"};
  now.id = review::promptId(now.kind, now.target);
  ASSERT_THAT(desk.answerPrompt(before, Rating::Good, Millis{1'000}), IsOk());
  PromptPack pack{{now}};
  pack.rename(before.target.value(), now.target.value());

  ASSERT_THAT(desk.followRenames(pack), IsOk());

  EXPECT_EQ(today().question, now.question);
  EXPECT_EQ(today().answers, 1);
  ASSERT_THAT(desk.answerPrompt(now, Rating::Good, Millis{1'000}), IsOk());
  expectStoredEqualsLog();
}

TEST_F(DeskTest, LeavesBothLogsWhenBothIdsWereAnswered) {
  const review::Prompt before = aPrompt("before");
  const review::Prompt now = aPrompt("now");
  ASSERT_THAT(desk.answerPrompt(before, Rating::Good, Millis{1'000}), IsOk());
  ASSERT_THAT(desk.answerPrompt(now, Rating::Hard, Millis{1'000}), IsOk());
  PromptPack pack{{now}};
  pack.rename(before.target.value(), now.target.value());

  EXPECT_THAT(desk.followRenames(pack)->changes.aspects, IsEmpty());

  EXPECT_EQ(store.events(before.id)->size(), 1U);
  EXPECT_EQ(store.events(now.id)->size(), 1U);
  expectStoredEqualsLog();
}

TEST_F(DeskTest, RebuildPutsBackWhatTheLogSays) {
  const review::Prompt prompt = aPrompt("one");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());
  const review::PromptState right = state(prompt);
  {
    const auto unit = store.begin();
    review::PromptState wrong = right;
    wrong.reps = 40;
    ASSERT_THAT(store.writeState(prompt.id, wrong), IsOk());
    ASSERT_THAT(store.removeTallies(), IsOk());
    ASSERT_THAT((*unit)->commit(Instant{0}), IsOk());
  }
  EXPECT_EQ(ops::compareWithLog(store, {})->differenceCount, 4) << "schedule, day, recall and time";

  const auto report = ops::rebuildFromLog(store, {});

  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->differenceCount, 4);
  EXPECT_EQ(state(prompt), right);
  expectStoredEqualsLog();
}

}  // namespace
}  // namespace phaseboard::test
