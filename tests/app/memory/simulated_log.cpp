// SPDX-License-Identifier: Apache-2.0
#include "tests/app/memory/simulated_log.h"

#include <algorithm>
#include <string>

#include "app/memory/model.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::memory {

std::vector<ReviewRow> simulatedLog(const Parameters& truth, int prompts, int reviewsEach,
                                    std::uint64_t seed) {
  test::SeededChance chance(seed);
  const auto random = [&chance] { return static_cast<double>(chance.next() >> 11U) * 0x1.0p-53; };
  const Model model(truth);
  std::vector<ReviewRow> rows;
  for (int prompt = 0; prompt < prompts; ++prompt) {
    std::optional<MemoryState> state;
    int day = static_cast<int>(random() * 365);
    for (int i = 0; i < reviewsEach; ++i) {
      int elapsed = 0;
      if (state && random() >= 0.125)
        elapsed = std::clamp(static_cast<int>(state->stability * (0.3 + 2.2 * random())), 1, 900);
      const bool recalled =
          !state ? random() < 0.6
                 : elapsed == 0 || random() < retrievability(model, elapsed, state->stability);
      const double grade = random();
      const Rating rating = !recalled      ? Rating::Again
                            : grade < 0.15 ? Rating::Hard
                            : grade < 0.85 ? Rating::Good
                                           : Rating::Easy;
      day += elapsed;
      rows.push_back({"p" + std::to_string(prompt), day, elapsed, rating});
      state = step(model, state, elapsed, rating);
    }
  }
  return rows;
}

}  // namespace phaseboard::memory
