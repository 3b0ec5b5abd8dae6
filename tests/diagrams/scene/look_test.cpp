// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/look.h"

#include <gmock/gmock.h>

namespace phaseboard::scene {
namespace {

TEST(Look, ShowsUnnamedPartsAsTheOthers) {
  Look look;
  look.set(PartId("a"), Emphasis::Masked).setOthers(Emphasis::Dimmed);

  EXPECT_EQ(look.of(PartId("a")), Emphasis::Masked);
  EXPECT_EQ(look.of(PartId("b")), Emphasis::Dimmed);
}

TEST(Look, ClampsRecallAndDimming) {
  Look look;
  look.setRecall(PartId("a"), 1.5).setRecall(PartId("b"), -2).setDimming(7);

  EXPECT_EQ(look.recall(PartId("a")), 1);
  EXPECT_EQ(look.recall(PartId("b")), 0);
  EXPECT_LT(look.recall(PartId("c")), 0);
  EXPECT_EQ(look.dimming(), 1);
}

TEST(Look, IsEqualWhenEverythingIs) {
  Look one;
  Look other;
  EXPECT_EQ(one, other);

  other.set(PartId("a"), Emphasis::Selected);

  EXPECT_FALSE(one == other);
}

}  // namespace
}  // namespace phaseboard::scene
