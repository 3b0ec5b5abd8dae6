// SPDX-License-Identifier: Apache-2.0
#include "app/memory/replay_csv.h"

#include <iomanip>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

std::string digits(double value) {
  std::ostringstream out;
  out << std::setprecision(12) << value;
  return out.str();
}

TEST(ReplayCsv, WritesTheMemoryAfterEachReview) {
  std::istringstream in("prompt,elapsed_days,rating\na,0,3\nb,0,4\na,3,3\n");
  std::ostringstream out;
  const Model model;

  EXPECT_EQ(replayCsv(in, out, model, 0.8), std::nullopt);

  const MemoryState first = step(model, std::nullopt, 0, Rating::Good);
  const MemoryState second = step(model, first, 3, Rating::Good);
  const auto row = [&](const std::string& start, const MemoryState& state) {
    return start + ',' + digits(state.stability) + ',' + digits(state.difficulty) + ',' +
           digits(interval(model, state.stability, 0.8)) + '\n';
  };
  EXPECT_EQ(out.str(), "prompt,elapsed_days,rating,stability,difficulty,interval_days\n" +
                           row("a,0,3", first) +
                           row("b,0,4", step(model, std::nullopt, 0, Rating::Easy)) +
                           row("a,3,3", second));
}

TEST(ReplayCsv, PrintsTwelveSignificantDigits) {
  std::istringstream in("prompt,elapsed_days,rating\na,0,3\na,1,3\n");
  std::ostringstream out;

  EXPECT_EQ(replayCsv(in, out, Model{}, 0.9), std::nullopt);

  EXPECT_NE(out.str().find("a,0,3,2.3065,2.11810397"), std::string::npos) << out.str();
}

TEST(ReplayCsv, WritesNothingWhenTheInputIsWrong) {
  std::istringstream in("prompt,elapsed_days,rating\na,0,3\na,1,9\n");
  std::ostringstream out;

  EXPECT_EQ(replayCsv(in, out, Model{}, 0.9), (CsvError{3, "rating is not 1, 2, 3 or 4: 9"}));
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace phaseboard::memory
