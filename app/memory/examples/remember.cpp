// SPDX-License-Identifier: Apache-2.0
// How long is it remembered? The same few calls with FSRS-6 and with FSRS-7.
#include <iostream>
#include <optional>

#include "app/memory/memory_model.h"

using namespace phaseboard::memory;

template <MemoryModel M>
void follow(const M& model) {
  std::optional<typename M::State> state;
  state = step(model, state, 0, Rating::Good);  // seen for the first time
  state = step(model, state, 3, Rating::Good);  // recalled three days later
  std::cout << M::kName << ": recall after ten more days " << retrievability(model, 10, *state)
            << ", 90 % until day " << interval(model, *state, 0.9) << '\n';
}

int main() {
  follow(Model{});  // the published parameters
  follow(Fsrs7Model{});
}
