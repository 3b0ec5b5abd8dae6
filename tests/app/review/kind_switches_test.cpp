// SPDX-License-Identifier: Apache-2.0
#include "app/review/kind_switches.h"

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

const QuestionId kSwitchedAds{"ads"};
const QuestionId kSwitchedFeed{"feed"};

TEST(KindSwitches, AreAllOnAtFirst) {
  const KindSwitches switches;

  for (const PromptKind kind : kPromptKinds)
    EXPECT_TRUE(switches.isOn(kind, kSwitchedAds)) << kind;
}

TEST(KindSwitches, HoldForEveryQuestionThatSaysNothingOfItsOwn) {
  KindSwitches switches;
  switches.set(PromptKind::Number, false);
  switches.set(PromptKind::Number, kSwitchedAds, true);
  switches.set(PromptKind::Pitfall, kSwitchedFeed, false);

  EXPECT_FALSE(switches.isOn(PromptKind::Number, kSwitchedFeed));
  EXPECT_TRUE(switches.isOn(PromptKind::Number, kSwitchedAds));
  EXPECT_FALSE(switches.isOn(PromptKind::Pitfall, kSwitchedFeed));
  EXPECT_TRUE(switches.isOn(PromptKind::Pitfall, kSwitchedAds));
}

TEST(KindSwitches, FollowTheGeneralOneAgain) {
  KindSwitches switches;
  switches.set(PromptKind::Number, kSwitchedAds, false);

  switches.set(PromptKind::Number, kSwitchedAds, std::nullopt);

  EXPECT_EQ(switches, KindSwitches{});
}

TEST(KindSwitches, AreReadAsTheyWereWritten) {
  KindSwitches switches;
  switches.set(PromptKind::ClickPart, false);
  switches.set(PromptKind::Number, false);
  switches.set(PromptKind::ClickPart, kSwitchedAds, true);
  switches.set(PromptKind::Pitfall, kSwitchedAds, false);

  KindSwitches read;
  read.readGeneral(switches.generalText());
  read.readQuestion(kSwitchedAds, switches.textOf(kSwitchedAds));

  EXPECT_EQ(read, switches);
  EXPECT_EQ(switches.generalText(), "click-part,number");
  EXPECT_EQ(switches.textOf(kSwitchedAds), "+click-part,-pitfall");
}

TEST(KindSwitches, PassOverWhatALaterProgramWrote) {
  KindSwitches read;

  read.readGeneral("sing-it,,number");
  read.readQuestion(kSwitchedAds, "-sing-it,,+");

  EXPECT_EQ(read.generalText(), "number");
  EXPECT_TRUE(read.questions().empty());
}

}  // namespace
}  // namespace phaseboard::review
