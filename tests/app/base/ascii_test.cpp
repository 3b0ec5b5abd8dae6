// SPDX-License-Identifier: Apache-2.0
#include "app/base/ascii.h"

#include <gtest/gtest.h>

namespace phaseboard {
namespace {

TEST(Ascii, LowersCapitalsAndKeepsEveryOtherByte) {
  EXPECT_EQ(lowered("AZaz @[`{ 09 É ß"), "azaz @[`{ 09 É ß");
  EXPECT_EQ(lowered(std::string_view("A\0B", 3)), std::string("a\0b", 3));
  EXPECT_EQ(lowered(""), "");
}

}  // namespace
}  // namespace phaseboard
