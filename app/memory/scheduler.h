// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/memory/memory_model.h"

namespace phaseboard::memory {

inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr int kLongestIntervalDays = 36'500;
inline constexpr double kLowestRetention = 0.70;
inline constexpr double kHighestRetention = 0.99;
inline constexpr double kDefaultRetention = 0.90;

/// Where something stands on its way into memory.
enum class Standing {
  New,        ///< never answered
  Learning,   ///< in the short steps before the first whole-day interval
  Review,     ///< scheduled by whole days
  Relearning  ///< in the short steps after a lapse
};

/// "new", "learning", "review" or "relearning"; stable, for files.
[[nodiscard]] std::string_view name(Standing standing);
[[nodiscard]] std::optional<Standing> standingFromName(std::string_view text);
std::ostream& operator<<(std::ostream& out, Standing standing);

/// All that the scheduler has to know about one thing being learnt.
template <class State>
struct BasicLearningState {
  Standing standing = Standing::New;
  int step = 0;                 ///< index of the current step while learning or relearning, else 0
  int intervalDays = 0;         ///< the interval last given, while in review, else 0
  std::optional<State> memory;  ///< nothing while new

  friend bool operator==(const BasicLearningState&, const BasicLearningState&) = default;
};

/// How to schedule. The defaults are Anki's (26.08, `deckconfig/mod.rs`).
template <class ModelParameters>
struct BasicScheduleSettings {
  ModelParameters parameters;
  double retention = kDefaultRetention;              ///< recall to aim at, 0.70 to 0.99
  std::vector<std::int64_t> learningSteps{60, 600};  ///< seconds, each 1 or more; may be empty
  std::vector<std::int64_t> relearningSteps{600};    ///< seconds, each 1 or more; may be empty
  int longestIntervalDays = kLongestIntervalDays;    ///< 1 to 36500; no interval is longer

  friend bool operator==(const BasicScheduleSettings&, const BasicScheduleSettings&) = default;
};

/// What one answer leads to.
template <class State>
struct BasicOutcome {
  BasicLearningState<State> state;
  std::int64_t intervalSeconds = 0;  ///< until it is asked again; whole days while in review

  [[nodiscard]] bool isInDays() const { return state.standing == Standing::Review; }

  friend bool operator==(const BasicOutcome&, const BasicOutcome&) = default;
};

/// Says what each of the four answers would lead to. A value; knows no clock and no chance.
///
/// Again goes back to the first step. Hard repeats the step (the first one at the mean of the
/// first two, or half as long again when it is alone). Good goes to the next step or, after the
/// last, to whole days; Easy always goes to whole days. There, Good is later than Hard by a day or
/// more and Easy than Good, unless the longest interval forbids it. (Anki 26.08, `states/steps.rs`,
/// `learning.rs`, `relearning.rs`, `review.rs`.)
template <MemoryModel M>
class BasicScheduler {
 public:
  using State = typename M::State;
  using Settings = BasicScheduleSettings<typename M::Parameters>;
  using Outcome = BasicOutcome<State>;
  using FourOutcomes = ForEachRating<Outcome>;
  using FourStates = ForEachRating<State>;

  /// Settings out of their ranges are brought back: retention to the default, steps below a second
  /// are dropped, the longest interval and the parameters are clamped to their bounds.
  explicit BasicScheduler(Settings settings = {});

  [[nodiscard]] const Settings& settings() const { return m_settings; }
  [[nodiscard]] const M& model() const { return m_model; }

  /// @param elapsedDays  since the previous answer, 0 or more; whole study days for FSRS-6
  /// @param fuzz         in [0, 1): where in its range each whole-day interval falls
  [[nodiscard]] FourOutcomes outcomes(const BasicLearningState<State>& state,
                                      typename M::Days elapsedDays, double fuzz) const;

  /// Days until the memory has faded to the retention, unrounded.
  [[nodiscard]] double intervalDays(const State& memory) const {
    if constexpr (std::is_same_v<M, Model>)
      return memory.stability * m_intervalScale;
    else
      return interval(m_model, memory, m_settings.retention);
  }

 private:
  [[nodiscard]] Outcome inDays(const State& memory, int days) const;
  [[nodiscard]] Outcome graduated(const State& memory, double fuzz, int minimumDays) const;
  [[nodiscard]] Outcome withoutSteps(Standing standing, const State& memory, double fuzz) const;
  [[nodiscard]] FourOutcomes inSteps(Standing standing, int step, const FourStates& memories,
                                     double fuzz) const;
  [[nodiscard]] FourOutcomes inReview(int lastInterval, const FourStates& memories,
                                      double fuzz) const;

  Settings m_settings;
  M m_model;
  double m_intervalScale = 0;  ///< FSRS-6 only: intervals are proportional to stability
};

extern template class BasicScheduler<Model>;
extern template class BasicScheduler<Fsrs7Model>;

/// With FSRS-6, which is what the program schedules by.
using LearningState = BasicLearningState<MemoryState>;
using ScheduleSettings = BasicScheduleSettings<Parameters>;
using Outcome = BasicOutcome<MemoryState>;
using FourOutcomes = ForEachRating<Outcome>;
using Scheduler = BasicScheduler<Model>;

using Fsrs7LearningState = BasicLearningState<Fsrs7State>;
using Fsrs7ScheduleSettings = BasicScheduleSettings<Fsrs7Parameters>;
using Fsrs7Scheduler = BasicScheduler<Fsrs7Model>;

}  // namespace phaseboard::memory
