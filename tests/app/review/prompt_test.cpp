// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt.h"

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

TEST(PromptKind, HasAStableName) {
  EXPECT_EQ(kindName(PromptKind::NamePart), "name-part");
  EXPECT_EQ(kindName(PromptKind::EdgeMeaning), "edge-meaning");
  EXPECT_EQ(kindName(PromptKind::PartPurpose), "part-purpose");
  EXPECT_EQ(kindName(PromptKind::KeyPoints), "key-points");
  EXPECT_EQ(kindName(PromptKind::KeyPoint), "key-point");
  EXPECT_EQ(kindName(PromptKind::TradeOff), "trade-off");
  EXPECT_EQ(kindName(PromptKind::Number), "number");
  EXPECT_EQ(kindName(PromptKind::Pitfall), "pitfall");
  EXPECT_EQ(kindName(PromptKind::FollowUp), "follow-up");
  EXPECT_EQ(kindName(PromptKind::Authored), "authored");
}

TEST(PromptKind, ReadsWhatItWrites) {
  for (const PromptKind kind : kPromptKinds)
    EXPECT_EQ(kindFromName(kindName(kind)), kind);
  EXPECT_EQ(kindFromName("riddle"), std::nullopt);
}

TEST(PromptId, CanBeTakenApart) {
  const PromptId id = promptId(PromptKind::KeyPoints, TargetId{"ads#frame"});
  ASSERT_EQ(id.value(), "key-points:ads#frame");

  const auto parts = splitPromptId(id);

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->kind, PromptKind::KeyPoints);
  EXPECT_EQ(parts->target, TargetId{"ads#frame"});
}

TEST(PromptId, IsRefusedWhenItIsNone) {
  for (const char* text : {"", "key-point", "key-point:", "riddle:ads/x"})
    EXPECT_FALSE(splitPromptId(PromptId{text}).has_value()) << text;
}

}  // namespace
}  // namespace phaseboard::review
