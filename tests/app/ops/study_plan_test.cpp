// SPDX-License-Identifier: Apache-2.0
#include "app/ops/study_plan.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <gmock/gmock.h>

#include "app/ops/progress_report.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using test::aPrompt;
using test::IsOk;
using test::OpenDesk;
using test::PromptPack;

int forecastSum(const ProgressReport& report) {
  return std::accumulate(report.forecast.days.begin(), report.forecast.days.end(),
                         report.forecast.backlog.prompts,
                         [](int sum, const Workload& day) { return sum + day.prompts; });
}

class StudyPlanTest : public testing::Test {
 protected:
  [[nodiscard]] StudyPlan plan(const ports::PackLibrary& pack) {
    auto read = readStudyPlan(pack, *m_open.store, m_open.clock.now(), UtcOffset{0});
    EXPECT_THAT(read, IsOk());
    return *read;
  }

  [[nodiscard]] ProgressReport progress(const ports::PackLibrary& pack, int days = 30) {
    const StudyDay today = studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart);
    auto read = readProgress(pack, *m_open.store, today, days);
    EXPECT_THAT(read, IsOk());
    return *read;
  }

  void answer(const review::Prompt& prompt, memory::Rating rating = memory::Rating::Easy) {
    ASSERT_THAT(m_open.desk.answerPrompt(prompt, rating, Millis{12'000}), IsOk());
    m_open.clock.advanceSeconds(15);
  }

  OpenDesk m_open = OpenDesk::inMemory();
  review::Prompt m_first = aPrompt("first");
  review::Prompt m_second = aPrompt("second");
  PromptPack m_pack{{m_first, m_second}};
};

TEST_F(StudyPlanTest, OffersEverythingAsNewAtFirst) {
  const StudyPlan first = plan(m_pack);

  EXPECT_EQ(first.unseen, 2);
  EXPECT_EQ(first.facts.fresh.size(), 2U);
  EXPECT_TRUE(first.facts.seen.empty());
  EXPECT_EQ(first.facts.fresh[0].cost, review::usualTime(m_first.kind));
}

TEST_F(StudyPlanTest, CountsWhatWasDoneToday) {
  answer(m_first);

  const StudyPlan after = plan(m_pack);

  EXPECT_EQ(after.answeredToday, 1);
  EXPECT_EQ(after.newToday, 1);
  EXPECT_EQ(after.spentToday, Millis{12'000});
  EXPECT_EQ(after.unseen, 1);
}

TEST_F(StudyPlanTest, TakesTheTimeSpentOffTheDay) {
  answer(m_first);

  EXPECT_EQ(plan(m_pack).facts.budget, Millis{30 * 60'000 - 12'000});
}

TEST_F(StudyPlanTest, BringsAPromptBackWhenItIsDue) {
  answer(m_first);
  m_open.clock.advanceDays(60);

  const StudyPlan later = plan(m_pack);

  ASSERT_EQ(later.facts.seen.size(), 1U);
  EXPECT_EQ(later.facts.seen[0].prompt, m_first.id);
}

TEST_F(StudyPlanTest, LeavesOutWhatThePackNoLongerHas) {
  answer(m_first);
  m_open.clock.advanceDays(60);

  const StudyPlan later = plan(PromptPack{{m_second}});

  EXPECT_TRUE(later.facts.seen.empty());
  EXPECT_EQ(later.facts.fresh.size(), 1U);
}

TEST_F(StudyPlanTest, FindsARenamedPromptUnderItsNewId) {
  answer(m_first);
  m_open.clock.advanceDays(60);
  const review::Prompt renamed = aPrompt("renamed");
  PromptPack pack{{renamed, m_second}};
  pack.rename(m_first.target.value(), renamed.target.value());

  const StudyPlan later = plan(pack);

  ASSERT_EQ(later.facts.seen.size(), 1U);
  EXPECT_EQ(later.facts.seen[0].prompt, renamed.id);
}

TEST_F(StudyPlanTest, DoesNotOfferARenamedPromptAsNew) {
  answer(m_first);
  const review::Prompt renamed = aPrompt("renamed");
  PromptPack pack{{renamed, m_second}};
  pack.rename(m_first.target.value(), renamed.target.value());

  const StudyPlan after = plan(pack);

  EXPECT_EQ(after.unseen, 1);
  ASSERT_EQ(after.facts.fresh.size(), 1U);
  EXPECT_EQ(after.facts.fresh[0].prompt, m_second.id);
}

TEST_F(StudyPlanTest, AsksARenamedPromptOnceWhenBothIdsWereAnswered) {
  const review::Prompt renamed = aPrompt("renamed");
  answer(m_first);
  answer(renamed);
  m_open.clock.advanceDays(60);
  PromptPack pack{{renamed}};
  pack.rename(m_first.target.value(), renamed.target.value());

  EXPECT_EQ(plan(pack).facts.seen.size(), 1U);
  EXPECT_EQ(progress(pack).seen, 1);
}

TEST_F(StudyPlanTest, CountsARenamedPromptUnderItsNewId) {
  answer(m_first);
  const review::Prompt renamed = aPrompt("renamed");
  PromptPack pack{{renamed, m_second}};
  pack.rename(m_first.target.value(), renamed.target.value());

  const ProgressReport report = progress(pack, 60);

  EXPECT_EQ(report.seen, 1);
  EXPECT_NEAR(report.recall, 0.5, 0.01);
  EXPECT_EQ(forecastSum(report), 1);
}

TEST_F(StudyPlanTest, ForecastsOnlyWhatCanStillBeAsked) {
  answer(m_first);

  const ProgressReport report = progress(PromptPack{{m_second}}, 60);

  EXPECT_EQ(forecastSum(report), 0);
}

/// Answers many prompts until each is scheduled far ahead, then sets the interview near.
class LateInterviewTest : public StudyPlanTest {
 protected:
  LateInterviewTest() {
    for (int number = 0; number < 40; ++number)
      m_prompts.push_back(aPrompt("p" + std::to_string(number)));
    for (const int days : {0, 20, 60}) {
      m_open.clock.advanceDays(days);
      for (const review::Prompt& prompt : m_prompts)
        answer(prompt);
    }
    m_open.clock.advanceDays(1);
    setInterview(10);
  }

  [[nodiscard]] StudyDay today() const {
    return studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart);
  }

  void setInterview(int daysAhead) {
    ports::Settings settings = m_open.store->settings().value();
    settings.interviewDate = plusDays(today(), daysAhead);
    settings.finalDays = review::kFewestFinalDays;
    m_interview = *settings.interviewDate;
    EXPECT_THAT(m_open.desk.changeSettings(settings), IsOk());
  }

  /// Answers everything that today asks for; how many that were.
  int study() {
    const StudyPlan now = plan(PromptPack{m_prompts});
    for (const review::SeenPrompt& seen : now.facts.seen) {
      const auto prompt =
          std::find_if(m_prompts.begin(), m_prompts.end(),
                       [&](const review::Prompt& one) { return one.id == seen.prompt; });
      answer(*prompt);
      ++m_asked[seen.prompt];
    }
    return static_cast<int>(now.facts.seen.size());
  }

  std::vector<review::Prompt> m_prompts;
  std::map<PromptId, int> m_asked;
  StudyDay m_interview;
};

TEST_F(LateInterviewTest, SeesEverythingOnceMoreInTheFinalDays) {
  for (const review::Prompt& prompt : m_prompts)
    ASSERT_GT((*m_open.store->promptRow(prompt.id))->state.dueDay, m_interview);

  for (; today() < m_interview; m_open.clock.advanceDays(1)) {
    const int asked = study();
    const bool isFinal = daysBetween(today(), m_interview) <= review::kFewestFinalDays;
    EXPECT_EQ(asked > 0, isFinal) << daysBetween(today(), m_interview) << " days before";
  }

  EXPECT_EQ(m_asked.size(), m_prompts.size());
  for (const auto& [prompt, times] : m_asked)
    EXPECT_EQ(times, 1) << prompt;
}

TEST_F(LateInterviewTest, CatchesUpWhenTheFirstFinalDaysWereMissed) {
  m_open.clock.advanceDays(9);
  ASSERT_EQ(plusDays(today(), 1), m_interview);

  study();

  EXPECT_EQ(m_asked.size(), m_prompts.size());
}

TEST_F(LateInterviewTest, LeavesSuspendedPromptsAlone) {
  m_open.clock.advanceDays(9);
  ASSERT_THAT(m_open.desk.suspendPrompt(m_prompts[0].id, true), IsOk());
  ASSERT_THAT(m_open.desk.buryPrompt(m_prompts[1].id), IsOk());

  study();

  EXPECT_EQ(m_asked.size(), m_prompts.size() - 2);
}

TEST_F(LateInterviewTest, BringsNothingForwardOnceTheDayHasCome) {
  setInterview(0);

  EXPECT_EQ(study(), 0);
}

TEST_F(StudyPlanTest, DoesNotOfferSuspendedPromptsAsNew) {
  ASSERT_THAT(m_open.desk.suspendPrompt(m_first.id, true), IsOk());

  const StudyPlan after = plan(m_pack);

  EXPECT_EQ(after.unseen, 1);
  ASSERT_EQ(after.facts.fresh.size(), 1U);
  EXPECT_EQ(after.facts.fresh[0].prompt, m_second.id);
}

TEST_F(StudyPlanTest, HoldsBuriedPromptsBackUntilTomorrow) {
  ASSERT_THAT(m_open.desk.buryPrompt(m_first.id), IsOk());
  EXPECT_EQ(plan(m_pack).facts.fresh.size(), 1U);

  m_open.clock.advanceDays(1);

  EXPECT_EQ(plan(m_pack).facts.fresh.size(), 2U);
}

TEST_F(StudyPlanTest, ReportsCoverageAndRecall) {
  answer(m_first);

  const ProgressReport report = progress(m_pack);

  EXPECT_EQ(report.prompts, 2);
  EXPECT_EQ(report.seen, 1);
  EXPECT_NEAR(report.recall, 0.5, 0.01);
  EXPECT_EQ(report.trueRetention, 1.0);
}

TEST_F(StudyPlanTest, CountsOwnPromptsAndLeavesOutKindsThatAreOff) {
  review::Prompt other = aPrompt("other");
  other.kind = review::PromptKind::ClickPart;
  other.id = review::promptId(other.kind, other.target);
  const PromptPack pack{{m_first, other}};
  review::Prompt own = m_first;
  own.ask = "What did I forget?";
  own.answer = "The delay of labels.";
  const auto made = m_open.desk.createPrompt(own);
  ASSERT_THAT(made, IsOk());
  answer(made->prompt);
  answer(other);
  EXPECT_EQ(progress(pack).prompts, 3);
  EXPECT_EQ(progress(pack).seen, 2);
  EXPECT_EQ(forecastSum(progress(pack)), 2);

  ports::Settings settings = m_open.store->settings().value();
  settings.kinds.set(review::PromptKind::ClickPart, false);
  ASSERT_THAT(m_open.desk.changeSettings(settings), IsOk());

  const ProgressReport report = progress(pack);
  EXPECT_EQ(report.prompts, 2);
  EXPECT_EQ(report.seen, 1);
  EXPECT_EQ(forecastSum(report), 1);
}

TEST_F(StudyPlanTest, PredictsReadinessForTheInterview) {
  answer(m_first);
  const double today = progress(m_pack).recall;
  ports::Settings settings = m_open.store->settings().value();
  settings.interviewDate =
      plusDays(studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart), 200);
  ASSERT_THAT(m_open.desk.changeSettings(settings), IsOk());

  const ProgressReport report = progress(m_pack);

  EXPECT_EQ(report.readyOn, *settings.interviewDate);
  EXPECT_LT(report.recall, today);
}

TEST_F(StudyPlanTest, CountsTheDaysInARow) {
  answer(m_first);
  m_open.clock.advanceDays(1);
  answer(m_second);
  EXPECT_EQ(progress(m_pack).daysInARow, 2);

  m_open.clock.advanceDays(1);
  EXPECT_EQ(progress(m_pack).daysInARow, 2) << "today is not over yet";

  m_open.clock.advanceDays(1);
  EXPECT_EQ(progress(m_pack).daysInARow, 0);
}

TEST_F(StudyPlanTest, ForecastsWhatFallsDue) {
  answer(m_first);

  const ProgressReport report = progress(m_pack, 60);

  EXPECT_EQ(forecastSum(report), 1);
}

}  // namespace
}  // namespace phaseboard::ops
