// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/content/model.h"
#include "app/mock/standing.h"

namespace phaseboard::mock {

/// How many points of one level were covered.
struct LevelShare {
  int covered = 0;
  int total = 0;

  [[nodiscard]] double share() const {
    return total == 0 ? 0 : static_cast<double>(covered) / total;
  }
};

/// Points of the rubric by the level that expects them.
using Rubric = std::map<content::Level, LevelShare>;

/// What a level asks for: a share of its own points, all lower levels, and a drawing.
struct LevelBar {
  double points = 0;  ///< of its own points, 0 to 1
  double board = 0;   ///< likeness with the reference, where something was to be drawn
};
[[nodiscard]] LevelBar barOf(content::Level level);

/// The highest level reached; nothing below Mid. A level without points is reached with the one
/// before it, if any point was covered at all.
///
/// @param board  nothing where the form asks for no drawing
[[nodiscard]] std::optional<content::Level> levelReached(const Rubric& rubric,
                                                         std::optional<double> board);

/// What was covered in one phase.
struct PhaseCoverage {
  PhaseId phase;
  int covered = 0;
  int total = 0;
  std::vector<ItemId> missed;  ///< in the order of the note
};

/// Coverage of the phases that were planned, in their order.
///
/// @param ticked  ids of key points
[[nodiscard]] std::vector<PhaseCoverage> coverageOf(const Plan& plan,
                                                    const std::vector<content::Note>& notes,
                                                    const std::set<std::string>& ticked);

/// Adds the key points of the planned phases.
void addNotes(Rubric& rubric, const Plan& plan, const std::vector<content::Note>& notes,
              const std::set<std::string>& ticked);

/// The id by which a point of a follow-up is ticked: "<follow-up>/<number>", from 1.
[[nodiscard]] std::string followUpPointId(const std::string& followUp, std::size_t index);

/// The phases with the smallest share covered first, of equals the earlier one; those that were
/// covered wholly are left out.
[[nodiscard]] std::vector<PhaseId> weakestFirst(const std::vector<PhaseCoverage>& coverage);

/// How a finished attempt came out.
struct Outcome {
  Instant at;  ///< when the user confirmed it
  int covered = 0;
  int total = 0;
  std::optional<double> board;          ///< likeness with the reference, 0 to 1
  std::optional<content::Level> level;  ///< nothing below Mid

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// "mid", "senior", "staff": as they are kept.
[[nodiscard]] std::string_view nameOf(content::Level level);
[[nodiscard]] std::optional<content::Level> levelNamed(std::string_view name);

/// What changed from an earlier attempt to a later one.
struct Progress {
  double coverage = 0;               ///< difference of the shares covered
  std::optional<double> board;       ///< where both were compared
  int levels = 0;                    ///< steps up, or down
  std::map<StageId, Millis> stages;  ///< more time (or less) than before, where both have the stage
};
[[nodiscard]] Progress progressBetween(const Outcome& before, const Standing& timesBefore,
                                       const Outcome& now, const Standing& timesNow);

}  // namespace phaseboard::mock
