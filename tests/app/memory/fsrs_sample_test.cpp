// SPDX-License-Identifier: Apache-2.0
// Compares the model with states and intervals that fsrs-rs 6.5 gave (tests/data/fsrs/sample.json).
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/memory/model.h"
#include "tests/support/places.h"

namespace phaseboard::memory {
namespace {

using Json = nlohmann::json;

const Json& sample() {
  static const Json kSample =
      Json::parse(std::ifstream(test::inSources("tests/data/fsrs/sample.json")));
  return kSample;
}

Model modelNamed(const std::string& name) {
  for (const Json& set : sample()["paramSets"])
    if (set["name"] == name)
      return Model{std::get<Parameters>(readParameters(set["w"].get<std::vector<double>>()))};
  ADD_FAILURE() << "no parameters " << name;
  return Model{};
}

double relativeDifference(double value, double expected) {
  return std::abs(value - expected) / std::abs(expected);
}

/// Walks all sequences; calls `check(state, expected of the sequence, index of the review)`.
template <class Check>
std::size_t walk(const std::string& set, const Model& model, Check check) {
  std::size_t reviews = 0;
  for (std::size_t s = 0; s < sample()["sequences"].size(); ++s) {
    const Json& sequence = sample()["sequences"][s];
    const Json& expected = sample()["expected"][set][s];
    std::optional<MemoryState> state;
    for (std::size_t k = 0; k < sequence["r"].size(); ++k, ++reviews) {
      state = step(model, state, sequence["t"][k], *ratingFromNumber(sequence["r"][k]));
      check(*state, expected, k);
    }
  }
  return reviews;
}

class FsrsSample : public testing::TestWithParam<const char*> {};

TEST_P(FsrsSample, AgreesWithTheReference) {
  const Model model = modelNamed(GetParam());
  const auto retentions = sample()["meta"]["desiredRetention"].get<std::vector<double>>();
  double worst = 0;

  const std::size_t reviews =
      walk(GetParam(), model, [&](const MemoryState& state, const Json& expected, std::size_t k) {
        worst = std::max(worst, relativeDifference(state.stability, expected["s"][k]));
        worst = std::max(worst, relativeDifference(state.difficulty, expected["d"][k]));
        for (std::size_t j = 0; j < retentions.size(); ++j)
          worst =
              std::max(worst, relativeDifference(interval(model, state.stability, retentions[j]),
                                                 expected["i"][j][k]));
      });

  EXPECT_EQ(reviews, 954U);
  EXPECT_LT(worst, 2e-5);
}

INSTANTIATE_TEST_SUITE_P(Sets, FsrsSample, testing::Values("default", "fitted"),
                         [](const auto& set) { return std::string(set.param); });

TEST(FsrsEdgeSample, AgreesAtTheEdgesAsFarAsSinglePrecisionAllows) {
  const Model model = modelNamed("edge");
  double worst = 0;

  walk("edge", model, [&](const MemoryState& state, const Json& expected, std::size_t k) {
    worst = std::max(worst, relativeDifference(state.stability, expected["s"][k]));
    worst = std::max(worst, relativeDifference(state.difficulty, expected["d"][k]));
  });

  EXPECT_LT(worst, 2e-3);
}

}  // namespace
}  // namespace phaseboard::memory
