// SPDX-License-Identifier: Apache-2.0
#include "app/ops/import_operations.h"

#include <gmock/gmock.h>

#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using exchange::Incoming;
using exchange::IncomingPrompt;
using exchange::IncomingReview;
using memory::Rating;
using ops::ImportOutcome;
using ops::ImportPlace;
using ops::ImportPreview;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t kImportedAt = 1'760'000'000'000;  // 2025-10-09
constexpr std::int64_t kImportedDay = 86'400;
const ImportPlace kSomewhere{QuestionId{"ads"}, PhaseId{"model"}};

IncomingPrompt cardFromAnki(const std::string& guid) {
  IncomingPrompt prompt;
  prompt.origin = "anki:" + guid + ":0";
  prompt.ask = "What is " + guid + "?";
  prompt.answer = "It is this.";
  prompt.reviews = {
      {Instant{kImportedAt}, Rating::Good, Millis{4'000}, 600},
      {Instant{kImportedAt + 700'000}, Rating::Good, Millis{3'000}, 3 * kImportedDay},
      {Instant{kImportedAt + 3 * 86'400'000}, Rating::Hard, Millis{5'000}, 5 * kImportedDay}};
  return prompt;
}

Incoming cards(std::vector<IncomingPrompt> prompts) {
  return {"Anki package", std::move(prompts), {}};
}

class ImportOperationsTest : public testing::Test {
 protected:
  Result<ImportOutcome> take(const Incoming& incoming) {
    return m_import.importPrompts(m_pack, incoming, kSomewhere);
  }
  ImportPreview preview(const Incoming& incoming) {
    const auto made = ops::previewImport(*m_open.store, m_pack, incoming, kSomewhere);
    EXPECT_THAT(made, IsOk());
    return made.value_or(ImportPreview{});
  }
  std::vector<review::Prompt> own() { return *m_open.store->ownPrompts(); }
  std::string dump() { return dumpOf(*m_open.store); }
  /// Schedule and statistics are what the log comes to.
  void expectSound() {
    const auto memory = ops::memorySettings(*m_open.store->settings());
    ASSERT_THAT(memory, IsOk());
    const auto report = ops::compareWithLog(*m_open.store, *memory);
    ASSERT_THAT(report, IsOk());
    EXPECT_THAT(report->differences, IsEmpty());
  }

  OpenDesk m_open = OpenDesk::inMemory();
  PromptPack m_pack{{aPrompt("in-the-pack")}};
  ops::ImportOperations m_import{*m_open.store, m_open.clock, m_open.chance};
};

TEST_F(ImportOperationsTest, CardsBecomeOwnPromptsWithTheirLog) {
  const auto outcome = take(cards({cardFromAnki("auc"), cardFromAnki("ctr")}));

  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(outcome->operation, "importPrompts");
  EXPECT_EQ(outcome->done.created, 2);
  EXPECT_EQ(outcome->done.reviews, 6);
  const auto prompts = own();
  ASSERT_THAT(prompts, SizeIs(2));
  EXPECT_EQ(prompts[0].question, QuestionId{"ads"});
  const auto row = m_open.store->promptRow(prompts[0].id);
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->state.reps, 3);
  EXPECT_EQ((*row)->state.standing, review::Standing::Review);
  // Due when the other program said: five days after the last answer.
  EXPECT_EQ(daysBetween((*row)->state.lastDay, (*row)->state.dueDay), 5);
  expectSound();
}

TEST_F(ImportOperationsTest, TheSameFileAgainChangesNothing) {
  const Incoming incoming = cards({cardFromAnki("auc"), cardFromAnki("ctr")});
  ASSERT_THAT(take(incoming), IsOk());
  const std::string before = dump();

  const auto again = take(incoming);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->done.unchanged, 2);
  EXPECT_EQ(again->done.knownReviews, 6);
  EXPECT_TRUE(again->done.bringsNothing());
  EXPECT_TRUE(again->changes.aspects.empty());
  EXPECT_EQ(dump(), before);
}

TEST_F(ImportOperationsTest, ALaterFileBringsOnlyWhatIsNew) {
  ASSERT_THAT(take(cards({cardFromAnki("auc")})), IsOk());
  IncomingPrompt later = cardFromAnki("auc");
  later.answer = "It is that.";
  later.reviews.push_back(
      {Instant{kImportedAt + 8 * 86'400'000}, Rating::Good, Millis{2'000}, 12 * kImportedDay});

  const auto outcome = take(cards({later}));
  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(outcome->done.changed, 1);
  EXPECT_EQ(outcome->done.reviews, 1);
  const auto prompts = own();
  ASSERT_THAT(prompts, SizeIs(1));
  EXPECT_EQ(prompts[0].answer, "It is that.");
  expectSound();
}

TEST_F(ImportOperationsTest, ThePreviewSaysWhatTheImportDoesAndChangesNothing) {
  ASSERT_THAT(take(cards({cardFromAnki("auc")})), IsOk());
  IncomingPrompt changed = cardFromAnki("auc");
  changed.ask = "What was auc?";
  const Incoming incoming = cards({changed, cardFromAnki("ctr")});
  const std::string before = dump();

  const ImportPreview said = preview(incoming);
  EXPECT_EQ(dump(), before);
  const auto outcome = take(incoming);
  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(said, outcome->done);
  EXPECT_EQ(said.created, 1);
  EXPECT_EQ(said.changed, 1);
}

TEST_F(ImportOperationsTest, UndoTakesItAllBackAndRedoBringsItAgain) {
  ASSERT_THAT(take(cards({cardFromAnki("auc"), cardFromAnki("ctr")})), IsOk());
  const auto prompts = own();
  const auto row = m_open.store->promptRow(prompts[0].id);
  ASSERT_TRUE(row && *row);
  const review::PromptState imported = (*row)->state;

  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(own(), IsEmpty());
  expectSound();
  ASSERT_THAT(m_open.desk.redo(), IsOk());
  EXPECT_THAT(own(), SizeIs(2));
  const auto after = m_open.store->promptRow(prompts[0].id);
  ASSERT_TRUE(after && *after);
  EXPECT_EQ((*after)->state, imported);
  expectSound();
}

TEST_F(ImportOperationsTest, AfterAnUndoTheSameFileBringsItsReviewsBack) {
  const Incoming incoming = cards({cardFromAnki("auc")});
  ASSERT_THAT(take(incoming), IsOk());
  ASSERT_THAT(m_open.desk.undo(), IsOk());

  const auto again = take(incoming);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->done.created, 1);
  EXPECT_EQ(again->done.reviews, 3);
  const auto row = m_open.store->promptRow(own()[0].id);
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->state.reps, 3);
  expectSound();
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(own(), IsEmpty());
  expectSound();
}

TEST_F(ImportOperationsTest, AnswersGivenHereAndThereBecomeOneLog) {
  ASSERT_THAT(take(cards({cardFromAnki("auc")})), IsOk());
  const review::Prompt prompt = own()[0];
  ASSERT_THAT(m_open.desk.answerPrompt(prompt, Rating::Good, Millis{1'000}), IsOk());
  IncomingPrompt later = cardFromAnki("auc");
  later.reviews.push_back(
      {Instant{kImportedAt + 8 * 86'400'000}, Rating::Again, Millis{2'000}, 600});

  ASSERT_THAT(take(cards({later})), IsOk());
  const auto row = m_open.store->promptRow(prompt.id);
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->state.reps, 5);
  EXPECT_EQ((*row)->state.lastAt, m_open.clock.now());
  expectSound();
}

TEST_F(ImportOperationsTest, CardsOfThePackOnlyBringTheirReviews) {
  IncomingPrompt home = cardFromAnki("x");
  home.origin = aPrompt("in-the-pack").id.value();
  IncomingPrompt gone = cardFromAnki("y");
  gone.origin = "authored:ads/no-such-thing";

  const auto outcome = take(cards({home, gone}));
  ASSERT_THAT(outcome, IsOk());
  EXPECT_EQ(outcome->done.known, 1);
  EXPECT_EQ(outcome->done.unknown, 1);
  EXPECT_THAT(own(), IsEmpty());
  const auto row = m_open.store->promptRow(aPrompt("in-the-pack").id);
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->state.reps, 3);
  expectSound();
}

TEST_F(ImportOperationsTest, SuspendedCardsStaySuspended) {
  IncomingPrompt card = cardFromAnki("auc");
  card.isSuspended = true;

  ASSERT_THAT(take(cards({card})), IsOk());
  const auto row = m_open.store->promptRow(own()[0].id);
  ASSERT_TRUE(row && *row);
  EXPECT_TRUE((*row)->suspended);
}

TEST_F(ImportOperationsTest, WithoutAPlaceNothingIsWritten) {
  const std::string before = dump();
  const auto outcome =
      m_import.importPrompts(m_pack, cards({cardFromAnki("auc")}), {QuestionId{"ads"}, PhaseId{}});

  EXPECT_THAT(outcome, FailsWith(ErrorKind::InvalidInput));
  EXPECT_EQ(outcome.error().subject, "phase");
  EXPECT_EQ(dump(), before);
}

TEST_F(ImportOperationsTest, StoppedHalfwayNothingIsWritten) {
  const std::string before = dump();
  const auto outcome =
      m_import.importPrompts(m_pack, cards({cardFromAnki("a"), cardFromAnki("b")}), kSomewhere,
                             [](std::int64_t done, std::int64_t) { return done < 1; });

  ASSERT_FALSE(outcome);
  EXPECT_TRUE(exchange::isStopped(outcome.error()));
  EXPECT_EQ(dump(), before);
}

}  // namespace
}  // namespace phaseboard::test
