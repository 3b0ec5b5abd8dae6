// SPDX-License-Identifier: Apache-2.0
// When is it asked again? What each of the four buttons does, and a week played ahead.
#include <iostream>
#include <vector>

#include "app/memory/scheduler.h"
#include "app/memory/simulation.h"

using namespace phaseboard::memory;

int main() {
  const Scheduler scheduler;  // steps of 1 and 10 minutes, 90 %
  // The fuzz says where in its range an interval falls. Take it from a hash of what is asked and
  // how often it was: then the preview on the buttons is what happens.
  const double fuzz = 0.5;
  const FourOutcomes outcomes = scheduler.outcomes(LearningState{}, 0, fuzz);
  for (const Rating rating : kRatings)
    std::cout << rating << ": in " << outcomes[rating].intervalSeconds << " s\n";

  const std::vector<SimulatedPrompt> fifty(50);  // new ones
  SimulationSettings settings;
  settings.days = 7;
  settings.newPerDay = 10;
  const Simulation week = simulate(scheduler.model(), fifty, settings);
  std::cout << "a week: " << week.answers << " answers, " << week.seconds / 60 << " minutes, "
            << week.known << " known at its end\n";
}
