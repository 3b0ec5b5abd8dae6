// SPDX-License-Identifier: Apache-2.0
#include "app/base/bytes.h"

#include <gtest/gtest.h>

#include "app/base/hash.h"

namespace phaseboard {
namespace {

TEST(Crc32c, GivesThePublishedCheckValue) {
  EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
}

TEST(Fnv64, GivesThePublishedValues) {
  EXPECT_EQ(fnv64(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(fnv64("a"), 0xaf63dc4c8601ec8cULL);
}

TEST(Fnv64, TellsFieldsApartByTheirLengths) {
  EXPECT_NE(Fnv64{}.addField("ab").addField("c").value(),
            Fnv64{}.addField("a").addField("bc").value());
}

TEST(Hex, WritesTwoDigitsAByte) {
  EXPECT_EQ(toHex(std::string_view("\x00\xff\x1a", 3)), "00ff1a");
}

TEST(Utf8, AcceptsEverythingWellFormed) {
  EXPECT_TRUE(isUtf8("plain"));
  EXPECT_TRUE(isUtf8("\u00e9 \u2192 \U0001F600"));
}

TEST(Utf8, RefusesBrokenSequences) {
  for (std::string_view broken :
       {"\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\x80"})
    EXPECT_FALSE(isUtf8(broken)) << toHex(broken);
}

}  // namespace
}  // namespace phaseboard
