// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/label_placer.h"

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

const QRectF kFrame(0, 0, 100, 100);

TEST(LabelPlacer, TakesTheFirstFreePlace) {
  LabelPlacer placer(kFrame);
  placer.addLine({QPointF(0, 10), QPointF(100, 10)});

  const auto choice =
      placer.place({QRectF(10, 5, 20, 10), QRectF(10, 40, 20, 10), QRectF(10, 60, 20, 10)});

  EXPECT_EQ(choice.index, 1U);
  EXPECT_TRUE(choice.isFree);
}

TEST(LabelPlacer, KeepsLabelsApart) {
  LabelPlacer placer(kFrame);
  const std::vector<QRectF> places{QRectF(10, 10, 20, 10), QRectF(15, 12, 20, 10),
                                   QRectF(60, 60, 20, 10)};

  EXPECT_EQ(placer.place(places).index, 0U);
  EXPECT_EQ(placer.place(places).index, 2U);
}

TEST(LabelPlacer, SaysWhenNothingIsFree) {
  LabelPlacer placer(kFrame);
  placer.addBox(kFrame);

  EXPECT_FALSE(placer.place({QRectF(10, 10, 20, 10)}).isFree);
  EXPECT_FALSE(placer.place({QRectF(90, 10, 20, 10)}).isFree) << "outside";
}

TEST(LabelPlacer, CrossesTheGridOnlyWhenItMust) {
  LabelPlacer placer(kFrame);
  placer.addFaintLine(15);

  const auto choice = placer.place({QRectF(10, 10, 20, 10), QRectF(10, 30, 20, 10)});

  EXPECT_EQ(choice.index, 1U);
  EXPECT_TRUE(placer.place({QRectF(50, 10, 20, 10)}).isFree);
}

TEST(Spread, LeavesWhatDoesNotMeet) {
  EXPECT_THAT(spread({10, 50}, {10, 10}, 0, 100), ElementsAre(10, 50));
}

TEST(Spread, MovesNeighboursApartEvenlyInTheirOrder) {
  EXPECT_THAT(spread({50, 48, 52}, {10, 10, 10}, 0, 100),
              ElementsAre(DoubleNear(50, 1e-9), DoubleNear(40, 1e-9), DoubleNear(60, 1e-9)));
}

TEST(Spread, StaysInsideItsLimits) {
  EXPECT_THAT(spread({1, 2}, {10, 10}, 0, 100), ElementsAre(5, 15));
  EXPECT_THAT(spread({99, 98}, {10, 10}, 0, 100), ElementsAre(95, 85));
}

TEST(Spread, NeverLetsLabelsOverlapWhateverTheirWishes) {
  for (int seed = 0; seed < 200; ++seed) {
    std::vector<double> wishes;
    std::vector<double> sizes;
    for (int i = 0; i < 6; ++i) {
      wishes.push_back((seed * 37 + i * i * 53) % 100);
      sizes.push_back(6 + (seed + i) % 9);
    }

    const std::vector<double> middles = spread(wishes, sizes, 0, 100);

    for (std::size_t a = 0; a < middles.size(); ++a) {
      EXPECT_GE(middles[a] - sizes[a] / 2, -1e-6) << seed;
      EXPECT_LE(middles[a] + sizes[a] / 2, 100 + 1e-6) << seed;
      for (std::size_t b = 0; b < a; ++b)
        EXPECT_GE(std::abs(middles[a] - middles[b]), (sizes[a] + sizes[b]) / 2 - 1e-6) << seed;
    }
  }
}

}  // namespace
}  // namespace phaseboard::compiler
