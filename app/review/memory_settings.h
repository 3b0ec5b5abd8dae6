// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <utility>

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/memory/scheduler.h"

namespace phaseboard::review {

/// How prompts are scheduled: the checked settings with the scheduler made from them. A value.
class MemorySettings {
 public:
  /// The published parameters, 90 % retention, steps of 1 and 10 minutes.
  MemorySettings() = default;

  /// Checks what people and files may set.
  ///
  /// @return `InvalidInput` with the subject "retention" (outside 0.70 to 0.99), "learning-steps"
  /// or
  ///         "relearning-steps" (one below a second, or a day or more) or "longest-interval"
  ///         (outside 1 to 36,500 days). Parameters are clipped to their bounds.
  [[nodiscard]] static Result<MemorySettings> make(memory::ScheduleSettings settings);

  /// The defaults with another retention and another parameter vector.
  ///
  /// @param parameters  17, 19 or 21 numbers; none for the published ones
  /// @return as above, and `InvalidInput` with the subject "parameters" for anything else
  [[nodiscard]] static Result<MemorySettings> make(std::span<const double> parameters,
                                                   double retention);

  [[nodiscard]] const memory::Scheduler& scheduler() const { return m_scheduler; }
  [[nodiscard]] const memory::Model& model() const { return m_scheduler.model(); }

  /// The same, but no interval longer than `days` (at least 1), for the time before an interview.
  [[nodiscard]] MemorySettings cappedAt(int days) const;

 private:
  explicit MemorySettings(memory::ScheduleSettings settings) : m_scheduler(std::move(settings)) {}

  memory::Scheduler m_scheduler;
};

/// Where in their range the next intervals of a prompt fall: a number in [0, 1) that depends on the
/// prompt and on how often it was answered, so that the preview, the answer and the answer after an
/// undo agree.
[[nodiscard]] double fuzzFor(const PromptId& prompt, int reps);

}  // namespace phaseboard::review
