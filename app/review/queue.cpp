// SPDX-License-Identifier: Apache-2.0
#include "app/review/queue.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "app/content/model.h"
#include "app/review/queue_order.h"

namespace phaseboard::review {
namespace {

bool isInSteps(const PromptState& state) {
  return state.standing == Standing::Learning || state.standing == Standing::Relearning;
}

Instant stepEnd(const PromptState& state) {
  return state.dueAt.value_or(state.lastAt);
}

bool mayWaitForSibling(const PromptState& state, StudyDay today) {
  const int interval = daysBetween(state.lastDay, state.dueDay);
  return daysBetween(state.dueDay, today) <
         std::min(kSiblingPatience, interval / kSiblingPatienceShare);
}

std::vector<Candidate> dueReviews(const QueueFacts& facts, const MemorySettings& settings) {
  std::vector<Candidate> reviews;
  for (const SeenPrompt& seen : facts.seen)
    if (seen.state.standing == Standing::Review)
      reviews.push_back({.prompt = &seen.prompt,
                         .group = seen.siblingGroup,
                         .kin = &seen.kin,
                         .recall = recallOn(seen.state, facts.today, settings).value_or(0),
                         .mayWait = mayWaitForSibling(seen.state, facts.today),
                         .cost = seen.cost});
  std::sort(reviews.begin(), reviews.end(), [](const Candidate& a, const Candidate& b) {
    return a.recall != b.recall ? a.recall < b.recall : *a.prompt < *b.prompt;
  });
  return reviews;
}

/// Groups of which something was answered today or is in its steps.
Groups groupsOfToday(const QueueFacts& facts) {
  Groups groups(facts.siblingGroupsOfToday.begin(), facts.siblingGroupsOfToday.end());
  for (const SeenPrompt& seen : facts.seen)
    if (isInSteps(seen.state))
      groups.insert(seen.siblingGroup);
  return groups;
}

Candidate toBegin(const NewPrompt& fresh) {
  return {.prompt = &fresh.prompt,
          .group = fresh.siblingGroup,
          .kin = &fresh.kin,
          .isNew = true,
          .cost = fresh.cost};
}

/// The new prompts that today may begin in `room`.
std::vector<Candidate> promptsToBegin(const QueueFacts& facts, std::int64_t room) {
  Groups taken(facts.siblingGroupsOfToday.begin(), facts.siblingGroupsOfToday.end());
  for (const SeenPrompt& seen : facts.seen)
    taken.insert(seen.siblingGroup);
  std::vector<Candidate> chosen;
  for (const NewPrompt& fresh : facts.fresh) {
    const std::int64_t cost = kAnswersPerNewPrompt * fresh.cost.value();
    if (std::ssize(chosen) >= facts.newLimit || cost > room)
      break;
    if (!taken.insert(fresh.siblingGroup).second)
      continue;
    room -= cost;
    chosen.push_back(toBegin(fresh));
  }
  return chosen;
}

/// New prompts of a concept that lapsed today may be begun beyond the limit.
void addFreshRelated(std::vector<Candidate>& aside, const QueueFacts& facts) {
  const Groups today = groupsOfToday(facts);
  for (const NewPrompt& fresh : facts.fresh)
    for (const Kin& lapse : facts.lapses)
      if (areRelated(fresh.kin, lapse) && !today.contains(fresh.siblingGroup))
        aside.push_back(toBegin(fresh));
}

/// Takes out, and returns, what does not fit into `room` any more, and the room of what does.
std::vector<Candidate> takeWhatDoesNotFit(std::vector<Candidate>& ordered, std::int64_t& room) {
  auto end = ordered.begin();
  for (; end != ordered.end() && end->cost.value() <= room; ++end)
    room -= end->cost.value();
  std::vector<Candidate> left(end, ordered.end());
  ordered.erase(end, ordered.end());
  return left;
}

template <class Prompts>
bool takeTime(const Prompts& prompts) {
  return std::all_of(prompts.begin(), prompts.end(),
                     [](const auto& prompt) { return prompt.cost.value() > 0; });
}

Status check(const QueueFacts& facts) {
  if (facts.newLimit < 0)
    return fail(ErrorKind::InvalidInput, "newLimit", std::to_string(facts.newLimit));
  if (facts.budget && facts.budget->value() < 0)
    return fail(ErrorKind::InvalidInput, "budget", std::to_string(facts.budget->value()));
  if (!takeTime(facts.seen) || !takeTime(facts.fresh))
    return fail(ErrorKind::InvalidInput, "cost", "an answer takes time");
  return {};
}

}  // namespace

Result<ReviewQueue> ReviewQueue::build(const QueueFacts& facts, const MemorySettings& settings) {
  PHASEBOARD_TRY(check(facts));
  ReviewQueue queue;
  queue.m_builtAt = facts.now;
  for (const SeenPrompt& seen : facts.seen)
    if (isInSteps(seen.state))
      queue.m_steps.emplace(std::pair{stepEnd(seen.state), seen.prompt}, seen.cost);
  queue.keepWhatFits(facts, settings);
  return queue;
}

void ReviewQueue::keepWhatFits(const QueueFacts& facts, const MemorySettings& settings) {
  std::int64_t room =
      facts.budget ? facts.budget->value() : std::numeric_limits<std::int64_t>::max();
  for (const auto& [step, cost] : m_steps)
    room = std::max<std::int64_t>(0, room - cost.value());
  std::vector<Candidate> reviews = dueReviews(facts, settings);
  std::vector<Candidate> aside = facts.siblingsWait
                                     ? takeWaitingSiblings(reviews, groupsOfToday(facts))
                                     : std::vector<Candidate>();
  m_siblingsWaiting = static_cast<int>(aside.size());
  const std::vector<Candidate> left = takeWhatDoesNotFit(reviews, room);
  m_leftForLater = static_cast<int>(left.size());
  const std::vector<Candidate> fresh =
      left.empty() ? promptsToBegin(facts, room) : std::vector<Candidate>{};

  std::vector<Candidate> ordered = spreadSiblings(mixed(reviews, fresh));
  if (!facts.lapses.empty()) {
    aside.insert(aside.end(), left.begin(), left.end());
    addFreshRelated(aside, facts);
    pullRelated(ordered, facts.lapses, aside);
  }
  for (const Candidate& candidate : ordered)
    ++(candidate.isNew ? m_new : m_reviews);
  m_waiting.reserve(ordered.size());
  for (auto candidate = ordered.rbegin(); candidate != ordered.rend(); ++candidate)
    m_waiting.push_back({*candidate->prompt, candidate->isNew, candidate->cost});
}

ReviewQueue ReviewQueue::of(const std::vector<NewPrompt>& prompts, Instant now) {
  ReviewQueue queue;
  queue.m_builtAt = now;
  queue.m_reviews = static_cast<int>(prompts.size());
  for (auto prompt = prompts.rbegin(); prompt != prompts.rend(); ++prompt)
    queue.m_waiting.push_back({prompt->prompt, false, prompt->cost});
  return queue;
}

Kin kinOf(const Prompt& prompt) {
  if (!prompt.conceptId)
    return {};
  return {prompt.conceptId->value(),
          prompt.diagram ? prompt.diagram->value()
                         : content::noteTarget(prompt.question, prompt.phase).value()};
}

std::optional<PromptId> ReviewQueue::next(Instant now) const {
  const auto soonest = m_steps.begin();
  if (soonest != m_steps.end() && soonest->first.first <= now)
    return soonest->first.second;
  if (!m_waiting.empty())
    return m_waiting.back().prompt;
  if (soonest != m_steps.end() && soonest->first.first.value() - now.value() <= kLearnAhead.value())
    return soonest->first.second;
  return std::nullopt;
}

std::optional<Instant> ReviewQueue::waitsUntil(Instant now) const {
  if (m_steps.empty() || next(now))
    return std::nullopt;
  return Instant{m_steps.begin()->first.first.value() - kLearnAhead.value()};
}

void ReviewQueue::answered(const PromptId& prompt, const PromptState& after) {
  const Millis cost = take(prompt);
  if (isInSteps(after))
    m_steps.emplace(std::pair{stepEnd(after), prompt}, cost);
}

void ReviewQueue::remove(const PromptId& prompt) {
  (void)take(prompt);
}

void ReviewQueue::putBack(const PromptId& prompt, const PromptState& before) {
  const Millis cost = take(prompt);
  if (isInSteps(before)) {
    m_steps.emplace(std::pair{std::min(stepEnd(before), m_builtAt), prompt}, cost);
    return;
  }
  const bool isNew = before.standing == Standing::New;
  ++(isNew ? m_new : m_reviews);
  m_waiting.push_back({prompt, isNew, cost});
}

std::vector<PromptId> ReviewQueue::order() const {
  std::vector<PromptId> ids;
  for (const auto& [step, cost] : m_steps)
    if (step.first <= m_builtAt)
      ids.push_back(step.second);
  for (auto entry = m_waiting.rbegin(); entry != m_waiting.rend(); ++entry)
    ids.push_back(entry->prompt);
  return ids;
}

Millis ReviewQueue::expectedTime() const {
  std::int64_t time = 0;
  for (const auto& [step, cost] : m_steps)
    time += cost.value();
  for (const Entry& entry : m_waiting)
    time += (entry.isNew ? kAnswersPerNewPrompt : 1) * entry.cost.value();
  return Millis{time};
}

Millis ReviewQueue::newTime() const {
  std::int64_t time = 0;
  for (const Entry& entry : m_waiting)
    time += entry.isNew ? kAnswersPerNewPrompt * entry.cost.value() : 0;
  return Millis{time};
}

Millis ReviewQueue::take(const PromptId& prompt) {
  // Usually the last one: it was asked because it is next.
  const auto found = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                  [&](const Entry& entry) { return entry.prompt == prompt; });
  Millis cost = kUsualAnswer;
  if (found != m_waiting.rend()) {
    --(found->isNew ? m_new : m_reviews);
    cost = found->cost;
    m_waiting.erase(std::next(found).base());
  }
  const auto step = std::find_if(m_steps.begin(), m_steps.end(), [&](const auto& candidate) {
    return candidate.first.second == prompt;
  });
  if (step != m_steps.end()) {
    cost = step->second;
    m_steps.erase(step);
  }
  return cost;
}

}  // namespace phaseboard::review
