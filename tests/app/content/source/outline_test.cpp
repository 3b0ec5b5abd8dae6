// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/outline.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

TEST(Outline, IsScaledThenMoved) {
  std::string path;

  ASSERT_TRUE(appendOutline(path, "M10 -20L30,40Q1 2 3 4 C1 2 3 4 5 6Z", {100, 200, 0.5}));

  EXPECT_EQ(path, "M105 190L115 220Q100.5 201 101.5 202C100.5 201 101.5 202 102.5 203Z");
}

TEST(Outline, RefusesOtherCommands) {
  for (const char* data :
       {"m1 2", "M1", "M1 2H5", "M1 x", "A1 1 0 0 0 1 1", "Mnan 1", "M1e9 1", "1 2"}) {
    SCOPED_TRACE(data);
    std::string path;
    EXPECT_FALSE(appendOutline(path, data, {}));
  }
}

TEST(Outline, DrawsARectangle) {
  std::string path;

  appendRectangle(path, 1, -2, 3, 4);

  EXPECT_EQ(path, "M1 -2L4 -2L4 2L1 2Z");
}

}  // namespace
}  // namespace phaseboard::content
