// SPDX-License-Identifier: Apache-2.0
#include "app/memory/parameters.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

std::vector<double> published() {
  const Parameters::Weights weights = Parameters{}.weights();
  return {weights.begin(), weights.end()};
}

TEST(Parameters, AreThePublishedOnesByDefault) {
  const Parameters parameters;

  EXPECT_EQ(parameters[Weight::FirstAgain], 0.212);
  EXPECT_EQ(parameters[Weight::RecallGain], 1.8722);
  EXPECT_EQ(parameters[Weight::Decay], 0.1542);
}

TEST(ReadParameters, TakesTwentyOneAsTheyAre) {
  EXPECT_EQ(std::get<Parameters>(readParameters(published())), Parameters{});
}

TEST(ReadParameters, UpgradesNineteen) {
  const std::vector<double> old(19, 0.25);

  const Parameters upgraded = std::get<Parameters>(readParameters(old));

  EXPECT_EQ(upgraded[Weight::SameDayOffset], 0.25);
  EXPECT_EQ(upgraded[Weight::SameDaySaturation], 0);
  EXPECT_EQ(upgraded[Weight::Decay], 0.5);
}

TEST(ReadParameters, UpgradesSeventeen) {
  const std::vector<double> old(17, 0.25);

  const Parameters upgraded = std::get<Parameters>(readParameters(old));

  EXPECT_DOUBLE_EQ(upgraded[Weight::FirstDifficulty], 0.75);
  EXPECT_DOUBLE_EQ(upgraded[Weight::FirstDifficultySlope], std::log(1.75) / 3);
  EXPECT_DOUBLE_EQ(upgraded[Weight::DifficultyChange], 0.75);
  EXPECT_EQ(upgraded[Weight::SameDayGain], 0);
  EXPECT_EQ(upgraded[Weight::SameDayOffset], 0);
  EXPECT_EQ(upgraded[Weight::SameDaySaturation], 0);
  EXPECT_EQ(upgraded[Weight::Decay], 0.5);
}

TEST(ReadParameters, RefusesOtherCounts) {
  for (const std::size_t count : {0U, 1U, 16U, 18U, 20U, 22U, 34U})
    EXPECT_EQ(std::get<ParameterFault>(readParameters(std::vector<double>(count, 1.0))),
              ParameterFault::WrongCount)
        << count;
}

TEST(ReadParameters, RefusesWhatIsNotANumber) {
  for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    std::vector<double> weights = published();
    weights[7] = bad;
    EXPECT_EQ(std::get<ParameterFault>(readParameters(weights)), ParameterFault::NotFinite);
  }
}

TEST(ReadParameters, RefusesAnUpgradeThatIsNotANumber) {
  std::vector<double> weights(17, 0.25);
  weights[5] = -1;

  EXPECT_EQ(std::get<ParameterFault>(readParameters(weights)), ParameterFault::NotFinite);
}

TEST(ReadParameters, ReadsTheTextItWrites) {
  const auto read = readParameters(text(Parameters{}));

  EXPECT_EQ(std::get<Parameters>(read), Parameters{});
  EXPECT_TRUE(text(Parameters{}).starts_with("0.212,1.2931,"));
}

TEST(ReadParameters, AllowsBlanksInAText) {
  EXPECT_EQ(std::get<ParameterFault>(readParameters("1, 2 , 3")), ParameterFault::WrongCount);
}

TEST(ReadParameters, RefusesTextsThatAreNotNumbers) {
  for (const char* text : {"", "1,,2", "1;2", "one", "1,2,", "0x3"})
    EXPECT_EQ(std::get<ParameterFault>(readParameters(text)), ParameterFault::NotNumbers) << text;
}

TEST(ClippedParameters, LeavesThePublishedOnesAlone) {
  EXPECT_EQ(clipped(Parameters{}), Parameters{});
}

TEST(ClippedParameters, BringsEveryWeightIntoItsBounds) {
  Parameters::Weights low;
  low.fill(-1e9);
  Parameters::Weights high;
  high.fill(1e9);

  const Parameters lowest = clipped(Parameters{low});
  const Parameters highest = clipped(Parameters{high});

  const Parameters::Weights kLowest{.001, .001, .001, .001, 1, .001, .001, .001, 0,   0, .001,
                                    .001, .001, .001, 0,    0, 1,    0,    0,    .01, .1};
  const Parameters::Weights kHighest{100, 100, 100, 100, 10, 4, 4, .75, 4.5, .8, 3.5,
                                     5,   .25, .9,  4,   1,  6, 2, 2,   .8,  .8};
  EXPECT_EQ(lowest.weights(), kLowest);
  EXPECT_EQ(highest.weights(), kHighest);
}

TEST(ClippedParameters, LowersTheSameDayWeightsForSeveralRelearningSteps) {
  Parameters::Weights weights = Parameters{}.weights();
  weights[static_cast<std::size_t>(Weight::SameDayGain)] = 2;
  weights[static_cast<std::size_t>(Weight::SameDayOffset)] = 2;

  const Parameters one = clipped(Parameters{weights}, 1);
  const Parameters two = clipped(Parameters{weights}, 2);

  EXPECT_EQ(one[Weight::SameDayGain], 2);
  const double ceiling =
      std::sqrt(-(std::log(1.4835) + std::log(std::exp2(0.2629) - 1) + 0.3 * 1.6483) / 2);
  EXPECT_DOUBLE_EQ(two[Weight::SameDayGain], ceiling);
  EXPECT_DOUBLE_EQ(two[Weight::SameDayOffset], ceiling);
}

TEST(ClippedParameters, NeverLowersThatCeilingBelowATenth) {
  Parameters::Weights weights;
  weights.fill(1e9);

  EXPECT_DOUBLE_EQ(clipped(Parameters{weights}, 5)[Weight::SameDayGain], 0.1);
}

}  // namespace
}  // namespace phaseboard::memory
