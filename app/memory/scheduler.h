// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "app/memory/model.h"

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
struct LearningState {
  Standing standing = Standing::New;
  int step = 0;          ///< index of the current step while learning or relearning, else 0
  int intervalDays = 0;  ///< the interval last given, while in review, else 0
  std::optional<MemoryState> memory;  ///< nothing while new

  friend bool operator==(const LearningState&, const LearningState&) = default;
};

/// How to schedule. The defaults are Anki's.
struct ScheduleSettings {
  Parameters parameters;
  double retention = kDefaultRetention;              ///< recall to aim at, 0.70 to 0.99
  std::vector<std::int64_t> learningSteps{60, 600};  ///< seconds, each 1 or more; may be empty
  std::vector<std::int64_t> relearningSteps{600};    ///< seconds, each 1 or more; may be empty
  int longestIntervalDays = kLongestIntervalDays;    ///< 1 to 36500; no interval is longer

  friend bool operator==(const ScheduleSettings&, const ScheduleSettings&) = default;
};

/// What one answer leads to.
struct Outcome {
  LearningState state;
  std::int64_t intervalSeconds = 0;  ///< until it is asked again; whole days while in review

  [[nodiscard]] bool isInDays() const { return state.standing == Standing::Review; }

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

using FourOutcomes = ForEachRating<Outcome>;

/// Says what each of the four answers would lead to. A value; knows no clock and no chance.
///
/// Again goes back to the first step. Hard repeats the step (the first one at the mean of the
/// first two, or half as long again when it is alone). Good goes to the next step or, after the
/// last, to whole days; Easy always goes to whole days. There, Good is later than Hard by a day or
/// more and Easy than Good, unless the longest interval forbids it.
class Scheduler {
 public:
  /// Settings out of their ranges are brought back: retention to the default, steps below a second
  /// are dropped, the longest interval and the parameters are clamped to their bounds.
  explicit Scheduler(ScheduleSettings settings = {});

  [[nodiscard]] const ScheduleSettings& settings() const { return m_settings; }
  [[nodiscard]] const Model& model() const { return m_model; }

  /// @param elapsedDays  whole study days since the previous answer, 0 or more
  /// @param fuzz         in [0, 1): where in its range each whole-day interval falls
  [[nodiscard]] FourOutcomes outcomes(const LearningState& state, int elapsedDays,
                                      double fuzz) const;

  /// Days until the memory has faded to the retention, unrounded.
  [[nodiscard]] double intervalDays(const MemoryState& memory) const {
    return memory.stability * m_intervalScale;
  }

 private:
  [[nodiscard]] Outcome inDays(const MemoryState& memory, int days) const;
  [[nodiscard]] Outcome graduated(const MemoryState& memory, double fuzz, int minimumDays) const;
  [[nodiscard]] Outcome withoutSteps(Standing standing, const MemoryState& memory,
                                     double fuzz) const;
  [[nodiscard]] FourOutcomes inSteps(Standing standing, int step, const FourStates& memories,
                                     double fuzz) const;
  [[nodiscard]] FourOutcomes inReview(int lastInterval, const FourStates& memories,
                                      double fuzz) const;

  ScheduleSettings m_settings;
  Model m_model;
  double m_intervalScale;
};

}  // namespace phaseboard::memory
