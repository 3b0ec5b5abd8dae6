// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/base/uuid.h"
#include "app/memory/rating.h"

namespace phaseboard::review {

using memory::Rating;

enum class EventKind {
  Answer,   ///< a prompt was answered
  Void,     ///< the target, an answer or a correction, does not count (undo)
  Restore,  ///< the target counts again (redo)
  Correct   ///< the target, an answer, had another rating
};

/// "answer", "void", "restore" or "correct"; stable, for files.
[[nodiscard]] std::string_view eventKindName(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromName(std::string_view text);
std::ostream& operator<<(std::ostream& out, EventKind kind);

/// One entry of the review log. The log only grows; everything known about a prompt's schedule is
/// worked out from it.
///
/// Events are ordered by `id`, a version 7 UUID, and by nothing else: two logs are merged as the
/// union of their events.
struct ReviewEvent {
  Uuid id;
  PromptId prompt;
  EventKind kind = EventKind::Answer;
  Uuid target;  ///< what a Void, Restore or Correct is about; all zero for an Answer
  Instant at;
  UtcOffset offset;                  ///< in force at `at`
  StudyDay day;                      ///< of `at`, by the day start then set
  Rating rating = Rating::Again;     ///< of an Answer or Correct; meaningless otherwise
  Millis thinking;                   ///< from question to rating, 0 or more; 0 unless an Answer
  std::uint64_t contentHash = 0;     ///< of the prompt as it was asked
  Uuid device;                       ///< the notebook that wrote it
  std::int64_t intervalSeconds = 0;  ///< what this Answer or Correct scheduled; whole days
                                     ///< (a multiple of 86,400) or a step of less than a day

  friend bool operator==(const ReviewEvent&, const ReviewEvent&) = default;
};

/// Whether `event` lets the prompt be learnt anew: a Void of nothing (its target is all zero). The
/// answers before it still count as work done; memory and schedule begin with those after it. It
/// can be voided and restored as an answer can.
[[nodiscard]] bool isFreshStart(const ReviewEvent& event);

/// An answer that counts, with its corrected rating and interval.
struct CountedAnswer {
  Uuid id;
  Instant at;
  StudyDay day;
  Rating rating = Rating::Again;
  Millis thinking;
  std::uint64_t contentHash = 0;
  std::int64_t intervalSeconds = 0;
  bool isFirst = false;  ///< of the prompt, or after a fresh start

  friend bool operator==(const CountedAnswer&, const CountedAnswer&) = default;
};

/// The answers that count, in order, after voids, restores and corrections. Of several about one
/// event the last by id holds. An event that occurs twice counts once; one about an unknown target
/// says nothing.
///
/// @param events  of one prompt, in any order
[[nodiscard]] std::vector<CountedAnswer> countedAnswers(std::vector<ReviewEvent> events);

/// Those of them on which memory and schedule rest: what came after the last fresh start.
[[nodiscard]] std::vector<CountedAnswer> answersSinceFreshStart(std::vector<ReviewEvent> events);

}  // namespace phaseboard::review
