// SPDX-License-Identifier: Apache-2.0
#include "app/review/selection.h"

#include <algorithm>
#include <cstddef>

namespace phaseboard::review {
namespace {

template <class Value>
bool allows(const std::set<Value>& chosen, const Value& value) {
  return chosen.empty() || chosen.contains(value);
}

bool isWanted(const Selectable& one, Wanted wanted, StudyDay today) {
  const bool seen = one.state != nullptr && one.state->reps > 0;
  switch (wanted) {
    case Wanted::All:
      return true;
    case Wanted::Seen:
      return seen;
    case Wanted::Flagged:
      return one.flagged;
    case Wanted::Hard:
      return seen && one.state->lapses >= kHardLapses;
    case Wanted::Recent:
      break;
  }
  if (!seen || daysBetween(one.state->lastDay, today) > kRecentDays)
    return false;
  return one.state->standing == Standing::Relearning ||
         (one.state->lapses > 0 && intervalDaysOf(*one.state) <= kRecentDays);
}

/// Lets another one go first where two siblings would follow each other.
void partSiblings(std::vector<const Prompt*>& prompts) {
  for (std::size_t i = 1; i < prompts.size(); ++i) {
    if (prompts[i]->siblingGroup != prompts[i - 1]->siblingGroup)
      continue;
    const auto other = std::find_if(prompts.begin() + static_cast<std::ptrdiff_t>(i), prompts.end(),
                                    [&](const Prompt* candidate) {
                                      return candidate->siblingGroup != prompts[i]->siblingGroup;
                                    });
    if (other != prompts.end())
      std::rotate(prompts.begin() + static_cast<std::ptrdiff_t>(i), other, other + 1);
  }
}

}  // namespace

bool isChosen(const Selectable& one, const Selection& selection, StudyDay today) {
  return allows(selection.questions, one.prompt->question) &&
         allows(selection.phases, one.prompt->phase) && allows(selection.kinds, one.prompt->kind) &&
         isWanted(one, selection.wanted, today);
}

std::vector<const Prompt*> chosenPrompts(const std::vector<Selectable>& prompts,
                                         const Selection& selection, StudyDay today,
                                         const MemorySettings& settings) {
  struct Ranked {
    double recall;
    std::size_t place;
    const Prompt* prompt;
  };
  constexpr double kNewComesLast = 2;
  std::vector<Ranked> ranked;
  for (const Selectable& one : prompts)
    if (isChosen(one, selection, today)) {
      const auto recall =
          one.state == nullptr ? std::nullopt : recallOn(*one.state, today, settings);
      ranked.push_back({recall.value_or(kNewComesLast), ranked.size(), one.prompt});
    }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.recall != b.recall ? a.recall < b.recall : a.place < b.place;
  });
  ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(std::max(1, selection.most))));
  std::vector<const Prompt*> chosen;
  chosen.reserve(ranked.size());
  for (const Ranked& one : ranked)
    chosen.push_back(one.prompt);
  partSiblings(chosen);
  return chosen;
}

}  // namespace phaseboard::review
