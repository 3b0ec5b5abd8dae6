// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/annotation.h"

#include <gmock/gmock.h>

namespace phaseboard::annotations {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AnnotationTags, AreSmallSortedAndEachOnce) {
  EXPECT_THAT(tagsIn("Say First, #ask #ASK,, speed "), ElementsAre("ask", "say-first", "speed"));
  EXPECT_THAT(tagsIn(" , # ,"), IsEmpty());
}

TEST(AnnotationTags, KeepLettersOfAnyScript) {
  EXPECT_THAT(tagsIn("größe, задача"), ElementsAre("größe", "задача"));
}

TEST(AnnotationColour, HasAStableName) {
  for (const Colour colour : kColours)
    EXPECT_EQ(colourNamed(name(colour)), colour);
  EXPECT_EQ(colourNamed("orange"), std::nullopt);
}

TEST(AnnotationContent, IsEmptyOnlyWithoutAnything) {
  EXPECT_TRUE(Content{}.isEmpty());
  EXPECT_FALSE((Content{Colour::Pink, {}, {}, false}.isEmpty()));
  EXPECT_FALSE((Content{{}, {}, {}, true}.isEmpty()));
}

}  // namespace
}  // namespace phaseboard::annotations
