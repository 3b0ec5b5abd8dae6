// SPDX-License-Identifier: Apache-2.0
#include "app/base/uuid.h"

#include <gtest/gtest.h>

namespace phaseboard {
namespace {

TEST(Uuid, SortsByTimeAsBytes) {
  const Uuid earlier = Uuid::version7(Instant{1'700'000'000'000}, ~0ULL, ~0ULL);
  const Uuid later = Uuid::version7(Instant{1'700'000'000'001}, 0, 0);

  EXPECT_LT(earlier, later);
}

TEST(Uuid, CarriesVersionAndVariant) {
  const std::string text = Uuid::version7(Instant{1}, ~0ULL, ~0ULL).text();

  EXPECT_EQ(text, "00000000-0001-7fff-bfff-ffffffffffff");
}

TEST(Uuid, ReadsWhatItWrites) {
  const Uuid uuid = Uuid::version7(Instant{1'234'567'890'123}, 42, 43);

  EXPECT_EQ(Uuid::parse(uuid.text()), uuid);
}

TEST(Uuid, RefusesOtherTexts) {
  for (const char* text :
       {"", "0000", "00000000-0001-7fff-bfff-fffffffffff", "00000000-0001-7fff-bfff-fffffffffffg",
        "00000000x0001-7fff-bfff-ffffffffffff", "-0000000-0001-7fff-bfff-ffffffffffff"})
    EXPECT_EQ(Uuid::parse(text), std::nullopt) << text;
}

}  // namespace
}  // namespace phaseboard
