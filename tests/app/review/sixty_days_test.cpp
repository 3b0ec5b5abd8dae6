// SPDX-License-Identifier: Apache-2.0
// A learner studies 300 prompts for sixty days, twelve new ones a day at most.
//
// The learner forgets exactly as the model says: an answer on a later day is Again with probability
// 1 - recall, else Hard, Good or Easy; on a first meeting half of the answers are Again or Hard.
// The numbers come from SplitMix64 with the seed below, so every run is the same.
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/review/queue.h"
#include "app/review/sitting.h"
#include "tests/app/review/log_builder.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::review {
namespace {

constexpr std::uint64_t kSeed = 20'261'121;
constexpr int kDays = 60;
constexpr int kPrompts = 300;
constexpr int kNewPerDay = 12;
constexpr StudyDay kFirstDay{20'500};

class SixtyDays : public testing::Test {
 protected:
  struct Known {
    std::string siblingGroup;
    std::vector<ReviewEvent> events;
    PromptState state;
  };

  SixtyDays() {
    for (int i = 0; i < kPrompts; ++i) {
      const std::string part = "ads/path/part-" + std::to_string(i / 2);
      const PromptId id{(i % 2 == 0 ? "name-part:" : "part-purpose:") + part};
      m_inOrder.push_back(id);
      m_known[id].siblingGroup = part;
    }
  }

  double random() { return static_cast<double>(m_chance.next() >> 11U) * 0x1.0p-53; }

  Rating firstAnswer() {
    const double r = random();
    return r < 0.3 ? Rating::Again : r < 0.5 ? Rating::Hard : r < 0.9 ? Rating::Good : Rating::Easy;
  }

  Rating laterAnswer(double recall) {
    if (random() >= recall)
      return Rating::Again;
    const double r = random();
    return r < 0.15 ? Rating::Hard : r < 0.9 ? Rating::Good : Rating::Easy;
  }

  QueueFacts facts(StudyDay today, Instant now) const {
    QueueFacts facts;
    facts.now = now;
    facts.today = today;
    facts.newLimit = kNewPerDay;
    for (const PromptId& id : m_inOrder) {
      const Known& known = m_known.at(id);
      if (known.state.standing == Standing::New)
        facts.fresh.push_back({id, known.siblingGroup, {}});
      else if (known.state.standing != Standing::Review || known.state.dueDay <= today)
        facts.seen.push_back({id, known.siblingGroup, known.state, {}});
    }
    return facts;
  }

  /// Grades the current prompt and writes it to the log.
  void answerCurrent(Sitting& sitting, StudyDay today, Instant now) {
    const PromptId id = *sitting.current();
    Known& known = m_known[id];
    const PromptState before = known.state;
    const auto recall = recallOn(before, today, m_settings);
    const Rating rating = recall ? laterAnswer(*recall) : firstAnswer();
    if (before.standing == Standing::Review) {
      ++m_reviews;
      m_recalled += rating == Rating::Again ? 0 : 1;
    }

    const Answered answered = answer(before, id, rating, now, today, m_settings);
    ReviewEvent event;
    event.id = test::eventId(++m_lastEvent);
    event.prompt = id;
    event.at = now;
    event.day = today;
    event.rating = rating;
    event.intervalSeconds = answered.intervalSeconds;
    known.events.push_back(event);
    known.state = answered.state;
    sitting.answered(rating, before, answered.state, now);
  }

  /// One day from nine o'clock on; returns how many prompts were begun.
  int study(StudyDay today) {
    std::set<std::string> begun;
    Instant now = test::morningOf(today);
    Sitting sitting{ReviewQueue::build(facts(today, now), m_settings).value(), now};
    while (sitting.current()) {
      now = Instant{now.value() + 15'000};
      const Known& known = m_known.at(*sitting.current());
      if (known.state.standing == Standing::New) {
        EXPECT_TRUE(begun.insert(known.siblingGroup).second) << "two new siblings in a day";
      }
      answerCurrent(sitting, today, now);
    }
    EXPECT_TRUE(sitting.isOver());
    return static_cast<int>(begun.size());
  }

  void expectNothingIsLeft(StudyDay today) const {
    for (const auto& [id, known] : m_known) {
      EXPECT_TRUE(known.state.standing == Standing::New || known.state.standing == Standing::Review)
          << id;
      // Only a sibling of what was asked may wait, and never for long.
      EXPECT_TRUE(!isDue(known.state, test::morningOf(plusDays(today, 1)), today) ||
                  daysBetween(known.state.dueDay, today) < kSiblingPatience)
          << id;
    }
  }

  void expectReplayGivesTheSame() const {
    for (const auto& [id, known] : m_known)
      EXPECT_EQ(replay(known.events, m_settings), known.state) << id;
  }

  MemorySettings m_settings;
  phaseboard::test::SeededChance m_chance{kSeed};
  std::vector<PromptId> m_inOrder;
  std::map<PromptId, Known> m_known;
  std::uint64_t m_lastEvent = 0;
  int m_reviews = 0;
  int m_recalled = 0;
};

TEST_F(SixtyDays, KeepTheLimitSkipNothingReplayAndHoldTheRetention) {
  int begun = 0;
  for (int i = 0; i < kDays && !HasFailure(); ++i) {
    SCOPED_TRACE(testing::Message() << "day " << i);
    const StudyDay today = plusDays(kFirstDay, i);

    const int newToday = study(today);

    begun += newToday;
    EXPECT_LE(newToday, kNewPerDay);
    expectNothingIsLeft(today);
    expectReplayGivesTheSame();
  }

  EXPECT_EQ(begun, kPrompts);
  EXPECT_GT(m_reviews, 1000);
  // Over eight seeds the share is 0.886, with siblings waiting or not (whole-day intervals cost the
  // rest); that of one seed strays by 0.011.
  EXPECT_NEAR(static_cast<double>(m_recalled) / m_reviews, 0.886, 0.033);
  RecordProperty("reviews", m_reviews);
  RecordProperty("recalled", m_recalled);
}

TEST_F(SixtyDays, CatchUpAfterAHolidayMostAtRiskFirst) {
  for (int i = 0; i < 20; ++i)
    study(plusDays(kFirstDay, i));
  const StudyDay back = plusDays(kFirstDay, 34);
  const Instant now = test::morningOf(back);
  QueueFacts given = facts(back, now);
  given.budget = Millis{20 * 20'000};

  const ReviewQueue queue = ReviewQueue::build(given, m_settings).value();

  ASSERT_GT(queue.leftForLater(), 0);
  EXPECT_EQ(queue.reviews(), 20);
  EXPECT_EQ(queue.newPrompts(), 0);
  double worstAsked = 0;
  std::set<PromptId> asked;
  for (const PromptId& id : queue.order()) {
    asked.insert(id);
    worstAsked = std::max(worstAsked, *recallOn(m_known.at(id).state, back, m_settings));
  }
  for (const SeenPrompt& seen : given.seen) {
    if (!asked.contains(seen.prompt)) {
      EXPECT_GE(*recallOn(seen.state, back, m_settings), worstAsked);
    }
  }
}

}  // namespace
}  // namespace phaseboard::review
