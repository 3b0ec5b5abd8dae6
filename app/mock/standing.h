// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/mock/record.h"

namespace phaseboard::mock {

/// How a stage stands to what it may take.
enum class Budget {
  Kept,
  Short,  ///< a fifth of it or less is left
  Over
};

/// The time of one stage.
struct StageTime {
  StageId id;
  Millis budget;   ///< as planned
  Millis allowed;  ///< with what earlier stages left over, or without what they borrowed
  Millis spent;
  Budget state = Budget::Kept;

  /// Taken by earlier stages; negative when they left something over.
  [[nodiscard]] Millis borrowed() const { return Millis{budget.value() - allowed.value()}; }
};

/// How an attempt stands at one moment.
struct Standing {
  Stand stand = Stand::NotStarted;
  std::size_t stage = 0;         ///< index of the current one in the plan
  std::optional<PhaseId> phase;  ///< where the user works; nothing where a stage has no phases
  Millis elapsed{0};             ///< of work
  Millis left{0};                ///< of the whole; negative when it overruns
  Millis paused{0};              ///< by the user
  Millis away{0};                ///< while nothing was recorded: a crash, a sleeping computer
  std::vector<StageTime> stages;
  std::map<PhaseId, Millis> phases;         ///< time of work in each that was worked in
  std::vector<std::string> followUpsShown;  ///< in order, each once
  std::vector<std::string> followUpsAnswered;
};

/// What the record comes to at `now`.
///
/// Moments are those of the clock on the wall, in UTC, so midnight and daylight saving time change
/// nothing. Time passes in steps from one line of the record to the next, and from the last one to
/// `now`:
/// - a step backwards (the clock was set back) counts as nothing; time goes on from the new moment;
/// - a step of more than `kLongestStep` while the clock runs means that nobody was there to record
///   anything: the program was killed, the computer slept, or the clock was set forward. It counts
///   as `away` and not as work;
/// - any other step counts in full for the current stage and phase.
/// As a running attempt records a beat every `kBeatEvery`, each of these costs less than that.
///
/// Budgets are soft. What a stage that was passed left over goes to the next one; what the current
/// or a passed stage took too much is taken from the next ones, as far as they have any.
[[nodiscard]] Standing standingAt(const Record& record, Instant now);

/// How long nothing was recorded until `now` although the clock runs; nothing while that is work.
[[nodiscard]] std::optional<Millis> absenceBefore(const Record& record, Instant now);

}  // namespace phaseboard::mock
