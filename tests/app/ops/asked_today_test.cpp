// SPDX-License-Identifier: Apache-2.0
// What the plan of a day takes from kinds, own prompts, siblings and lapses.
#include <algorithm>
#include <functional>

#include <gmock/gmock.h>

#include "app/ops/asked_prompt.h"
#include "app/ops/study_plan.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using memory::Rating;
using test::IsOk;
using test::OpenDesk;
using test::PromptPack;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

review::Prompt cachePrompt(review::PromptKind kind, const std::string& figure,
                           const std::optional<ConceptId>& idea = std::nullopt) {
  review::Prompt prompt = review::makePrompt(kind, TargetId{figure + "/cache"}, QuestionId{"ads"},
                                             PhaseId{"serve"}, "ask", "answer");
  prompt.diagram = DiagramId{figure};
  prompt.part = PartId{"cache"};
  prompt.conceptId = idea;
  return prompt;
}

class AskedTodayTest : public testing::Test {
 protected:
  [[nodiscard]] StudyPlan plan() {
    auto read = readStudyPlan(m_pack, *m_open.store, m_open.clock.now(), UtcOffset{0});
    EXPECT_THAT(read, IsOk());
    return *read;
  }
  [[nodiscard]] std::vector<PromptId> order() {
    const StudyPlan today = plan();
    return review::ReviewQueue::build(today.facts, today.memory)->order();
  }
  void answer(const review::Prompt& prompt, Rating rating) {
    ASSERT_THAT(m_open.desk.answerPrompt(prompt, rating, Millis{12'000}), IsOk());
    m_open.clock.advanceSeconds(15);
  }
  void change(const std::function<void(ports::Settings&)>& edit) {
    ports::Settings settings = *m_open.store->settings();
    edit(settings);
    ASSERT_THAT(m_open.desk.changeSettings(settings), IsOk());
  }

  ConceptId m_cache{"cache"};
  review::Prompt m_here = cachePrompt(review::PromptKind::NamePart, "ads/path", m_cache);
  review::Prompt m_sibling = cachePrompt(review::PromptKind::PartPurpose, "ads/path", m_cache);
  review::Prompt m_there = cachePrompt(review::PromptKind::NamePart, "ads/feed", m_cache);
  OpenDesk m_open = OpenDesk::inMemory();
  PromptPack m_pack{{m_here, m_sibling, m_there}};
};

TEST_F(AskedTodayTest, HidesKindsThatAreOffAndKeepsTheirSchedules) {
  answer(m_here, Rating::Easy);
  m_open.clock.advanceDays(60);
  const auto before = *m_open.store->promptRow(m_here.id);

  change(
      [](ports::Settings& settings) { settings.kinds.set(review::PromptKind::NamePart, false); });
  EXPECT_THAT(plan().facts.seen, IsEmpty());
  EXPECT_THAT(order(), ElementsAre(m_sibling.id));

  change([](ports::Settings& settings) { settings.kinds.set(review::PromptKind::NamePart, true); });
  EXPECT_THAT(order(), Contains(m_here.id));
  EXPECT_EQ((*m_open.store->promptRow(m_here.id))->state, before->state);
}

TEST_F(AskedTodayTest, HidesAKindInOneQuestionOnly) {
  change([](ports::Settings& settings) {
    settings.kinds.set(review::PromptKind::NamePart, QuestionId{"ads"}, false);
  });
  EXPECT_THAT(order(), ElementsAre(m_sibling.id));

  change([](ports::Settings& settings) {
    settings.kinds.set(review::PromptKind::NamePart, QuestionId{"ads"}, std::nullopt);
    settings.kinds.set(review::PromptKind::NamePart, QuestionId{"feed"}, false);
  });
  EXPECT_THAT(order(), Contains(m_here.id));
}

TEST_F(AskedTodayTest, AsksOwnPromptsBeforeThoseOfThePack) {
  review::Prompt draft = m_here;
  draft.ask = "Mine?";
  draft.answer = "Mine.";
  const auto made = m_open.desk.createPrompt(draft);
  ASSERT_THAT(made, IsOk());

  EXPECT_EQ(order().front(), made->prompt.id);

  answer(made->prompt, Rating::Easy);
  m_open.clock.advanceDays(90);
  EXPECT_THAT(order(), Contains(made->prompt.id));
  ASSERT_THAT(m_open.desk.deletePrompt(made->prompt.id), IsOk());
  EXPECT_THAT(order(), Not(Contains(made->prompt.id)));
}

TEST_F(AskedTodayTest, AsksALapsedConceptAgainInAnotherFigure) {
  change([](ports::Settings& settings) { settings.newPerDay = 0; });
  answer(m_here, Rating::Easy);
  m_open.clock.advanceDays(60);
  EXPECT_THAT(order(), Not(Contains(m_there.id)));

  answer(m_here, Rating::Again);

  EXPECT_THAT(plan().facts.lapses, ElementsAre(review::Kin{"cache", "ads/path"}));
  EXPECT_THAT(order(), Contains(m_there.id));
  EXPECT_THAT(order(), Not(Contains(m_sibling.id)));

  answer(m_there, Rating::Good);
  EXPECT_THAT(plan().facts.lapses, IsEmpty());
}

TEST_F(AskedTodayTest, CountsNoLapseWhileAPromptIsFirstLearntOrWhenItWasTakenBack) {
  answer(m_here, Rating::Again);
  EXPECT_THAT(plan().facts.lapses, IsEmpty());
  answer(m_here, Rating::Easy);
  m_open.clock.advanceDays(60);

  answer(m_here, Rating::Again);
  ASSERT_THAT(m_open.desk.undo(), IsOk());

  EXPECT_THAT(plan().facts.lapses, IsEmpty());
  EXPECT_THAT(order(), Contains(m_here.id)) << "its own group does not keep it back";
}

TEST_F(AskedTodayTest, LetsSiblingsWaitExceptInTheLastDays) {
  change([](ports::Settings& settings) { settings.spreadsLoad = false; });
  // Short intervals do not wait, nor does what is late: both are due on one day, after weeks.
  const auto dueDay = [this](const review::Prompt& prompt) {
    return (*m_open.store->promptRow(prompt.id))->state.dueDay;
  };
  for (int round = 0; round < 2 || dueDay(m_here) != dueDay(m_sibling); ++round) {
    ASSERT_LT(round, 12);
    answer(m_here, round == 0 ? Rating::Easy : Rating::Hard);
    answer(m_sibling, round == 0 ? Rating::Easy : Rating::Hard);
    m_open.clock.advanceDays(
        daysBetween(plan().today, std::max(dueDay(m_here), dueDay(m_sibling))));
  }
  const auto reviews = [this] {
    const auto ids = order();
    return std::ranges::count(ids, m_here.id) + std::ranges::count(ids, m_sibling.id);
  };
  ASSERT_EQ(plan().facts.seen.size(), 2U);
  EXPECT_EQ(reviews(), 1);

  change([this](ports::Settings& settings) { settings.interviewDate = plusDays(plan().today, 1); });
  EXPECT_EQ(reviews(), 2);
}

TEST_F(AskedTodayTest, SaysWhenTheWordsChangedSinceTheLastAnswer) {
  answer(m_here, Rating::Good);
  const auto changed = [this](const std::string& words) {
    review::Prompt other = review::makePrompt(m_here.kind, m_here.target, m_here.question,
                                              m_here.phase, words, "answer");
    const PromptPack pack{{other}};
    const auto asked = readAskedPrompt(pack, *m_open.store, other.id);
    EXPECT_THAT(asked, IsOk());
    return asked->hasChanged;
  };

  EXPECT_FALSE(changed("ask"));
  EXPECT_TRUE(changed("Other words"));

  ASSERT_THAT(m_open.desk.startAfresh(m_here.id), IsOk());
  EXPECT_FALSE(changed("Other words"));
}

TEST_F(AskedTodayTest, AsksInTheUsersWords) {
  const review::Prompt plain = test::aPrompt("plain");
  const PromptPack pack{{plain}};
  ASSERT_THAT(m_open.desk.overrideText(plain.id.value(), "ask", "My words?", ""), IsOk());

  const auto asked = readAskedPrompt(pack, *m_open.store, plain.id);

  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->prompt.ask, "My words?");
}

}  // namespace
}  // namespace phaseboard::ops
