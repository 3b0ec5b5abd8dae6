// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/spelling.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<SpellingRule> kRules{{"feature store", {"featurestore", "Feature Store"}},
                                       {"log loss", {"logloss", "log-loss"}}};

TEST(Spelling, FindsWholeWordsInAnyCase) {
  EXPECT_THAT(findMisspellings("A FeatureStore, and log-loss.", kRules),
              ElementsAre(Misspelling{"featurestore", "feature store"},
                          Misspelling{"log-loss", "log loss"}));
}

TEST(Spelling, LeavesOtherWordsAlone) {
  EXPECT_THAT(findMisspellings("loglosses, xlogloss, log loss, feature store", kRules), IsEmpty());
}

TEST(Spelling, LooksAtCaseWhereNothingElseDiffers) {
  EXPECT_THAT(findMisspellings("the feature store", kRules), IsEmpty());
  EXPECT_THAT(findMisspellings("the Feature Store", kRules),
              ElementsAre(Misspelling{"Feature Store", "feature store"}));
}

TEST(Spelling, TakesALineFeedForASpace) {
  const std::vector<SpellingRule> rules{{"two-tower", {"two tower"}}};

  EXPECT_THAT(findMisspellings("a two\ntower model", rules),
              ElementsAre(Misspelling{"two tower", "two-tower"}));
}

}  // namespace
}  // namespace phaseboard::content
