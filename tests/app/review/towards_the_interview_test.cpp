// SPDX-License-Identifier: Apache-2.0
// A learner who studies every day and follows the plan stands before the interview with everything
// begun in time and seen again in the final days. Forgetting follows the model, from a fixed seed.
#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "app/review/plan.h"
#include "tests/app/review/log_builder.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::review {
namespace {

constexpr StudyDay kFirstDay{20'500};

class Learner {
 public:
  explicit Learner(int prompts) {
    for (int i = 0; i < prompts; ++i)
      m_states[PromptId{"key-point:ads/point-" + std::to_string(i)}] = {};
  }

  /// Answers all that is due, then begins what the plan says. Returns how many prompts that were.
  int study(StudyDay today, const std::optional<StudyDay>& interview, int finalDays) {
    int answered = 0;
    for (auto& [id, state] : m_states)
      if (state.standing == Standing::Review &&
          dueDayTowards(state, id, today, interview, finalDays) <= today) {
        answerUntilReview(id, state, today, interview, finalDays);
        ++answered;
      }
    int left = planNewPrompts(unseen(), 30, today, interview).perDay;
    for (auto& [id, state] : m_states)
      if (state.standing == Standing::New && left-- > 0) {
        answerUntilReview(id, state, today, interview, finalDays);
        ++answered;
      }
    return answered;
  }

  [[nodiscard]] int unseen() const {
    return static_cast<int>(std::count_if(m_states.begin(), m_states.end(), [](const auto& entry) {
      return entry.second.standing == Standing::New;
    }));
  }

  [[nodiscard]] const std::map<PromptId, PromptState>& states() const { return m_states; }

 private:
  void answerUntilReview(const PromptId& id, PromptState& state, StudyDay today,
                         const std::optional<StudyDay>& interview, int finalDays) {
    const MemorySettings settings = settingsTowards({}, id, today, interview, finalDays);
    do {
      const double recall = recallOn(state, today, settings).value_or(0.5);
      const double chance = static_cast<double>(m_chance.next() >> 11U) * 0x1.0p-53;
      const Rating rating = chance < recall ? Rating::Good : Rating::Again;
      state = answer(state, id, rating, test::morningOf(today), today, settings).state;
    } while (state.standing != Standing::Review);
  }

  std::map<PromptId, PromptState> m_states;
  phaseboard::test::SeededChance m_chance{45};
};

void expectFresh(const Learner& learner, StudyDay interview, int finalDays) {
  EXPECT_EQ(learner.unseen(), 0);
  double recall = 0;
  for (const auto& [id, state] : learner.states()) {
    EXPECT_GE(daysBetween(state.lastDay, interview), 1) << id;
    EXPECT_LE(daysBetween(state.lastDay, interview), finalDays) << id;
    recall += recallOn(state, interview, {}).value_or(0);
  }
  EXPECT_GT(recall / static_cast<double>(learner.states().size()), 0.93);
}

TEST(TowardsTheInterview, EverythingIsSeenAgainInTheFinalDays) {
  for (const int days : {10, 45, 120}) {
    SCOPED_TRACE(days);
    const StudyDay interview = plusDays(kFirstDay, days);
    Learner learner{200};

    for (StudyDay today = kFirstDay; today < interview; today = plusDays(today, 1))
      learner.study(today, interview, kFewestFinalDays);

    expectFresh(learner, interview, kFewestFinalDays);
  }
}

TEST(TowardsTheInterview, AlsoWhenTheDateIsSetLate) {
  const StudyDay interview = plusDays(kFirstDay, 90);
  Learner learner{200};

  for (StudyDay today = kFirstDay; today < interview; today = plusDays(today, 1)) {
    const bool isKnown = daysBetween(today, interview) <= 12;
    learner.study(today, isKnown ? std::optional(interview) : std::nullopt, kFewestFinalDays);
  }

  expectFresh(learner, interview, kFewestFinalDays);
}

/// The most answers on one of the final days.
int greatestLoad(int finalDays) {
  const StudyDay interview = plusDays(kFirstDay, 120);
  Learner learner{600};
  int most = 0;
  for (StudyDay today = kFirstDay; today < interview; today = plusDays(today, 1)) {
    const int answered = learner.study(today, interview, finalDays);
    if (daysBetween(today, interview) <= finalDays)
      most = std::max(most, answered);
  }
  expectFresh(learner, interview, finalDays);
  return most;
}

TEST(TowardsTheInterview, MoreFinalDaysSpreadTheLoad) {
  const int finalDays = finalDaysFor(600, 90);
  ASSERT_EQ(finalDays, 7);

  const int most = greatestLoad(finalDays);

  EXPECT_LT(most, greatestLoad(kFewestFinalDays));
  EXPECT_LT(most, 2 * 90);  // what is due anyway comes on top
}

TEST(FinalDays, AreAsFewAsTheDailyWorkAllows) {
  EXPECT_EQ(finalDaysFor(0, 100), kFewestFinalDays);
  EXPECT_EQ(finalDaysFor(500, 100), 5);
  EXPECT_EQ(finalDaysFor(501, 100), 6);
  EXPECT_EQ(finalDaysFor(90'000, 100), kMostFinalDays);
  EXPECT_EQ(finalDaysFor(500, 0), kMostFinalDays);
}

}  // namespace
}  // namespace phaseboard::review
