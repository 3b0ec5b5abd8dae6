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
      reviews.push_back({&seen.prompt, seen.siblingGroup, &seen.kin,
                         recallOn(seen.state, facts.today, settings).value_or(0),
                         mayWaitForSibling(seen.state, facts.today), false});
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

/// The new prompts that today may begin, at most `limit`.
std::vector<Candidate> promptsToBegin(const QueueFacts& facts, std::int64_t limit) {
  Groups taken(facts.siblingGroupsOfToday.begin(), facts.siblingGroupsOfToday.end());
  for (const SeenPrompt& seen : facts.seen)
    taken.insert(seen.siblingGroup);
  std::vector<Candidate> chosen;
  for (const NewPrompt& fresh : facts.fresh) {
    if (std::ssize(chosen) >= limit)
      break;
    if (taken.insert(fresh.siblingGroup).second)
      chosen.push_back({&fresh.prompt, fresh.siblingGroup, &fresh.kin, 0, false, true});
  }
  return chosen;
}

/// New prompts of a concept that lapsed today may be begun beyond the limit.
void addFreshRelated(std::vector<Candidate>& aside, const QueueFacts& facts) {
  const Groups today = groupsOfToday(facts);
  for (const NewPrompt& fresh : facts.fresh)
    for (const Kin& lapse : facts.lapses)
      if (areRelated(fresh.kin, lapse) && !today.contains(fresh.siblingGroup))
        aside.push_back({&fresh.prompt, fresh.siblingGroup, &fresh.kin, 0, false, true});
}

std::int64_t answersThatFit(const QueueFacts& facts) {
  if (!facts.budget)
    return std::numeric_limits<std::int64_t>::max();
  return facts.budget->value() / facts.perAnswer.value();
}

Status check(const QueueFacts& facts) {
  if (facts.newLimit < 0)
    return fail(ErrorKind::InvalidInput, "newLimit", std::to_string(facts.newLimit));
  if (facts.budget && facts.budget->value() < 0)
    return fail(ErrorKind::InvalidInput, "budget", std::to_string(facts.budget->value()));
  if (facts.perAnswer.value() <= 0)
    return fail(ErrorKind::InvalidInput, "perAnswer", std::to_string(facts.perAnswer.value()));
  return {};
}

}  // namespace

Result<ReviewQueue> ReviewQueue::build(const QueueFacts& facts, const MemorySettings& settings) {
  PHASEBOARD_TRY(check(facts));
  ReviewQueue queue;
  queue.m_perAnswer = facts.perAnswer;
  queue.m_builtAt = facts.now;
  for (const SeenPrompt& seen : facts.seen)
    if (isInSteps(seen.state))
      queue.m_steps.emplace(stepEnd(seen.state), seen.prompt);

  std::int64_t room = std::max<std::int64_t>(0, answersThatFit(facts) - queue.inSteps());
  std::vector<Candidate> reviews = dueReviews(facts, settings);
  std::vector<Candidate> aside = facts.siblingsWait
                                     ? takeWaitingSiblings(reviews, groupsOfToday(facts))
                                     : std::vector<Candidate>();
  queue.m_siblingsWaiting = static_cast<int>(aside.size());
  if (room < std::ssize(reviews)) {
    queue.m_leftForLater = static_cast<int>(std::ssize(reviews) - room);
    aside.insert(aside.end(), reviews.begin() + room, reviews.end());
    reviews.resize(static_cast<std::size_t>(room));
  }
  room -= std::ssize(reviews);
  const std::vector<Candidate> fresh =
      promptsToBegin(facts, std::min<std::int64_t>(facts.newLimit, room / kAnswersPerNewPrompt));

  std::vector<Candidate> ordered = spreadSiblings(mixed(reviews, fresh));
  if (!facts.lapses.empty()) {
    addFreshRelated(aside, facts);
    pullRelated(ordered, facts.lapses, aside);
  }
  for (const Candidate& candidate : ordered)
    ++(candidate.isNew ? queue.m_new : queue.m_reviews);
  queue.m_waiting.reserve(ordered.size());
  for (auto candidate = ordered.rbegin(); candidate != ordered.rend(); ++candidate)
    queue.m_waiting.push_back({*candidate->prompt, candidate->isNew});
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
  if (!m_steps.empty() && m_steps.begin()->first <= now)
    return m_steps.begin()->second;
  if (!m_waiting.empty())
    return m_waiting.back().prompt;
  if (!m_steps.empty() && m_steps.begin()->first.value() - now.value() <= kLearnAhead.value())
    return m_steps.begin()->second;
  return std::nullopt;
}

std::optional<Instant> ReviewQueue::waitsUntil(Instant now) const {
  if (m_steps.empty() || next(now))
    return std::nullopt;
  return Instant{m_steps.begin()->first.value() - kLearnAhead.value()};
}

void ReviewQueue::answered(const PromptId& prompt, const PromptState& after) {
  remove(prompt);
  if (isInSteps(after))
    m_steps.emplace(stepEnd(after), prompt);
}

void ReviewQueue::remove(const PromptId& prompt) {
  eraseWaiting(prompt);
  eraseStep(prompt);
}

void ReviewQueue::putBack(const PromptId& prompt, const PromptState& before) {
  remove(prompt);
  if (isInSteps(before)) {
    m_steps.emplace(std::min(stepEnd(before), m_builtAt), prompt);
    return;
  }
  const bool isNew = before.standing == Standing::New;
  ++(isNew ? m_new : m_reviews);
  m_waiting.push_back({prompt, isNew});
}

std::vector<PromptId> ReviewQueue::order() const {
  std::vector<PromptId> ids;
  for (const auto& [end, prompt] : m_steps)
    if (end <= m_builtAt)
      ids.push_back(prompt);
  for (auto entry = m_waiting.rbegin(); entry != m_waiting.rend(); ++entry)
    ids.push_back(entry->prompt);
  return ids;
}

Millis ReviewQueue::expectedTime() const {
  const std::int64_t answers =
      std::int64_t{inSteps()} + m_reviews + std::int64_t{kAnswersPerNewPrompt} * m_new;
  return Millis{answers * m_perAnswer.value()};
}

void ReviewQueue::eraseWaiting(const PromptId& prompt) {
  // Usually the last one: it was asked because it is next.
  const auto found = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                  [&](const Entry& entry) { return entry.prompt == prompt; });
  if (found == m_waiting.rend())
    return;
  --(found->isNew ? m_new : m_reviews);
  m_waiting.erase(std::next(found).base());
}

void ReviewQueue::eraseStep(const PromptId& prompt) {
  const auto found = std::find_if(m_steps.begin(), m_steps.end(),
                                  [&](const auto& step) { return step.second == prompt; });
  if (found != m_steps.end())
    m_steps.erase(found);
}

}  // namespace phaseboard::review
