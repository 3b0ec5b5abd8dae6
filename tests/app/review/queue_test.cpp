// SPDX-License-Identifier: Apache-2.0
#include "app/review/queue.h"

#include <algorithm>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::review {
namespace {

using phaseboard::test::FailsWith;
using test::morningOf;
using testing::ElementsAre;
using testing::SizeIs;

constexpr StudyDay kToday{1000};

Instant minutesLater(std::int64_t minutes) {
  return Instant{morningOf(kToday).value() + minutes * 60'000};
}

/// Answered `elapsed` days ago; the shorter the stability, the more at risk.
SeenPrompt review(const std::string& id, double stability, const std::string& group = {},
                  int elapsed = 10) {
  PromptState state;
  state.standing = Standing::Review;
  state.memory = memory::MemoryState{stability, 5};
  state.reps = 3;
  state.lastDay = plusDays(kToday, -elapsed);
  state.dueDay = kToday;
  return {PromptId{id}, group.empty() ? id : group, state, {}};
}

/// The same, due for so long that it waits for no sibling any more.
SeenPrompt overdue(const std::string& id, double stability, const std::string& group) {
  SeenPrompt prompt = review(id, stability, group);
  prompt.state.dueDay = plusDays(kToday, -kSiblingPatience);
  return prompt;
}

/// `prompt`, about a concept in a figure.
template <class Prompt>
Prompt about(Prompt prompt, const std::string& idea, const std::string& place) {
  prompt.kin = {idea, place};
  return prompt;
}

SeenPrompt step(const std::string& id, std::int64_t minutes) {
  PromptState state;
  state.standing = Standing::Learning;
  state.memory = memory::MemoryState{2, 5};
  state.reps = 1;
  state.lastDay = kToday;
  state.dueDay = kToday;
  state.dueAt = minutesLater(minutes);
  return {PromptId{id}, id, state, {}};
}

NewPrompt fresh(const std::string& id, const std::string& group = {}) {
  return {PromptId{id}, group.empty() ? id : group, {}};
}

QueueFacts facts() {
  QueueFacts facts;
  facts.now = morningOf(kToday);
  facts.today = kToday;
  facts.newLimit = 100;
  return facts;
}

ReviewQueue build(const QueueFacts& facts) {
  return ReviewQueue::build(facts, {}).value();
}

std::vector<std::string> order(const ReviewQueue& queue) {
  std::vector<std::string> ids;
  for (const PromptId& id : queue.order())
    ids.push_back(id.value());
  return ids;
}

TEST(ReviewQueue, AsksStepsFirstThenTheReviewsMostAtRisk) {
  QueueFacts given = facts();
  given.seen = {review("safe", 40), step("later", -1), review("risky", 5), step("sooner", -3),
                review("middle", 12)};

  EXPECT_THAT(order(build(given)), ElementsAre("sooner", "later", "risky", "middle", "safe"));
}

TEST(ReviewQueue, BreaksTiesById) {
  QueueFacts given = facts();
  given.seen = {review("c", 9), review("a", 9), review("b", 9)};

  EXPECT_THAT(order(build(given)), ElementsAre("a", "b", "c"));
}

TEST(ReviewQueue, SpreadsNewPromptsAmongReviews) {
  QueueFacts given = facts();
  for (int i = 0; i < 6; ++i)
    given.seen.push_back(review("r" + std::to_string(i), 5 + i));
  given.fresh = {fresh("n0"), fresh("n1")};

  EXPECT_THAT(order(build(given)), ElementsAre("r0", "r1", "n0", "r2", "r3", "n1", "r4", "r5"));
}

TEST(ReviewQueue, KeepsTheOrderAndLimitOfNewPrompts) {
  QueueFacts given = facts();
  given.fresh = {fresh("z"), fresh("y"), fresh("x")};
  given.newLimit = 2;

  EXPECT_THAT(order(build(given)), ElementsAre("z", "y"));
}

TEST(ReviewQueue, KeepsSiblingsApart) {
  QueueFacts given = facts();
  for (int i = 0; i < 40; ++i)
    given.seen.push_back(
        overdue("p" + std::to_string(100 + i), 5 + i, "group" + std::to_string(i / 4)));
  const auto ids = order(build(given));

  ASSERT_THAT(ids, SizeIs(40));
  for (std::size_t i = 0; i < ids.size(); ++i)
    for (std::size_t j = i + 1; j < ids.size() && j <= i + kSiblingGap; ++j)
      EXPECT_NE((std::stoi(ids[i].substr(1)) - 100) / 4, (std::stoi(ids[j].substr(1)) - 100) / 4)
          << i << ' ' << j;
}

TEST(ReviewQueue, AsksSiblingsInARowWhenNothingElseIsThere) {
  QueueFacts given = facts();
  given.seen = {overdue("a", 5, "g"), overdue("b", 6, "g"), overdue("c", 7, "g")};

  EXPECT_THAT(order(build(given)), ElementsAre("a", "b", "c"));
}

TEST(ReviewQueue, BeginsOneNewPromptOfAGroup) {
  QueueFacts given = facts();
  given.fresh = {fresh("name", "part"), fresh("purpose", "part"), fresh("other")};

  EXPECT_THAT(order(build(given)), ElementsAre("name", "other"));
}

TEST(ReviewQueue, BeginsNoSiblingOfWhatIsDueOrWasAnsweredToday) {
  QueueFacts given = facts();
  given.seen = {review("name", 5, "due-part")};
  given.fresh = {fresh("purpose", "due-part"), fresh("edge", "seen-part"), fresh("free")};
  given.siblingGroupsOfToday = {"seen-part"};

  EXPECT_THAT(order(build(given)), ElementsAre("name", "free"));
}

TEST(ReviewQueue, LetsSiblingsWaitForAnotherDay) {
  QueueFacts given = facts();
  given.seen = {review("safer", 9, "part"), review("riskier", 5, "part"), review("other", 7)};

  EXPECT_THAT(order(build(given)), ElementsAre("riskier", "other"));
  EXPECT_EQ(build(given).siblingsWaiting(), 1);
  EXPECT_EQ(build(given).leftForLater(), 0);
}

TEST(ReviewQueue, LetsAReviewWaitWhenItsSiblingWasAnsweredTodayOrIsInItsSteps) {
  QueueFacts given = facts();
  SeenPrompt learning = step("learning", 5);
  learning.siblingGroup = "learnt-part";
  given.seen = {review("a", 5, "seen-part"), review("b", 6, "learnt-part"), learning,
                review("c", 7)};
  given.siblingGroupsOfToday = {"seen-part"};

  EXPECT_THAT(order(build(given)), ElementsAre("c"));
}

TEST(ReviewQueue, LetsNoSiblingWaitForLongNorForMoreThanATenthOfItsInterval) {
  for (const int interval : {5, 9, 10, 15, 20, 200})
    for (int days = 0; days <= 4; ++days) {
      SCOPED_TRACE(testing::Message() << interval << " days, due for " << days);
      QueueFacts given = facts();
      given.seen = {review("a", 5, "part"), review("b", 9, "part")};
      given.seen[1].state.dueDay = plusDays(kToday, -days);
      given.seen[1].state.lastDay = plusDays(kToday, -days - interval);

      // What waits is safer than its sibling.
      given.seen[1].state.memory->stability = 1'000;
      EXPECT_EQ(build(given).reviews(), days < std::min(2, interval / 10) ? 1 : 2);
    }
}

TEST(ReviewQueue, LetsNoSiblingWaitWhereNothingMayBePutOff) {
  QueueFacts given = facts();
  given.seen = {review("a", 5, "part"), review("b", 9, "part")};
  given.siblingsWait = false;

  EXPECT_THAT(order(build(given)), ElementsAre("a", "b"));
}

TEST(ReviewQueue, BringsALapsedConceptForwardInAnotherFigure) {
  QueueFacts given = facts();
  for (int i = 0; i < 8; ++i)
    given.seen.push_back(review("r" + std::to_string(i), 5 + i));
  given.seen.push_back(about(review("same-figure", 50), "cache", "ads/path"));
  given.seen.push_back(about(review("elsewhere", 60), "cache", "feed/path"));
  given.lapses = {{"cache", "ads/path"}};

  const auto ids = order(build(given));

  EXPECT_EQ(std::ranges::find(ids, "elsewhere") - ids.begin(), kRelatedGap);
  EXPECT_EQ(ids.back(), "same-figure");
  EXPECT_EQ(build(given).reviews(), 10);
}

TEST(ReviewQueue, AsksALapsedConceptInWhatWasPutOffOrIsNewWhenNothingElseIsDue) {
  QueueFacts given = facts();
  given.newLimit = 0;
  given.seen = {review("a", 5)};
  given.fresh = {about(fresh("here"), "cache", "ads/path"),
                 about(fresh("there"), "cache", "feed/path"),
                 about(fresh("later"), "cache", "video/path")};
  given.lapses = {{"cache", "ads/path"}};
  EXPECT_THAT(order(build(given)), ElementsAre("a", "there"));
  EXPECT_EQ(build(given).newPrompts(), 1);

  given.seen.push_back(about(review("off", 70), "cache", "mail/path"));
  given.budget = kUsualAnswer;
  EXPECT_THAT(order(build(given)), ElementsAre("a", "off"));
}

TEST(ReviewQueue, AsksNothingMoreForAConceptThatOccursNowhereElse) {
  QueueFacts given = facts();
  given.seen = {review("a", 5)};
  given.newLimit = 0;
  given.fresh = {about(fresh("here"), "cache", "ads/path"), fresh("other")};
  given.lapses = {{"cache", "ads/path"}};

  EXPECT_THAT(order(build(given)), ElementsAre("a"));
}

TEST(ReviewQueue, BeginsNothingRelatedWhoseSiblingWasAnsweredToday) {
  QueueFacts given = facts();
  given.seen = {review("a", 5)};
  given.newLimit = 0;
  given.fresh = {about(fresh("there", "today"), "cache", "feed/path"),
                 about(fresh("unrelated"), "shard", "mail/path")};
  given.lapses = {{"cache", "ads/path"}};
  given.siblingGroupsOfToday = {"today"};

  EXPECT_THAT(order(build(given)), ElementsAre("a"));
}

TEST(ReviewQueue, KnowsWhatItsNewPromptsTake) {
  QueueFacts given = facts();
  given.seen = {review("a", 5)};
  given.fresh = {fresh("one"), fresh("two")};

  EXPECT_EQ(build(given).newTime(), Millis{2 * kAnswersPerNewPrompt * kUsualAnswer.value()});
}

TEST(ReviewQueue, LeavesWhatDoesNotFitTheBudget) {
  QueueFacts given = facts();
  given.seen = {step("step", -1), review("a", 5), review("b", 6), review("c", 7)};
  given.fresh = {fresh("new")};

  given.budget = Millis{60'000};
  EXPECT_THAT(order(build(given)), ElementsAre("step", "a", "b"));
  EXPECT_EQ(build(given).leftForLater(), 1);

  given.budget = Millis{100'000};  // one answer is left, a new prompt takes two
  EXPECT_EQ(build(given).newPrompts(), 0);
  EXPECT_EQ(build(given).leftForLater(), 0);

  given.budget = Millis{120'000};
  EXPECT_EQ(build(given).newPrompts(), 1);
  EXPECT_EQ(build(given).expectedTime(), Millis{120'000});

  given.budget = Millis{0};
  EXPECT_THAT(order(build(given)), ElementsAre("step"));
}

TEST(ReviewQueue, FillsTheBudgetWithTheTimeOfEachPrompt) {
  QueueFacts given = facts();
  given.seen = {review("quick", 5), review("long", 6), review("last", 7)};
  given.seen[1].cost = Millis{50'000};
  given.seen[0].cost = given.seen[2].cost = Millis{5'000};

  given.budget = Millis{54'000};
  EXPECT_THAT(order(build(given)), ElementsAre("quick"));
  EXPECT_EQ(build(given).leftForLater(), 2);

  given.budget = Millis{60'000};
  EXPECT_EQ(build(given).expectedTime(), Millis{60'000});
}

TEST(ReviewQueue, AsksWhatItWasGivenInTheOrderGiven) {
  ReviewQueue queue = ReviewQueue::of({fresh("b"), fresh("a"), fresh("c")}, morningOf(kToday));
  EXPECT_THAT(order(queue), ElementsAre("b", "a", "c"));

  PromptState forgotten;
  forgotten.standing = Standing::Relearning;
  forgotten.dueAt = minutesLater(1);
  queue.answered(PromptId{"b"}, forgotten);
  PromptState known;
  known.standing = Standing::Review;
  queue.answered(PromptId{"a"}, known);

  EXPECT_EQ(queue.next(minutesLater(0)), PromptId{"c"});
  queue.answered(PromptId{"c"}, known);
  EXPECT_EQ(queue.next(minutesLater(2)), PromptId{"b"});
}

TEST(ReviewQueue, RefusesNonsense) {
  QueueFacts limit = facts();
  limit.newLimit = -1;
  QueueFacts budget = facts();
  budget.budget = Millis{-1};
  QueueFacts cost = facts();
  cost.seen = {review("a", 5)};
  cost.seen[0].cost = Millis{0};

  for (const QueueFacts& bad : {limit, budget, cost})
    EXPECT_THAT(ReviewQueue::build(bad, {}), FailsWith(ErrorKind::InvalidInput));
}

TEST(ReviewQueue, DoesNotDependOnTheOrderOfTheFacts) {
  QueueFacts given = facts();
  for (int i = 0; i < 200; ++i)
    given.seen.push_back(review("p" + std::to_string(i), 5 + i % 7, "g" + std::to_string(i / 3)));
  given.lapses = {{"idea", "here"}};
  const auto expected = order(build(given));

  phaseboard::test::SeededChance chance{3};
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = given.seen.size(); i > 1; --i)
      std::swap(given.seen[i - 1], given.seen[chance.next() % i]);
    ASSERT_EQ(order(build(given)), expected);
  }
}

TEST(ReviewQueue, BringsAStepBackWhenItIsOver) {
  QueueFacts given = facts();
  given.seen = {review("a", 5), review("b", 6)};
  ReviewQueue queue = build(given);

  queue.answered(PromptId{"a"}, step("a", 10).state);

  EXPECT_EQ(queue.next(minutesLater(0)), PromptId{"b"});
  EXPECT_EQ(queue.next(minutesLater(10)), PromptId{"a"});
  EXPECT_EQ(queue.reviews(), 1);
  EXPECT_EQ(queue.inSteps(), 1);
}

TEST(ReviewQueue, AsksAStepEarlyWhenNothingElseIsLeft) {
  QueueFacts given = facts();
  given.seen = {step("soon", 20), step("late", 60)};
  ReviewQueue queue = build(given);
  EXPECT_EQ(queue.next(minutesLater(0)), PromptId{"soon"});
  EXPECT_EQ(queue.waitsUntil(minutesLater(0)), std::nullopt);

  queue.answered(PromptId{"soon"}, review("soon", 9).state);

  EXPECT_EQ(queue.next(minutesLater(39)), std::nullopt);
  EXPECT_EQ(queue.waitsUntil(minutesLater(39)), minutesLater(40));
  EXPECT_EQ(queue.next(minutesLater(40)), PromptId{"late"});
}

TEST(ReviewQueue, PutsAPromptBackBeforeAllOthers) {
  QueueFacts given = facts();
  given.seen = {review("a", 5), review("b", 6)};
  given.fresh = {fresh("n")};
  ReviewQueue queue = build(given);
  const auto before = order(queue);
  const PromptId first = *queue.next(facts().now);

  queue.answered(first, review("a", 50).state);
  queue.putBack(first, review("a", 5).state);

  EXPECT_EQ(order(queue), before);
  EXPECT_EQ(queue.reviews(), 2);
  EXPECT_EQ(queue.newPrompts(), 1);
}

TEST(ReviewQueue, ForgetsWhatWasRemoved) {
  QueueFacts given = facts();
  given.seen = {review("a", 5), step("s", 5)};
  ReviewQueue queue = build(given);

  queue.remove(PromptId{"a"});
  queue.remove(PromptId{"s"});
  queue.remove(PromptId{"unknown"});

  EXPECT_TRUE(queue.isEmpty());
  EXPECT_EQ(queue.next(minutesLater(60)), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::review
