// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/flag_rows.h"

#include <gtest/gtest.h>

namespace phaseboard::compiler {
namespace {

TEST(FlagRows, KeepsDistantFlagsInOneRow) {
  FlagRows flags(500);
  flags.add(100, 80);
  flags.add(300, 80);

  EXPECT_EQ(flags.box(0, 10).top(), flags.box(1, 10).top());
  EXPECT_EQ(flags.box(0, 10).left(), 100);
}

TEST(FlagRows, PutsACloseFlagWhereNoLineCrossesIt) {
  FlagRows flags(500);
  flags.add(100, 80);
  flags.add(120, 80);

  EXPECT_GT(flags.box(1, 10).top(), flags.box(0, 10).bottom());
  EXPECT_GT(flags.box(1, 10).left(), 100) << "the first line passes on its left";
}

TEST(FlagRows, TurnsFlagsAtTheRightEndToTheLeft) {
  FlagRows flags(500);
  flags.add(460, 80);

  EXPECT_EQ(flags.box(0, 0).right(), 460);
}

TEST(FlagRows, TakesNoRoomWithoutFlags) {
  EXPECT_EQ(FlagRows(500).height(), 0);
}

}  // namespace
}  // namespace phaseboard::compiler
