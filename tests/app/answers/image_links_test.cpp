// SPDX-License-Identifier: Apache-2.0
#include "app/answers/image_links.h"

#include <gtest/gtest.h>

namespace phaseboard::test {
namespace {

using answers::ImageId;
using answers::withImageAddresses;

TEST(ImageLinks, LeadWhereTheImageIsNow) {
  const auto there = [](const ImageId& id) {
    return id == ImageId{"gone"} || id == ImageId{"00"} ? "" : "pictures/" + id.value() + ".png";
  };

  EXPECT_EQ(withImageAddresses("a ![P](notebook:image/01a-f) b ![Q](notebook:image/2b)", there),
            "a ![P](pictures/01a-f.png) b ![Q](pictures/2b.png)");
  EXPECT_EQ(withImageAddresses("![P](notebook:image/00) x", there), "![P](notebook:image/00) x");
  for (const char* other : {"![P](notebook:image/../x)", "![P](notebook:image/)",
                            "![P](notebook:image/01", "![P](https://x/y)", ""})
    EXPECT_EQ(withImageAddresses(other, there), other);
}

}  // namespace
}  // namespace phaseboard::test
