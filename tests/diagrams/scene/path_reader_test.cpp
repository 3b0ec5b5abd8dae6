// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/path_reader.h"

#include <string>

#include <gmock/gmock.h>

namespace phaseboard::scene {
namespace {

TEST(PathReader, FollowsAbsoluteAndRelativeLines) {
  const auto path = readPath("M10 10h20v5l-5,5H0Z");

  ASSERT_TRUE(path.has_value());
  EXPECT_EQ(path->boundingRect(), QRectF(0, 10, 30, 10));
}

TEST(PathReader, RepeatsACommandWithoutItsLetter) {
  const auto path = readPath("M0 0 10 0 10 10");

  ASSERT_TRUE(path.has_value());
  EXPECT_EQ(path->elementCount(), 3);
  EXPECT_EQ(path->currentPosition(), QPointF(10, 10));
}

TEST(PathReader, DrawsAHalfCircleWithCompactFlags) {
  const auto path = readPath("M0 10a10 10 0 0120 0");

  ASSERT_TRUE(path.has_value());
  EXPECT_NEAR(path->boundingRect().top(), 0, 0.02);
  EXPECT_NEAR(path->currentPosition().x(), 20, 1e-9);
}

TEST(PathReader, EnlargesAnArcThatCannotReach) {
  const auto path = readPath("M0 0A1 1 0 0 1 20 0");

  ASSERT_TRUE(path.has_value());
  EXPECT_NEAR(path->boundingRect().top(), -10, 0.05);
}

TEST(PathReader, MirrorsTheControlOfASmoothCurve) {
  const auto smooth = readPath("M0 0C0 10 10 10 10 0S20 -10 20 0");
  const auto written = readPath("M0 0C0 10 10 10 10 0C10 -10 20 -10 20 0");

  ASSERT_TRUE(smooth && written);
  EXPECT_EQ(*smooth, *written);
}

TEST(PathReader, RefusesWhatIsNoPath) {
  for (const char* data : {"", "L1 1", "M1", "M1 1 2", "M1 1X3", "M0 0L1 nan", "M0 0L1e9 0",
                           "M0 0A1 1 0 2 0 3 3", "M0 0Z1 1", "M0 0 url(#a)"}) {
    SCOPED_TRACE(data);
    EXPECT_FALSE(readPath(data).has_value());
  }
}

TEST(PathReader, RefusesMoreSegmentsThanItsLimit) {
  std::string data = "M0 0";
  for (int i = 0; i <= kMostPathSegments; ++i)
    data += "h1";

  EXPECT_FALSE(readPath(data).has_value());
}

TEST(PathReader, AppliesTransformsFromTheRight) {
  const auto transform = readTransform("translate(10 20) rotate(90) scale(2)");

  ASSERT_TRUE(transform.has_value());
  const QPointF mapped = transform->map(QPointF(1, 0));
  EXPECT_NEAR(mapped.x(), 10, 1e-9);
  EXPECT_NEAR(mapped.y(), 22, 1e-9);
}

TEST(PathReader, RefusesTransformsOutsideTheSubset) {
  for (const char* text : {"skewX(3)", "matrix(1 0 0 1 0 0)", "scale()", "translate(1 2 3)", "x"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(readTransform(text).has_value());
  }
}

TEST(PathReader, ReadsOneNumberOnly) {
  EXPECT_EQ(readNumber("-1.5"), -1.5);
  EXPECT_EQ(readNumber("1,5"), std::nullopt);
  EXPECT_EQ(readNumber("5px"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::scene
