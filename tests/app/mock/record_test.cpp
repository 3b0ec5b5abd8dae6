// SPDX-License-Identifier: Apache-2.0
#include "app/mock/record.h"

#include <gtest/gtest.h>

#include "tests/app/mock/mock_builder.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using mock::EventKind;
using mock::Record;
using mock::Stand;

TEST(MockPlan, TakesTheBudgetsOfTheUserBeforeThoseOfThePack) {
  mock::PlanWish wish;

  const auto plan = mock::makePlan(wish, aFramework(), {{StageId{"core"}, 25}});

  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->stages.at(0).budget, minutes(10));
  EXPECT_EQ(plan->stages.at(1).budget, minutes(25));
  EXPECT_EQ(plan->budget(), minutes(50));
}

TEST(MockPlan, RehearsesOneStageInTenMinutes) {
  const mock::Plan plan = aPlan(mock::Form::OneStage);

  ASSERT_EQ(plan.stages.size(), 1U);
  EXPECT_EQ(plan.stages.front().id, StageId{"core"});
  EXPECT_EQ(plan.budget(), minutes(10));
  EXPECT_TRUE(plan.hasPhase(PhaseId{"model"}));
  EXPECT_FALSE(plan.hasPhase(PhaseId{"serve"}));
}

TEST(MockPlan, RefusesAStageThatTheFrameworkDoesNotHave) {
  mock::PlanWish wish;
  wish.form = mock::Form::OneStage;
  wish.stage = StageId{"nowhere"};

  EXPECT_THAT(mock::makePlan(wish, aFramework(), {}), FailsWith(ErrorKind::InvalidInput));
}

TEST(MockPlan, DrawsTheHighLevelDesignInFiveMinutes) {
  const mock::Plan plan = aPlan(mock::Form::HighLevel);

  EXPECT_EQ(plan.budget(), minutes(5));
  EXPECT_TRUE(plan.hasPhase(PhaseId{"serve"}));
}

TEST(MockPlan, ReadsBackTheNamesOfFormsAndStyles) {
  for (const mock::Form form : mock::kForms)
    EXPECT_EQ(mock::formNamed(mock::nameOf(form)), form);
  for (const mock::Style style : mock::kStyles)
    EXPECT_EQ(mock::styleNamed(mock::nameOf(style)), style);
  EXPECT_EQ(mock::formNamed("half"), std::nullopt);
}

TEST(MockRecord, BeginsWithItsStartOnly) {
  const Record record(aPlan());

  EXPECT_THAT(record.next(EventKind::Beat, {}, {}, Instant{0}), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(record.next(EventKind::Started, {}, {}, Instant{0}), IsOk());
}

TEST(MockRecord, TakesNothingAfterTheEnd) {
  Attempt attempt;
  attempt.note(EventKind::Finished);

  for (const EventKind kind : {EventKind::Started, EventKind::Beat, EventKind::Paused,
                               EventKind::Resumed, EventKind::Finished})
    EXPECT_THAT(attempt.record().next(kind, {}, {}, attempt.clock.now()),
                FailsWith(ErrorKind::InvalidInput));
  EXPECT_EQ(attempt.record().stand(), Stand::Finished);
}

TEST(MockRecord, LetsNobodyWorkWhileItIsPaused) {
  Attempt attempt;
  attempt.pause();

  EXPECT_THAT(attempt.record().next(EventKind::StageEntered, "core", {}, attempt.clock.now()),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(attempt.record().next(EventKind::Resumed, {}, {}, attempt.clock.now()), IsOk());
  EXPECT_THAT(attempt.record().next(EventKind::Finished, {}, {}, attempt.clock.now()), IsOk());
}

TEST(MockRecord, RefusesStagesAndPhasesOutsideThePlan) {
  const Attempt attempt(aPlan(mock::Form::OneStage));

  EXPECT_THAT(attempt.record().next(EventKind::StageEntered, "run", {}, Instant{0}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(attempt.record().next(EventKind::FocusMoved, "serve", {}, Instant{0}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(MockRecord, RefusesAnEmptyQuestionAndOneWithoutAnEnd) {
  const Attempt attempt;

  EXPECT_THAT(attempt.record().next(EventKind::Asked, {}, {}, Instant{0}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(attempt.record().next(EventKind::Asked, {}, std::string(1'001, 'a'), Instant{0}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(MockRecord, ComesBackFromItsLog) {
  Attempt attempt;
  attempt.workMinutes(1);
  attempt.note(EventKind::Asked, "q/ask-scale", "How many users?");
  attempt.pause();

  const auto again = Record::replay(aPlan(), attempt.record().events());

  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->events(), attempt.record().events());
  EXPECT_EQ(again->stand(), Stand::Paused);
}

TEST(MockRecord, CallsALogWithAGapDamaged) {
  Attempt attempt;
  attempt.workMinutes(1);
  std::vector<mock::Event> events = attempt.record().events();
  events.erase(events.begin() + 3);

  EXPECT_THAT(Record::replay(aPlan(), events), FailsWith(ErrorKind::Damaged));
}

}  // namespace
}  // namespace phaseboard::test
