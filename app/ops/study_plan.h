// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "app/ops/prompt_table.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/catch_up.h"
#include "app/review/memory_settings.h"
#include "app/review/pace.h"
#include "app/review/plan.h"
#include "app/review/queue.h"

namespace phaseboard::ops {

/// Prompts and the time they are expected to take.
struct Workload {
  int prompts = 0;
  Millis time{0};

  void add(Millis cost) {
    ++prompts;
    time = Millis{time.value() + cost.value()};
  }
};

/// What one study day holds, read from pack and notebook at one moment. Nothing is changed.
///
/// The user's own prompts come with those of the pack. Left out are kinds that are switched off and
/// prompts that the pack no longer has; renamed ones are found under their new id. In the final
/// days before the interview, what lies past it is due too. While the user is away nothing is asked
/// but steps that were begun.
struct StudyPlan {
  StudyDay today;
  ports::Settings settings;
  review::MemorySettings memory;
  review::StudyCalendar calendar;
  review::Pace pace;
  review::QueueFacts facts;  ///< with today's limit and budget applied
  review::NewPromptPlan newPrompts;
  Millis budget{0};   ///< of today: the minutes of a day by the share of this one
  Workload dueToday;  ///< of `facts.seen`, due for the first time today
  Workload backlog;   ///< of `facts.seen`, due since an earlier day
  Workload putOff;    ///< of the backlog of earlier days, spread over days to come
  StudyDay putOffTo;  ///< the last of these days; today without any
  int unseen = 0;     ///< prompts of the pack never answered and not put aside
  int answeredToday = 0;
  int newToday = 0;  ///< begun today
  Millis spentToday{0};
};

/// @param offset  what study days are counted with at `now` (`studyOffsetAt`)
[[nodiscard]] Result<StudyPlan> readStudyPlan(const PromptTable& table, Instant now,
                                              UtcOffset offset);

/// The same where no table is at hand. O(prompts).
[[nodiscard]] Result<StudyPlan> readStudyPlan(const ports::PackLibrary& pack,
                                              const ports::Notebook& notebook, Instant now,
                                              UtcOffset offset);

/// The first day on which a begun prompt is to be asked: due, brought forward by the interview, put
/// off by the user.
[[nodiscard]] StudyDay askedOn(const TableRow& row, StudyDay today,
                               const ports::Settings& settings);

/// What to plan a catch-up of the backlog over `days` from.
[[nodiscard]] review::CatchUpFacts catchUpFacts(const PromptTable& table, const StudyPlan& plan,
                                                int days);

/// The user's pace, from the newest answers.
[[nodiscard]] Result<review::Pace> readPace(const ports::Notebook& notebook);

/// The notebook's settings as the scheduler takes them.
[[nodiscard]] Result<review::MemorySettings> memorySettings(const ports::Settings& settings);

[[nodiscard]] review::StudyCalendar calendarOf(const ports::Settings& settings);

}  // namespace phaseboard::ops
