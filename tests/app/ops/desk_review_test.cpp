// SPDX-License-Identifier: Apache-2.0
// Operations on prompts beyond the answer itself.
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ops/desk.h"
#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/connection.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using review::Maturity;
using testing::IsEmpty;
using testing::SizeIs;

class DeskReviewTest : public testing::Test {
 protected:
  review::PromptState state(const review::Prompt& prompt) {
    const auto row = store.promptRow(prompt.id);
    EXPECT_THAT(row, IsOk());
    return *row ? (*row)->state : review::PromptState{};
  }

  void answer(const review::Prompt& prompt, Rating rating) {
    ASSERT_THAT(desk.answerPrompt(prompt, rating, Millis{5'000}), IsOk());
    open.clock.advanceSeconds(30);
  }

  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = store.settings().value();
    edit(settings);
    ASSERT_THAT(desk.changeSettings(settings), IsOk());
  }

  void expectStoredEqualsLog() {
    const auto memory = ops::memorySettings(store.settings().value());
    const auto report = ops::compareWithLog(store, *memory);
    ASSERT_THAT(report, IsOk());
    EXPECT_THAT(report->differences, IsEmpty());
  }

  [[nodiscard]] StudyDay today() const {
    return studyDay(open.clock.now(), UtcOffset{0}, kDefaultDayStart);
  }

  OpenDesk open = OpenDesk::inMemory();
  ops::Desk& desk = open.desk;
  db::SqliteNotebookStore& store = *open.store;
  review::Prompt m_prompt = aPrompt("one");
};

TEST_F(DeskReviewTest, PreviewsWhatAnsweringThenDoes) {
  for (int day = 0; day < 40; ++day)
    answer(aPrompt("other-" + std::to_string(day)), Rating::Easy);
  for (const Rating rating : {Rating::Good, Rating::Good, Rating::Hard, Rating::Again, Rating::Good,
                              Rating::Good, Rating::Easy}) {
    const auto preview = desk.previewAnswers(m_prompt.id);
    ASSERT_THAT(preview, IsOk());

    const auto outcome = desk.answerPrompt(m_prompt, rating, Millis{3'000});

    ASSERT_THAT(outcome, IsOk());
    EXPECT_EQ(outcome->state, (*preview)[rating].state);
    open.clock.advanceDays(6);
  }
  expectStoredEqualsLog();
}

TEST_F(DeskReviewTest, CorrectingAGradeAppendsAndSchedulesAnew) {
  answer(m_prompt, Rating::Easy);
  const review::PromptState easy = state(m_prompt);
  const Uuid wrong = store.events(m_prompt.id)->front().id;
  open.clock.advanceMinutes(3);

  ASSERT_THAT(desk.correctGrade(m_prompt, wrong, Rating::Again), IsOk());

  EXPECT_THAT(*store.events(m_prompt.id), SizeIs(2));
  EXPECT_EQ(state(m_prompt).standing, memory::Standing::Learning);
  EXPECT_EQ(store.daySummaries(today(), today())->front().again, 1);
  expectStoredEqualsLog();

  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(state(m_prompt), easy);
  expectStoredEqualsLog();
  ASSERT_THAT(desk.redo(), IsOk());
  EXPECT_EQ(state(m_prompt).standing, memory::Standing::Learning);
  expectStoredEqualsLog();
}

TEST_F(DeskReviewTest, CorrectingAnEarlierGradeMovesTheMaturityOfTheNext) {
  answer(m_prompt, Rating::Easy);
  open.clock.advanceDays(9);
  answer(m_prompt, Rating::Good);
  ASSERT_EQ((*store.recallSummaries(today(), today()))[0].maturity, Maturity::Young);

  ASSERT_THAT(desk.correctGrade(m_prompt, store.events(m_prompt.id)->front().id, Rating::Again),
              IsOk());

  const auto recall = store.recallSummaries(today(), today());
  EXPECT_EQ((*recall)[0].maturity, Maturity::Learning);
  EXPECT_EQ((*recall)[0].answers, 1);
  expectStoredEqualsLog();
}

TEST_F(DeskReviewTest, RefusesToCorrectWhatIsNoAnswerOfThePrompt) {
  answer(m_prompt, Rating::Easy);
  answer(aPrompt("two"), Rating::Easy);
  const Uuid other = store.events(aPrompt("two").id)->front().id;

  EXPECT_THAT(desk.correctGrade(m_prompt, other, Rating::Again), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(*store.events(m_prompt.id), SizeIs(1));
}

TEST_F(DeskReviewTest, CountsAnswersByMaturityPhaseAndTime) {
  answer(m_prompt, Rating::Easy);
  open.clock.advanceDays(9);
  answer(m_prompt, Rating::Good);
  open.clock.advanceDays(40);
  answer(m_prompt, Rating::Again);

  const auto recall = store.recallSummaries(StudyDay{0}, StudyDay{100'000});
  ASSERT_THAT(*recall, SizeIs(3));
  EXPECT_EQ((*recall)[0].maturity, Maturity::Learning);
  EXPECT_EQ((*recall)[1].maturity, Maturity::Young);
  EXPECT_EQ((*recall)[2].maturity, Maturity::Mature);
  EXPECT_EQ((*recall)[2].again, 1);
  const auto times = store.timeSummaries();
  ASSERT_THAT(*times, SizeIs(1));
  EXPECT_EQ(times->front().answers, 3);
  EXPECT_EQ(times->front().time, Millis{15'000});
  EXPECT_EQ(times->front().phase, m_prompt.phase);
}

TEST_F(DeskReviewTest, TellsOfALeechAndPutsItAsideIfWanted) {
  change([](ports::Settings& settings) {
    settings.leechLapses = 2;
    settings.suspendsLeeches = true;
  });
  std::vector<bool> told;
  for (int lapse = 0; lapse < 2; ++lapse) {
    answer(m_prompt, Rating::Easy);
    open.clock.advanceDays(60);
    const auto outcome = desk.answerPrompt(m_prompt, Rating::Again, Millis{1'000});
    ASSERT_THAT(outcome, IsOk());
    told.push_back(outcome->isLeech);
    open.clock.advanceMinutes(15);
  }

  EXPECT_EQ(told, (std::vector{false, true}));
  EXPECT_TRUE((*store.promptRow(m_prompt.id))->suspended);
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_FALSE((*store.promptRow(m_prompt.id))->suspended);
  EXPECT_EQ(state(m_prompt).lapses, 1);
}

TEST_F(DeskReviewTest, KeepsEverySettingOfTheDays) {
  ports::Settings settings;
  settings.interviewDate = StudyDay{21'000};
  settings.finalDays = 12;
  settings.week = {100, 50, 0, 200, 25, 100, 75};
  settings.away = review::DayRange{StudyDay{20'700}, StudyDay{20'710}};
  settings.spreadsLoad = false;
  settings.sittingMinutes = 25;
  settings.leechLapses = 5;
  settings.suspendsLeeches = true;
  settings.reminds = true;
  settings.reminderHour = 18;

  ASSERT_THAT(desk.changeSettings(settings), IsOk());

  EXPECT_EQ(store.settings().value(), settings);
}

TEST_F(DeskReviewTest, RefusesSettingsOutOfTheirRange) {
  const std::vector<std::function<void(ports::Settings&)>> bad{
      [](ports::Settings& one) { one.finalDays = 2; },
      [](ports::Settings& one) { one.week[3] = 201; },
      [](ports::Settings& one) {
        one.away = review::DayRange{StudyDay{9}, StudyDay{9}};
      },
      [](ports::Settings& one) { one.sittingMinutes = 4; },
      [](ports::Settings& one) { one.leechLapses = 1; },
      [](ports::Settings& one) { one.reminderHour = 24; }};
  for (const auto& spoil : bad) {
    ports::Settings settings;
    spoil(settings);
    EXPECT_THAT(desk.changeSettings(settings), FailsWith(ErrorKind::InvalidInput));
  }
}

TEST_F(DeskReviewTest, FlagsAPrompt) {
  ASSERT_THAT(desk.flagPrompt(m_prompt.id, true), IsOk());
  EXPECT_THAT(*store.flaggedPrompts(), SizeIs(1));
  EXPECT_THAT(desk.flagPrompt(m_prompt.id, true)->changes.aspects, IsEmpty());

  ASSERT_THAT(desk.undo(), IsOk());

  EXPECT_THAT(*store.flaggedPrompts(), IsEmpty());
}

class BacklogTest : public DeskReviewTest {
 protected:
  BacklogTest() {
    for (int i = 0; i < 120; ++i) {
      m_prompts.push_back(aPrompt("p" + std::to_string(i)));
      answer(m_prompts.back(), Rating::Easy);
    }
    open.clock.advanceDays(40);
  }

  ops::StudyPlan plan() {
    auto read = ops::readStudyPlan(PromptPack{m_prompts}, store, open.clock.now(), UtcOffset{0});
    EXPECT_THAT(read, IsOk());
    return *read;
  }

  std::vector<review::Prompt> m_prompts;
};

TEST_F(BacklogTest, IsSpreadOverDaysInOneStepThatCanBeTakenBack) {
  EXPECT_EQ(plan().backlog.prompts, 120);
  EXPECT_EQ(plan().dueToday.prompts, 0);
  const PromptPack pack{m_prompts};
  const auto table = ops::PromptTable::read(pack, store);
  const auto catchUp = review::planCatchUp(ops::catchUpFacts(*table, plan(), 5), plan().memory);

  ASSERT_THAT(desk.catchUp(catchUp.moves), IsOk());

  EXPECT_NEAR(static_cast<double>(plan().facts.seen.size()), 24, 3);
  EXPECT_EQ(plan().putOff.prompts + plan().backlog.prompts, 120);
  EXPECT_EQ(plan().putOffTo, plusDays(today(), 4));
  expectStoredEqualsLog();

  open.clock.advanceDays(1);
  EXPECT_NEAR(plan().dueToday.prompts, 24, 3) << "its day has come: it is no backlog";
  open.clock.advanceDays(-1);
  ASSERT_THAT(desk.undo(), IsOk());
  EXPECT_EQ(plan().backlog.prompts, 120);
}

TEST_F(BacklogTest, IsNotAskedWhileAway) {
  change([&](ports::Settings& settings) {
    settings.away = review::DayRange{today(), plusDays(today(), 3)};
  });

  EXPECT_THAT(plan().facts.seen, IsEmpty());
  EXPECT_EQ(plan().facts.newLimit, 0);
  open.clock.advanceDays(3);
  EXPECT_THAT(plan().facts.seen, SizeIs(120));
}

TEST_F(BacklogTest, AnEasyDayHasItsShareOfTheMinutes) {
  change([&](ports::Settings& settings) {
    settings.week[static_cast<std::size_t>(review::weekdayOf(today()))] = 50;
  });

  EXPECT_EQ(plan().budget, Millis{15 * 60'000});
}

TEST_F(BacklogTest, LearnsThePaceFromTheAnswers) {
  const double seconds = static_cast<double>(plan().pace.of(m_prompts[0].kind).value()) / 1'000;

  EXPECT_NEAR(seconds, 5.5, 0.7) << "each took five";
}

/// Everything that undo answers for; the log itself only grows.
std::string undoableDump(OpenDesk& open) {
  std::string dump = dumpWithoutStamps(*open.store);
  dump.resize(dump.find("\nundo_step\n"));
  for (const char* table : {"\nprompt\n", "\nreview\n", "\ndraft\n"})
    if (const auto begin = dump.find(table); begin != std::string::npos)
      dump.erase(begin, dump.find("\n\n", begin + 1) - begin);
  return dump;
}

int stepsToUndo(OpenDesk& open) {
  return static_cast<int>(open.store->connection()
                              .integer("SELECT count(*) FROM undo_step WHERE is_undone = 0")
                              .value_or(0));
}

TEST(EveryOperation, IsUndoneWhollyAndDoneAgainWholly) {
  for (const NamedOperation& operation : everyOperation()) {
    if (!operation.isStep || operation.name == "undo" || operation.name == "redo")
      continue;
    SCOPED_TRACE(operation.name);
    OpenDesk open = OpenDesk::inMemory();
    writeSample(open);
    const std::string before = undoableDump(open);
    const int steps = stepsToUndo(open);
    ASSERT_THAT(operation.run(open), IsOk());
    const std::string after = undoableDump(open);
    const int more = stepsToUndo(open) - steps;

    for (int i = 0; i < more; ++i)
      ASSERT_THAT(open.desk.undo(), IsOk());
    EXPECT_EQ(undoableDump(open), before);
    for (int i = 0; i < more; ++i)
      ASSERT_THAT(open.desk.redo(), IsOk());
    EXPECT_EQ(undoableDump(open), after);
    const auto memory = ops::memorySettings(open.store->settings().value());
    EXPECT_EQ(ops::compareWithLog(*open.store, *memory)->differenceCount, 0);
  }
}

TEST(PromptTable, KeepsUpWithEveryOperation) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  const PromptPack pack{{aPrompt("one"), aPrompt("two"), aPrompt("three"), aPrompt("four")}};
  auto kept = ops::PromptTable::read(pack, *open.store);
  ASSERT_THAT(kept, IsOk());
  for (const NamedOperation& operation : everyOperation()) {
    SCOPED_TRACE(operation.name);
    ASSERT_THAT(operation.run(open), IsOk());
    // What the operations said they changed is not handed on here: take the widest.
    const bool isAboutOwn = operation.name.ends_with("tePrompt") ||
                            operation.name == "editPrompt" || operation.name == "importPrompts";
    ASSERT_THAT(
        kept->refresh({{isAboutOwn ? ops::Aspect::OwnPrompts : ops::Aspect::Review}, {}, {}}),
        IsOk());
    const auto fresh = ops::PromptTable::read(pack, *open.store);
    ASSERT_THAT(fresh, IsOk());
    for (std::size_t i = 0; i < fresh->rows().size(); ++i) {
      EXPECT_EQ(kept->rows()[i].state, fresh->rows()[i].state);
      EXPECT_EQ(kept->rows()[i].suspended, fresh->rows()[i].suspended);
      EXPECT_EQ(kept->rows()[i].flagged, fresh->rows()[i].flagged);
    }
  }
}

TEST(PromptTable, FollowsTheChangesThatAnAnswerNames) {
  OpenDesk open = OpenDesk::inMemory();
  const PromptPack pack{{aPrompt("one"), aPrompt("two")}};
  auto table = ops::PromptTable::read(pack, *open.store);
  const auto done = open.desk.answerPrompt(aPrompt("two"), Rating::Good, Millis{900});
  ASSERT_THAT(table->refresh(done->changes), IsOk());
  EXPECT_EQ(table->find(aPrompt("two").id)->state, done->state);
  EXPECT_EQ(table->find(aPrompt("one").id)->state.reps, 0);

  const auto flagged = open.desk.flagPrompt(aPrompt("one").id, true);
  ASSERT_THAT(table->refresh(flagged->changes), IsOk());
  EXPECT_TRUE(table->find(aPrompt("one").id)->flagged);

  const auto undone = open.desk.undo();
  ASSERT_THAT(table->refresh(undone->changes), IsOk());
  EXPECT_FALSE(table->find(aPrompt("one").id)->flagged);
}

}  // namespace
}  // namespace phaseboard::test
