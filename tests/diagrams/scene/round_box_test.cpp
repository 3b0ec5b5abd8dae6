// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/round_box.h"

#include <gmock/gmock.h>

namespace phaseboard::scene {
namespace {

const QRectF kSomeBox(10.25, 20.5, 120, 60);

TEST(RoundBox, IsFoundInWhatRectanglesAndDiscsMake) {
  QPainterPath sharp;
  sharp.addRect(kSomeBox);
  QPainterPath round;
  round.addRoundedRect(kSomeBox, 12, 12);
  QPainterPath disc;
  disc.addEllipse(QPointF(40, 30), 7, 7);

  EXPECT_EQ(roundBoxOf(sharp), (RoundBox{kSomeBox, 0}));
  EXPECT_EQ(roundBoxOf(round), (RoundBox{kSomeBox, 12}));
  EXPECT_EQ(roundBoxOf(disc), (RoundBox{QRectF(33, 23, 14, 14), 7}));
}

TEST(RoundBox, IsNotFoundInOtherPaths) {
  QPainterPath oval;
  oval.addRoundedRect(kSomeBox, 12, 9);
  QPainterPath two;
  two.addRect(kSomeBox);
  two.addRect(kSomeBox.translated(200, 0));
  QPainterPath tab;  // round above only
  tab.moveTo(0, 40);
  tab.lineTo(0, 10);
  tab.arcTo(QRectF(0, 0, 20, 20), 180, -90);
  tab.lineTo(90, 0);
  tab.arcTo(QRectF(80, 0, 20, 20), 90, -90);
  tab.lineTo(100, 40);
  tab.closeSubpath();
  QPainterPath slanted;
  slanted.addPolygon(QPolygonF({{0, 0}, {50, 5}, {50, 30}, {0, 30}, {0, 0}}));
  QPainterPath open;
  open.addPolygon(QPolygonF({{0, 0}, {50, 0}, {50, 30}, {0, 30}, {0, 10}}));

  for (const QPainterPath& path : {QPainterPath(), oval, two, tab, slanted, open})
    EXPECT_FALSE(roundBoxOf(path).has_value()) << path.elementCount();
}

TEST(RoundBox, IsNotFoundWhereAStepIsCutOut) {
  QPainterPath step;
  step.addPolygon(QPolygonF({{0, 0}, {50, 0}, {50, 20}, {30, 20}, {30, 40}, {0, 40}, {0, 0}}));

  EXPECT_FALSE(roundBoxOf(step).has_value());
}

TEST(RoundBox, KeepsSharpCornersWhenItGrows) {
  EXPECT_EQ(grown({kSomeBox, 0}, 2), (RoundBox{kSomeBox.adjusted(-2, -2, 2, 2), 0}));
  EXPECT_EQ(grown({kSomeBox, 12}, 2).radius, 14);
  EXPECT_EQ(grown({kSomeBox, 1}, -2).radius, 0);
}

}  // namespace
}  // namespace phaseboard::scene
