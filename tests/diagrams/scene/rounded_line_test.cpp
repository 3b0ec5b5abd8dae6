// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/rounded_line.h"

#include <gmock/gmock.h>

namespace phaseboard::scene {
namespace {

using testing::Optional;
using testing::SizeIs;

/// Right, then down, with a parabola for the turn.
QPainterPath turned(double arm = 10) {
  QPainterPath path(QPointF(3.2, 5.6));
  path.lineTo(50.4 - arm, 5.6);
  path.quadTo(50.4, 5.6, 50.4, 5.6 + arm);
  path.lineTo(50.4, 41.3);
  return path;
}

TEST(RoundedLine, IsTwoRunsAndAQuarterOfARing) {
  const auto pieces = piecesOfRoundedLine(turned(), 2, Qt::FlatCap);

  ASSERT_THAT(pieces, Optional(SizeIs(3)));
  EXPECT_EQ((*pieces)[0].outer.box.left(), 3.2);
  EXPECT_FALSE((*pieces)[0].inner.has_value());
  ASSERT_TRUE((*pieces)[1].inner.has_value());
  EXPECT_NEAR((*pieces)[1].outer.radius - (*pieces)[1].inner->radius, 2, 1e-9);
  EXPECT_NEAR((*pieces)[1].outer.box.right(), 51.4, 1e-9);
  EXPECT_EQ((*pieces)[2].outer.box.bottom(), 41.3);
}

TEST(RoundedLine, HasPiecesThatShareNoPixel) {
  for (const Qt::PenCapStyle cap : {Qt::FlatCap, Qt::RoundCap}) {
    for (const double shift : {0.0, 0.25, 0.5, 0.75}) {
      const auto pieces = piecesOfRoundedLine(turned().translated(shift, shift), 3, cap);
      ASSERT_THAT(pieces, Optional(SizeIs(3)));
      for (std::size_t i = 0; i < pieces->size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_TRUE(((*pieces)[i].within & (*pieces)[j].within).isEmpty()) << i << " and " << j;
    }
  }
}

TEST(RoundedLine, IsNothingElse) {
  const auto isOne = [](const QPainterPath& line, double width = 2,
                        Qt::PenCapStyle cap = Qt::FlatCap) {
    return piecesOfRoundedLine(line, width, cap).has_value();
  };
  ASSERT_TRUE(isOne(turned()));

  QPainterPath straight(QPointF(1, 1));
  straight.lineTo(50, 1);
  EXPECT_FALSE(isOne(straight));
  QPainterPath sharp(QPointF(1, 1));
  sharp.lineTo(50, 1);
  sharp.lineTo(50, 40);
  EXPECT_FALSE(isOne(sharp));
  QPainterPath slanted = turned();
  slanted.lineTo(60, 60);
  EXPECT_FALSE(isOne(slanted));
  QPainterPath twice = turned();
  twice.addPath(turned());
  EXPECT_FALSE(isOne(twice));
  QPainterPath uneven(QPointF(1, 1));
  uneven.lineTo(40, 1);
  uneven.quadTo(50, 1, 50, 6);
  uneven.lineTo(50, 40);
  EXPECT_FALSE(isOne(uneven));
  QPainterPath kinked(QPointF(1, 1));
  kinked.lineTo(40, 1);
  kinked.quadTo(40, 11, 50, 11);
  kinked.lineTo(70, 11);
  EXPECT_FALSE(isOne(kinked));
  EXPECT_FALSE(isOne(turned(), 18)) << "turns tighter than it is wide";
  EXPECT_FALSE(isOne(turned(), 2, Qt::SquareCap));
  EXPECT_FALSE(isOne(QPainterPath()));
}

}  // namespace
}  // namespace phaseboard::scene
