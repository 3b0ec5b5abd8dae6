// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "app/base/result.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/memory_settings.h"
#include "app/review/plan.h"
#include "app/review/queue.h"

namespace phaseboard::ops {

/// The time of one answer while the user has given too few to know better.
inline constexpr Millis kUsualAnswer{20'000};

/// What one study day holds, read from pack and notebook at one moment. Nothing is changed.
///
/// The user's own prompts come with those of the pack. Left out are kinds that are switched off and
/// prompts that the pack no longer has; renamed ones are found
/// under their new id. In the final days before the interview, what lies past it is due too.
struct StudyPlan {
  StudyDay today;
  ports::Settings settings;
  review::MemorySettings memory;
  review::QueueFacts facts;  ///< with today's limit and budget applied
  review::NewPromptPlan newPrompts;
  int unseen = 0;  ///< prompts of the pack never answered and not put aside
  int answeredToday = 0;
  int newToday = 0;  ///< begun today
  Millis spentToday{0};
};

/// @param offset  in force at `now`
[[nodiscard]] Result<StudyPlan> readStudyPlan(const ports::PackLibrary& pack,
                                              const ports::Notebook& notebook, Instant now,
                                              UtcOffset offset);

/// The notebook's settings as the scheduler takes them.
[[nodiscard]] Result<review::MemorySettings> memorySettings(const ports::Settings& settings);

/// The mean time of an answer over `days`; `kUsualAnswer` for fewer than 20 answers.
[[nodiscard]] Millis timePerAnswer(const std::vector<ports::DaySummary>& days);

}  // namespace phaseboard::ops
