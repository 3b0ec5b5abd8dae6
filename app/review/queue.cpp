// SPDX-License-Identifier: Apache-2.0
#include "app/review/queue.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace phaseboard::review {
namespace {

bool isInSteps(const PromptState& state) {
  return state.standing == Standing::Learning || state.standing == Standing::Relearning;
}

Instant stepEnd(const PromptState& state) {
  return state.dueAt.value_or(state.lastAt);
}

/// A prompt with what its place depends on. Views look into the facts.
struct Candidate {
  const PromptId* prompt = nullptr;
  std::string_view group;
  double recall = 0;
  bool isNew = false;
};

std::vector<Candidate> dueReviews(const QueueFacts& facts, const MemorySettings& settings) {
  std::vector<Candidate> reviews;
  for (const SeenPrompt& seen : facts.seen)
    if (seen.state.standing == Standing::Review)
      reviews.push_back({&seen.prompt, seen.siblingGroup,
                         recallOn(seen.state, facts.today, settings).value_or(0), false});
  std::sort(reviews.begin(), reviews.end(), [](const Candidate& a, const Candidate& b) {
    return a.recall != b.recall ? a.recall < b.recall : *a.prompt < *b.prompt;
  });
  return reviews;
}

/// The new prompts that today may begin, at most `limit`.
std::vector<Candidate> promptsToBegin(const QueueFacts& facts, std::int64_t limit) {
  std::unordered_set<std::string_view> taken(facts.siblingGroupsOfToday.begin(),
                                             facts.siblingGroupsOfToday.end());
  for (const SeenPrompt& seen : facts.seen)
    taken.insert(seen.siblingGroup);
  std::vector<Candidate> chosen;
  for (const NewPrompt& fresh : facts.fresh) {
    if (std::ssize(chosen) >= limit)
      break;
    if (taken.insert(fresh.siblingGroup).second)
      chosen.push_back({&fresh.prompt, fresh.siblingGroup, 0, true});
  }
  return chosen;
}

/// Spreads the new prompts evenly among the reviews.
std::vector<Candidate> mixed(const std::vector<Candidate>& reviews,
                             const std::vector<Candidate>& fresh) {
  std::vector<Candidate> all;
  all.reserve(reviews.size() + fresh.size());
  std::size_t review = 0;
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    const std::size_t before = ((i + 1) * reviews.size() + fresh.size()) / (fresh.size() + 1);
    while (review < before)
      all.push_back(reviews[review++]);
    all.push_back(fresh[i]);
  }
  all.insert(all.end(), reviews.begin() + static_cast<std::ptrdiff_t>(review), reviews.end());
  return all;
}

/// Keeps members of one group apart and otherwise changes the order as little as possible.
///
/// Each place takes the first prompt whose group has rested; when none has, the one that rests for
/// longest. A group that would otherwise not get its members apart any more goes before its turn.
class Spreading {
 public:
  explicit Spreading(const std::vector<Candidate>& ordered)
      : m_ordered(ordered), m_links(ordered.size()), m_groupsWith(ordered.size() + 1, 0) {
    std::unordered_map<std::string_view, std::size_t> firstOfGroup;
    for (std::size_t i = ordered.size(); i-- > 0;) {
      const auto [found, isLast] = firstOfGroup.try_emplace(ordered[i].group, i);
      if (!isLast) {
        m_links[i] = {found->second, m_links[found->second].remaining + 1};
        found->second = i;
      }
    }
    for (const auto& [group, first] : firstOfGroup) {
      ++m_groupsWith[m_links[first].remaining];
      m_most = std::max(m_most, m_links[first].remaining);
      makeReady(first);
    }
  }

  std::vector<Candidate> run() && {
    std::vector<Candidate> result;
    result.reserve(m_ordered.size());
    while (result.size() < m_ordered.size()) {
      while (!m_resting.empty() && (m_resting.front().until <= result.size() || m_ready.empty())) {
        makeReady(m_resting.front().head);
        m_resting.pop_front();
      }
      const std::size_t head = choose(m_ordered.size() - result.size());
      take(head, result.size());
      result.push_back(m_ordered[head]);
    }
    return result;
  }

 private:
  /// Of a prompt: the next one of its group, and how many there are from it on.
  struct Link {
    std::size_t next = 0;
    std::size_t remaining = 1;
  };
  struct Resting {
    std::size_t until;
    std::size_t head;
  };

  void makeReady(std::size_t head) {
    m_ready.insert(head);
    m_readyByRemaining.emplace(m_ordered.size() - m_links[head].remaining, head);
  }

  [[nodiscard]] std::size_t choose(std::size_t placesLeft) const {
    // The largest groups fill every (gap + 1)-th place and then one more each.
    const std::size_t needed = (m_most - 1) * (kSiblingGap + 1) + m_groupsWith[m_most];
    const std::size_t largest = m_readyByRemaining.begin()->second;
    const bool isUrgent =
        m_most > 1 && needed >= placesLeft && m_links[largest].remaining == m_most;
    return isUrgent ? largest : *m_ready.begin();
  }

  void take(std::size_t head, std::size_t place) {
    const Link link = m_links[head];
    m_ready.erase(head);
    m_readyByRemaining.erase({m_ordered.size() - link.remaining, head});
    --m_groupsWith[link.remaining];
    ++m_groupsWith[link.remaining - 1];
    while (m_most > 1 && m_groupsWith[m_most] == 0)
      --m_most;
    if (link.remaining > 1)
      m_resting.push_back({place + kSiblingGap + 1, link.next});
  }

  const std::vector<Candidate>& m_ordered;
  std::vector<Link> m_links;
  std::vector<std::size_t> m_groupsWith;  ///< how many groups have so many prompts left
  std::size_t m_most = 1;                 ///< prompts left of the largest group
  std::set<std::size_t> m_ready;          ///< heads of groups that have rested, in order
  std::set<std::pair<std::size_t, std::size_t>> m_readyByRemaining;  ///< largest groups first
  std::deque<Resting> m_resting;                                     ///< by `until`
};

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
  if (room < std::ssize(reviews)) {
    queue.m_leftForLater = static_cast<int>(std::ssize(reviews) - room);
    reviews.resize(static_cast<std::size_t>(room));
  }
  room -= std::ssize(reviews);
  const std::vector<Candidate> fresh =
      promptsToBegin(facts, std::min<std::int64_t>(facts.newLimit, room / kAnswersPerNewPrompt));

  const std::vector<Candidate> ordered = Spreading{mixed(reviews, fresh)}.run();
  queue.m_reviews = static_cast<int>(reviews.size());
  queue.m_new = static_cast<int>(fresh.size());
  queue.m_waiting.reserve(ordered.size());
  for (auto candidate = ordered.rbegin(); candidate != ordered.rend(); ++candidate)
    queue.m_waiting.push_back({*candidate->prompt, candidate->isNew});
  return queue;
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
