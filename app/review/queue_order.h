// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/base/ids.h"
#include "app/review/queue.h"

/// How a queue is put in order; used by `ReviewQueue::build` only. All functions are pure.
namespace phaseboard::review {

/// A prompt with what its place depends on. Views look into the facts.
struct Candidate {
  const PromptId* prompt = nullptr;
  std::string_view group;
  const Kin* kin = nullptr;
  double recall = 0;
  bool mayWait = false;  ///< for a sibling's day to pass
  bool isNew = false;
  Millis cost{0};  ///< the expected time of an answer
};

using Groups = std::unordered_set<std::string_view>;

/// Spreads the new prompts evenly among the reviews.
[[nodiscard]] std::vector<Candidate> mixed(const std::vector<Candidate>& reviews,
                                           const std::vector<Candidate>& fresh);

/// Keeps members of one group `kSiblingGap` places apart and otherwise changes the order as little
/// as possible. O(n log n).
[[nodiscard]] std::vector<Candidate> spreadSiblings(const std::vector<Candidate>& ordered);

/// Takes out, and returns, the reviews that wait for another day because a sibling is asked today:
/// one of `today`'s groups, or one before them in `reviews`. Only what may wait does.
[[nodiscard]] std::vector<Candidate> takeWaitingSiblings(std::vector<Candidate>& reviews,
                                                         Groups today);

/// Whether a prompt asks for the lapsed concept somewhere else.
[[nodiscard]] bool areRelated(const Kin& prompt, const Kin& lapse);

/// For each lapsed concept, brings the first prompt that asks for it elsewhere `kRelatedGap` places
/// from the front: one that is in `ordered` anyway, or else the first in `aside`.
void pullRelated(std::vector<Candidate>& ordered, const std::vector<Kin>& lapses,
                 const std::vector<Candidate>& aside);

}  // namespace phaseboard::review
