// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/filter.h"

#include <gmock/gmock.h>

namespace phaseboard::annotations {
namespace {

const QuestionId kAds{"ads"};
const PhaseId kServe{"serve"};

Annotation anAnnotation() {
  Annotation annotation;
  annotation.anchor.quote = "online and offline";
  annotation.anchor.snapshot = "Feature store";
  annotation.content = {Colour::Green, "Ask about the budget.", {"ask", "speed"}, true};
  return annotation;
}

bool passesAds(const Filter& filter) {
  return passes(filter, anAnnotation(), kAds, kServe);
}

TEST(AnnotationFilter, LetsEverythingThroughWhenNothingIsSet) {
  EXPECT_TRUE(passesAds({}));
}

TEST(AnnotationFilter, LooksAtPlaceColourTagAndStar) {
  EXPECT_TRUE(passesAds({.question = kAds, .phase = kServe, .colour = Colour::Green}));
  EXPECT_FALSE(passesAds({.question = QuestionId{"feed"}}));
  EXPECT_FALSE(passesAds({.phase = PhaseId{}}));
  EXPECT_FALSE(passesAds({.colour = Colour::Pink}));
  EXPECT_TRUE(passesAds({.tag = "speed"}));
  EXPECT_FALSE(passesAds({.tag = "spee"}));
  EXPECT_TRUE(passesAds({.onlyStarred = true}));
}

TEST(AnnotationFilter, FindsBeginningsOfWordsInEverythingItSays) {
  EXPECT_TRUE(passesAds({.text = "BUDG feat offl spe"}));
  EXPECT_FALSE(passesAds({.text = "udget"}));
  EXPECT_FALSE(passesAds({.text = "budget nowhere"}));
}

}  // namespace
}  // namespace phaseboard::annotations
