// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/parameters.h"
#include "app/memory/training_log.h"

namespace phaseboard::test {

/// A log of somebody whose memory is FSRS-6 with the parameters `truth`, reviewing at random times.
/// The model that is fitted can be the true one: for tests of whether the truth is found.
[[nodiscard]] std::vector<memory::ReviewRow> simulatedLog(const memory::Parameters& truth,
                                                          int prompts, int reviewsEach,
                                                          std::uint64_t seed);

/// The parameters of somebody who forgets in another way than most.
[[nodiscard]] memory::Parameters somebodysParameters();

/// A log as a user of a scheduler leaves it, by somebody whom no model fits exactly: for measuring
/// fits.
///
/// The learner `seed` (1, 2, 3, ...; the same seed is always the same person) has parameters of
/// FSRS-6 that stray from the published ones by half the spread found among people, and every
/// prompt is easier or harder than the model can know (its time runs faster or slower by a
/// log-normal factor of 0.35). Prompts are begun over a year, in order; each is seen 10 to 30
/// times, 20 on average. One answer in seven has a second one on the same day; the others come when
/// the published parameters say (90 %), 20 % early to 60 % late, after a year at the latest.
[[nodiscard]] std::vector<memory::LoggedReview> learnersLog(std::uint64_t seed, int prompts);

/// The same log with names for its prompts, as a table has it.
[[nodiscard]] std::vector<memory::ReviewRow> asRows(std::span<const memory::LoggedReview> log);

}  // namespace phaseboard::test
