// SPDX-License-Identifier: Apache-2.0
#include "app/review/memory_curve.h"

#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"

namespace phaseboard::review {
namespace {

using test::LogBuilder;

TEST(MemoryCurve, IsEmptyWithoutAnAnswer) {
  EXPECT_TRUE(memoryCurve({}, StudyDay{10}, {}).points.empty());
}

TEST(MemoryCurve, FallsBetweenAnswersAndJumpsAtEach) {
  LogBuilder log;
  log.answer(100, Rating::Good);
  log.answer(103, Rating::Good);
  log.answer(112, Rating::Again);

  const MemoryCurve curve = memoryCurve(log.events(), StudyDay{120}, {});

  EXPECT_EQ(curve.first, StudyDay{100});
  ASSERT_EQ(curve.answers.size(), 3U);
  EXPECT_DOUBLE_EQ(curve.answers[2].day, 12);
  EXPECT_LT(curve.answers[2].predicted, 1);
  EXPECT_LT(curve.answers[2].stability, curve.answers[1].stability);
  EXPECT_DOUBLE_EQ(curve.points.front().recall, 1);
  EXPECT_DOUBLE_EQ(curve.points.back().day, 20);
  for (std::size_t i = 1; i < curve.points.size(); ++i) {
    EXPECT_GE(curve.points[i].day, curve.points[i - 1].day);
    if (curve.points[i].day > curve.points[i - 1].day) {
      EXPECT_LT(curve.points[i].recall, curve.points[i - 1].recall);
    } else {
      EXPECT_GE(curve.points[i].recall, curve.points[i - 1].recall);
    }
  }
}

TEST(MemoryCurve, EndsWhereTheStateSaysItStands) {
  LogBuilder log;
  log.answer(100, Rating::Good);
  log.answer(109, Rating::Hard);

  const MemoryCurve curve = memoryCurve(log.events(), StudyDay{140}, {});

  EXPECT_NEAR(curve.points.back().recall, recallOn(log.state(), StudyDay{140}, {}).value(), 1e-12);
}

}  // namespace
}  // namespace phaseboard::review
