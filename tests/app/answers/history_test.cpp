// SPDX-License-Identifier: Apache-2.0
#include "app/answers/history.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace phaseboard::answers {
namespace {

using testing::ElementsAre;

Version writtenVersion(const std::string& uid, std::int64_t at, std::vector<std::string> parents,
                       const std::string& text) {
  return {VersionId{0}, {}, text, Instant{at}, uid, std::move(parents)};
}

std::vector<std::string> uidsOf(const std::vector<Version>& versions) {
  std::vector<std::string> uids;
  for (const Version& version : versions)
    uids.push_back(version.uid);
  return uids;
}

TEST(History, StandsInTheOrderInWhichItWasWrittenWhateverTheClockSaid) {
  std::vector<Version> versions{writtenVersion("child", 1, {"parent"}, "b"),
                                writtenVersion("parent", 5, {}, "a"),
                                writtenVersion("other", 3, {}, "c")};
  EXPECT_THAT(uidsOf(inOrder(versions)), ElementsAre("other", "parent", "child"));
  std::reverse(versions.begin(), versions.end());
  EXPECT_THAT(uidsOf(inOrder(versions)), ElementsAre("other", "parent", "child"));
}

TEST(History, HasOneEndWhenEachWasWrittenOverTheLast) {
  EXPECT_THAT(
      uidsOf(openEnds({writtenVersion("a", 1, {}, "1"), writtenVersion("b", 2, {"a"}, "2")})),
      ElementsAre("b"));
}

TEST(History, HasTwoEndsWhenItWasEditedApartUntilBothAreSettled) {
  std::vector<Version> versions{writtenVersion("a", 1, {}, "1"), writtenVersion("b", 2, {"a"}, "2"),
                                writtenVersion("c", 3, {"a"}, "3")};
  EXPECT_THAT(uidsOf(openEnds(versions)), ElementsAre("b", "c"));
  versions.push_back(writtenVersion("d", 4, {"b", "c"}, "2 and 3"));
  EXPECT_THAT(uidsOf(openEnds(versions)), ElementsAre("d"));
}

TEST(History, TheSameTextTwiceIsNoConflict) {
  EXPECT_THAT(
      uidsOf(openEnds({writtenVersion("a", 1, {}, "same"), writtenVersion("b", 2, {}, "same")})),
      ElementsAre("b"));
}

TEST(History, LosesNothingWhenVersionsClaimToBeOverEachOther) {
  EXPECT_EQ(
      inOrder({writtenVersion("a", 1, {"b"}, "1"), writtenVersion("b", 2, {"a"}, "2")}).size(), 2U);
}

}  // namespace
}  // namespace phaseboard::answers
