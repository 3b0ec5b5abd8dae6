// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ops/desk.h"
#include "app/ops/replay.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using ops::Aspect;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

review::Prompt anOwnDraft() {
  review::Prompt draft;
  draft.question = QuestionId{"ads"};
  draft.phase = PhaseId{"model"};
  draft.diagram = DiagramId{"ads/path"};
  draft.part = PartId{"rank"};
  draft.ask = "Why two stages?";
  draft.answer = "Latency.";
  return draft;
}

review::Prompt aPhasePrompt() {
  return review::makePrompt(review::PromptKind::AnswerPhase, TargetId{"ads#model"},
                            QuestionId{"ads"}, PhaseId{"model"}, "Answer.", "");
}

class DeskPromptsTest : public testing::Test {
 protected:
  std::vector<review::Prompt> own() {
    const auto all = store.ownPrompts();
    EXPECT_THAT(all, IsOk());
    return *all;
  }
  review::Prompt made() {
    const auto outcome = desk.createPrompt(anOwnDraft());
    EXPECT_THAT(outcome, IsOk());
    return outcome->prompt;
  }
  review::PromptState state(const PromptId& prompt) {
    const auto row = store.promptRow(prompt);
    EXPECT_THAT(row, IsOk());
    return *row ? (*row)->state : review::PromptState{};
  }
  std::vector<ItemId> ticks() { return *store.tickedKeyPoints(kAdsModel); }
  std::string text() {
    const auto current = *store.currentAnswer(kAdsModel);
    return current ? current->text : "";
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

TEST_F(DeskPromptsTest, KeepsAnOwnPromptAsItWasWritten) {
  const review::Prompt prompt = made();

  ASSERT_THAT(own(), SizeIs(1));
  const review::Prompt kept = own().front();
  EXPECT_EQ(kept.id, prompt.id);
  EXPECT_EQ(kept.kind, review::PromptKind::Own);
  EXPECT_EQ(kept.ask, "Why two stages?");
  EXPECT_EQ(kept.answer, "Latency.");
  EXPECT_EQ(kept.diagram, DiagramId{"ads/path"});
  EXPECT_EQ(kept.part, PartId{"rank"});
  EXPECT_EQ(kept.contentHash, prompt.contentHash);
}

TEST_F(DeskPromptsTest, RefusesAnOwnPromptThatAsksOrAnswersNothing) {
  for (const auto field : {&review::Prompt::ask, &review::Prompt::answer}) {
    review::Prompt draft = anOwnDraft();
    draft.*field = " \n";
    EXPECT_THAT(desk.createPrompt(draft), FailsWith(ErrorKind::InvalidInput));
  }
  EXPECT_THAT(own(), IsEmpty());
}

TEST_F(DeskPromptsTest, EditsDeletesAndTakesBothBack) {
  review::Prompt prompt = made();
  prompt.answer = "Latency and cost.";

  ASSERT_THAT(desk.editPrompt(prompt), IsOk());
  EXPECT_EQ(own().front().answer, "Latency and cost.");
  ASSERT_THAT(desk.deletePrompt(prompt.id), IsOk());
  EXPECT_THAT(own(), IsEmpty());

  const auto undone = desk.undo();
  ASSERT_THAT(undone, IsOk());
  EXPECT_TRUE(undone->changes.touches(Aspect::OwnPrompts));
  EXPECT_EQ(own().front().answer, "Latency and cost.");
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(own().front().answer, "Latency.");
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_THAT(own(), IsEmpty());
  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(own().front().id, prompt.id);
}

TEST_F(DeskPromptsTest, SchedulesAnOwnPromptLikeAnyOtherAndKeepsThatWhenItIsDeleted) {
  const review::Prompt prompt = made();
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Easy, Millis{1'000}), IsOk());
  const review::PromptState before = state(prompt.id);

  ASSERT_THAT(desk.deletePrompt(prompt.id), IsOk());

  EXPECT_EQ(state(prompt.id), before);
  EXPECT_GT(before.reps, 0);
  expectStoredEqualsLog();
}

TEST_F(DeskPromptsTest, ChangesNothingAboutAPromptThatIsNotOnesOwn) {
  EXPECT_THAT(desk.deletePrompt(PromptId{"own:gone"}), FailsWith(ErrorKind::NotFound));
  review::Prompt prompt = made();
  const auto outcome = desk.editPrompt(prompt);
  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->changes.aspects, IsEmpty());
}

TEST_F(DeskPromptsTest, AnswersAPhaseInOneStep) {
  ASSERT_THAT(desk.tickKeyPoint(kAdsModel, ItemId{"ads/old"}, true), IsOk());
  const auto outcome =
      desk.answerPhase(aPhasePrompt(), {"Two towers.", {ItemId{"ads/a"}, ItemId{"ads/b"}}},
                       Rating::Good, Millis{60'000});

  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(text(), "Two towers.");
  EXPECT_THAT(ticks(), UnorderedElementsAre(ItemId{"ads/a"}, ItemId{"ads/b"}));
  EXPECT_EQ(state(aPhasePrompt().id).reps, 1);
  EXPECT_THAT(outcome->changes.answers, ElementsAre(kAdsModel));

  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(text(), "");
  EXPECT_THAT(ticks(), ElementsAre(ItemId{"ads/old"}));
  EXPECT_EQ(state(aPhasePrompt().id), review::PromptState{});
  expectStoredEqualsLog();

  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(text(), "Two towers.");
  expectStoredEqualsLog();
}

TEST_F(DeskPromptsTest, LeavesTheWrittenAnswerAloneWhenThePhaseWasSaidAloud) {
  ASSERT_THAT(desk.writeAnswer(kAdsModel, "My answer."), IsOk());

  ASSERT_THAT(desk.answerPhase(aPhasePrompt(), {"", {ItemId{"ads/a"}}}, Rating::Hard, Millis{1}),
              IsOk());

  EXPECT_EQ(text(), "My answer.");
  EXPECT_THAT(ticks(), ElementsAre(ItemId{"ads/a"}));
}

TEST_F(DeskPromptsTest, RemovesTheDraftThatBecameTheAnswer) {
  ASSERT_THAT(desk.keepDraft(kAdsModel, "Two towers.", std::nullopt), IsOk());

  ASSERT_THAT(desk.answerPhase(aPhasePrompt(), {"Two towers.", {}}, Rating::Good, Millis{1}),
              IsOk());

  EXPECT_EQ(*store.draft(kAdsModel), std::nullopt);
}

TEST_F(DeskPromptsTest, RefusesToAnswerAPhaseWithAnotherPrompt) {
  EXPECT_THAT(desk.answerPhase(aPrompt("why"), {}, Rating::Good, Millis{1}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST_F(DeskPromptsTest, StartsAPromptAfreshAndTakesThatBack) {
  const review::Prompt prompt = aPrompt("why");
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Easy, Millis{1'000}), IsOk());
  open.clock.advanceDays(30);
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());
  const review::PromptState before = state(prompt.id);

  ASSERT_THAT(desk.startAfresh(prompt.id), IsOk());

  EXPECT_EQ(state(prompt.id), review::PromptState{});
  expectStoredEqualsLog();
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(state(prompt.id), before);
  expectStoredEqualsLog();
  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(state(prompt.id), review::PromptState{});
  ASSERT_THAT(desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());
  EXPECT_EQ(state(prompt.id).reps, 1);
  expectStoredEqualsLog();
}

TEST_F(DeskPromptsTest, StartsNothingAfreshThatIsNew) {
  const auto outcome = desk.startAfresh(aPrompt("why").id);

  ASSERT_THAT(outcome, IsOk());
  EXPECT_THAT(outcome->changes.aspects, IsEmpty());
  EXPECT_THAT(*store.events(aPrompt("why").id), IsEmpty());
}

TEST(DeskDrafts, OfTheSameWordsAreKeptAnewOverAnotherVersion) {
  OpenDesk open = OpenDesk::inMemory();
  ASSERT_THAT(open.desk.writeAnswer(kAdsModel, "two towers"), IsOk());
  const answers::VersionId version = open.store->currentAnswer(kAdsModel).value()->id;
  ASSERT_THAT(open.desk.keepDraft(kAdsModel, "three", std::nullopt), IsOk());

  ASSERT_THAT(open.desk.keepDraft(kAdsModel, "three", version), IsOk());

  EXPECT_EQ(open.store->draft(kAdsModel).value()->basedOn, version);
}

TEST(DeskFlags, GoAsTheyCame) {
  OpenDesk open = OpenDesk::inMemory();
  ASSERT_THAT(open.desk.flagPrompt(aPrompt("one").id, true), IsOk());
  EXPECT_THAT(open.store->flaggedPrompts().value(), SizeIs(1));

  ASSERT_THAT(open.desk.flagPrompt(aPrompt("one").id, false), IsOk());

  EXPECT_THAT(open.store->flaggedPrompts().value(), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::test
