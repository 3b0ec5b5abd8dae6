// SPDX-License-Identifier: Apache-2.0
// A year of study by a simulated learner, through the real desk on a notebook in memory: easy days,
// a holiday with a catch-up after it, an interview at the end.
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "app/memory/model.h"
#include "app/ops/desk.h"
#include "app/ops/progress_report.h"
#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "app/review/sitting.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

constexpr int kYear = 365;
constexpr int kPromptsOfTheYear = 420;
constexpr int kMinutes = 20;
constexpr int kFinal = 14;
constexpr int kAwayFrom = 150;
constexpr int kAwayUntil = 164;

class YearOfStudy : public testing::Test {
 protected:
  YearOfStudy() : m_pack(prompts()), m_first(today()) {
    ports::Settings settings;
    settings.interviewDate = plusDays(m_first, kYear);
    settings.dailyMinutes = kMinutes;
    settings.newPerDay = 10;
    settings.finalDays = kFinal;
    settings.week = {100, 100, 100, 100, 100, 50, 0};
    settings.away = review::DayRange{plusDays(m_first, kAwayFrom), plusDays(m_first, kAwayUntil)};
    EXPECT_THAT(m_open.desk.changeSettings(settings), IsOk());
    m_table.emplace(std::move(*ops::PromptTable::read(m_pack, *m_open.store)));
  }

  static std::vector<review::Prompt> prompts() {
    constexpr review::PromptKind kKinds[]{review::PromptKind::NamePart, review::PromptKind::Number,
                                          review::PromptKind::PartPurpose,
                                          review::PromptKind::Pitfall};
    std::vector<review::Prompt> all;
    for (int i = 0; i < kPromptsOfTheYear; ++i) {
      review::Prompt prompt = aPrompt("p" + std::to_string(i));
      prompt.kind = kKinds[i % 4];
      prompt.id = review::promptId(prompt.kind, prompt.target);
      prompt.siblingGroup = "group-" + std::to_string(i / 2);
      all.push_back(prompt);
    }
    return all;
  }

  [[nodiscard]] StudyDay today() const {
    return studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart);
  }

  ops::StudyPlan plan() {
    auto read = ops::readStudyPlan(*m_table, m_open.clock.now(), UtcOffset{0});
    EXPECT_THAT(read, IsOk());
    return *read;
  }

  double random() { return static_cast<double>(m_chance.next() >> 11U) * 0x1.0p-53; }

  /// What the learner's own memory, which the program does not see, gives.
  Rating press(const PromptId& prompt) {
    const memory::Model& model = m_settings.model();
    auto& [state, last] = m_mind[prompt];
    const int elapsed = state ? daysBetween(last, today()) : 0;
    const double recall = state ? memory::retrievability(model, elapsed, state->stability) : 0.6;
    const double luck = random();
    const double taste = random();
    const Rating rating = luck > recall  ? Rating::Again
                          : taste < 0.12 ? Rating::Hard
                          : taste < 0.92 ? Rating::Good
                                         : Rating::Easy;
    if (state && elapsed > 0) {
      m_predicted += recall;
      m_recalled += rating == Rating::Again ? 0 : 1;
      ++m_asked;
    }
    state = memory::step(model, state, elapsed, rating);
    last = today();
    return rating;
  }

  void note(const ops::AnswerOutcome& outcome) {
    ASSERT_THAT(m_table->refresh(outcome.changes), IsOk());
    m_lastAnswered[outcome.changes.prompts.front()] = today();
  }

  /// One sitting; how long it took.
  Millis study() {
    const ops::StudyPlan day = plan();
    review::Sitting sitting(review::ReviewQueue::build(day.facts, day.memory).value(),
                            m_open.clock.now());
    while (sitting.current()) {
      const PromptId id = *sitting.current();
      const ops::TableRow& row = *m_table->find(id);
      const review::PromptState before = row.state;
      const double usual = static_cast<double>(review::usualTime(row.prompt->kind).value());
      m_open.clock.advanceSeconds(
          static_cast<std::int64_t>(usual / 1'000 * (0.5 + 1.2 * random())));
      const auto outcome =
          m_open.desk.answerPrompt(*row.prompt, press(id), sitting.thinking(m_open.clock.now()));
      EXPECT_THAT(outcome, IsOk());
      note(*outcome);
      sitting.answered(Rating::Good, before, outcome->state, m_open.clock.now());
    }
    return sitting.time();
  }

  void catchUpIfNeeded() {
    const ops::StudyPlan day = plan();
    if (day.backlog.prompts < 30)
      return;
    review::CatchUpFacts facts = ops::catchUpFacts(*m_table, day, 7);
    facts.days = review::fittingDays(facts, day.memory);
    const auto done = m_open.desk.catchUp(review::planCatchUp(facts, day.memory).moves);
    ASSERT_THAT(done, IsOk());
    ASSERT_THAT(m_table->refresh(done->changes), IsOk());
    ++m_catchUps;
  }

  void nextMorning() {
    const StudyDay tomorrow = plusDays(today(), 1);
    m_open.clock.advanceSeconds(
        (beginOf(tomorrow, UtcOffset{0}, DayStart{9}).value() - m_open.clock.now().value()) /
        kMillisPerSecond);
  }

  OpenDesk m_open = OpenDesk::inMemory();
  PromptPack m_pack;
  StudyDay m_first;
  review::MemorySettings m_settings;
  std::optional<ops::PromptTable> m_table;
  SeededChance m_chance{20'261'130};
  std::map<PromptId, std::pair<std::optional<memory::MemoryState>, StudyDay>> m_mind;
  std::map<PromptId, StudyDay> m_lastAnswered;
  double m_predicted = 0;
  int m_recalled = 0;
  int m_asked = 0;
  int m_catchUps = 0;
};

TEST_F(YearOfStudy, EndsReadyOnTheDayOfTheInterview) {
  double spentOnFullDays = 0;
  for (int day = 0; day < kYear; ++day, nextMorning()) {
    const StudyDay now = today();
    ASSERT_EQ(daysBetween(m_first, now), day);
    catchUpIfNeeded();
    const double minutes = static_cast<double>(study().value()) / 60'000;
    SCOPED_TRACE(testing::Message() << "day " << day << ", " << minutes << " minutes");
    const bool isAway = day >= kAwayFrom && day < kAwayUntil;
    if (isAway || review::weekdayOf(now) == 6) {
      EXPECT_EQ(minutes, 0);
    } else {
      EXPECT_LT(minutes, (review::weekdayOf(now) == 5 ? 0.5 : 1.0) * kMinutes * 1.35 + 1);
    }
    spentOnFullDays += minutes;
  }

  EXPECT_GE(m_catchUps, 1);
  EXPECT_GT(spentOnFullDays, 300);
  EXPECT_NEAR(static_cast<double>(m_recalled) / m_asked, m_predicted / m_asked, 0.02);
  EXPECT_GT(static_cast<double>(m_recalled) / m_asked, 0.87);
  ASSERT_EQ(m_lastAnswered.size(), static_cast<std::size_t>(kPromptsOfTheYear));
  int fresh = 0;
  for (const auto& [prompt, day] : m_lastAnswered)
    fresh += daysBetween(day, today()) <= kFinal ? 1 : 0;
  EXPECT_GE(fresh, kPromptsOfTheYear * 97 / 100) << "everything is seen in the last days";
  const auto report = ops::readProgress(*m_table, today(), 30);
  EXPECT_GT(report->recall, 0.9);
  const auto replayed = ops::compareWithLog(*m_open.store, m_settings);
  EXPECT_EQ(replayed->differenceCount, 0);
}

}  // namespace
}  // namespace phaseboard::test
