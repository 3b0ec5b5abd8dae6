// SPDX-License-Identifier: Apache-2.0
#include "app/review/review_event.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace phaseboard::review {
namespace {

constexpr std::array<std::string_view, 4> kEventKindNames{"answer", "void", "restore", "correct"};

std::unordered_set<Uuid> voided(const std::vector<ReviewEvent>& ordered) {
  std::unordered_set<Uuid> ids;
  for (const ReviewEvent& event : ordered) {
    if (event.kind == EventKind::Void)
      ids.insert(event.target);
    else if (event.kind == EventKind::Restore)
      ids.erase(event.target);
  }
  return ids;
}

struct Counted {
  std::vector<CountedAnswer> answers;
  std::size_t past = 0;  ///< how many of them were given before the last fresh start
};

Counted countAnswers(std::vector<ReviewEvent> events) {
  std::sort(events.begin(), events.end(),
            [](const ReviewEvent& a, const ReviewEvent& b) { return a.id < b.id; });
  events.erase(std::unique(events.begin(), events.end(),
                           [](const ReviewEvent& a, const ReviewEvent& b) { return a.id == b.id; }),
               events.end());

  const std::unordered_set<Uuid> gone = voided(events);
  std::unordered_map<Uuid, const ReviewEvent*> corrections;
  for (const ReviewEvent& event : events)
    if (event.kind == EventKind::Correct && !gone.contains(event.id))
      corrections[event.target] = &event;

  Counted counted;
  bool isFirst = true;
  for (const ReviewEvent& event : events) {
    if (isFreshStart(event) && !gone.contains(event.id)) {
      counted.past = counted.answers.size();
      isFirst = true;
    }
    if (event.kind != EventKind::Answer || gone.contains(event.id))
      continue;
    const auto correction = corrections.find(event.id);
    const ReviewEvent& decisive = correction == corrections.end() ? event : *correction->second;
    counted.answers.push_back({event.id, event.at, event.day, decisive.rating, event.thinking,
                               event.contentHash, decisive.intervalSeconds, isFirst});
    isFirst = false;
  }
  return counted;
}

}  // namespace

std::string_view eventKindName(EventKind kind) {
  return kEventKindNames[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> eventKindFromName(std::string_view text) {
  for (std::size_t i = 0; i < kEventKindNames.size(); ++i)
    if (text == kEventKindNames[i])
      return static_cast<EventKind>(i);
  return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, EventKind kind) {
  return out << eventKindName(kind);
}

bool isFreshStart(const ReviewEvent& event) {
  return event.kind == EventKind::Void && event.target == Uuid();
}

std::vector<CountedAnswer> countedAnswers(std::vector<ReviewEvent> events) {
  return countAnswers(std::move(events)).answers;
}

std::vector<CountedAnswer> answersSinceFreshStart(std::vector<ReviewEvent> events) {
  Counted counted = countAnswers(std::move(events));
  counted.answers.erase(counted.answers.begin(),
                        counted.answers.begin() + static_cast<std::ptrdiff_t>(counted.past));
  return std::move(counted.answers);
}

}  // namespace phaseboard::review
