// SPDX-License-Identifier: Apache-2.0
#include "app/review/queue_order.h"

#include <algorithm>
#include <deque>
#include <set>
#include <unordered_map>
#include <utility>

namespace phaseboard::review {
namespace {

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

/// The first that asks for the lapsed concept elsewhere; null when none does.
std::vector<Candidate>::const_iterator firstRelated(const std::vector<Candidate>& candidates,
                                                    const Kin& lapse) {
  return std::find_if(candidates.begin(), candidates.end(), [&lapse](const Candidate& candidate) {
    return areRelated(*candidate.kin, lapse);
  });
}

}  // namespace

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

std::vector<Candidate> spreadSiblings(const std::vector<Candidate>& ordered) {
  return Spreading{ordered}.run();
}

std::vector<Candidate> takeWaitingSiblings(std::vector<Candidate>& reviews, Groups today) {
  std::vector<Candidate> waiting;
  std::vector<Candidate> asked;
  asked.reserve(reviews.size());
  for (const Candidate& review : reviews) {
    const bool isFirst = today.insert(review.group).second;
    (isFirst || !review.mayWait ? asked : waiting).push_back(review);
  }
  reviews = std::move(asked);
  return waiting;
}

bool areRelated(const Kin& prompt, const Kin& lapse) {
  return !lapse.idea.empty() && prompt.idea == lapse.idea && prompt.place != lapse.place;
}

void pullRelated(std::vector<Candidate>& ordered, const std::vector<Kin>& lapses,
                 const std::vector<Candidate>& aside) {
  for (const Kin& lapse : lapses) {
    const auto place =
        static_cast<std::ptrdiff_t>(std::min<std::size_t>(kRelatedGap, ordered.size()));
    const std::ptrdiff_t inQueue = firstRelated(ordered, lapse) - ordered.cbegin();
    if (inQueue < std::ssize(ordered)) {
      if (inQueue > place)
        std::rotate(ordered.begin() + place, ordered.begin() + inQueue,
                    ordered.begin() + inQueue + 1);
      continue;
    }
    const auto other = firstRelated(aside, lapse);
    if (other != aside.cend())
      ordered.insert(ordered.begin() + place, *other);
  }
}

}  // namespace phaseboard::review
