// SPDX-License-Identifier: Apache-2.0
#include "app/answers/reference.h"

#include <gmock/gmock.h>

namespace phaseboard::test {
namespace {

using answers::Reference;
using answers::ReferenceKind;
using answers::referencesIn;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(References, AreLinksWhoseTargetIsAnId) {
  const std::string text = "Read [the store](part:ads/serving/store), see [Data](phase:data).";

  EXPECT_THAT(referencesIn(text),
              ElementsAre(Reference{ReferenceKind::Part, "ads/serving/store", "the store", 5, 40},
                          Reference{ReferenceKind::Phase, "data", "Data", 46, 64}));
}

TEST(References, AreWrittenSoThatTheyAreReadBack) {
  for (const std::string label : {"Feature store", "p[99] \\ 50 ms", "two\nlines", ""}) {
    const std::string link = answers::linkTo(ReferenceKind::KeyPoint, "ads/calibrate", label);

    const auto read = referencesIn(link);

    ASSERT_EQ(read.size(), 1U) << link;
    EXPECT_EQ(read.front().kind, ReferenceKind::KeyPoint);
    EXPECT_EQ(read.front().id, "ads/calibrate");
    EXPECT_EQ(read.front().to, link.size());
    EXPECT_EQ(read.front().label.find('\n'), std::string::npos);
  }
}

TEST(References, AreNotSoughtInCodeImagesAndOtherLinks) {
  EXPECT_THAT(referencesIn("`[a](part:q/d/p)` and ``` [a](part:q/d/p) ``` never"), IsEmpty());
  EXPECT_THAT(referencesIn("![a](part:q/d/p) [b](https://x.example) [c](figure:d)"), IsEmpty());
  EXPECT_THAT(referencesIn("\\[a](part:q/d/p) [a] (part:q/d/p) [a](part:) [a](part:x"), IsEmpty());
}

TEST(References, AreFoundBehindAnUnclosedBracket) {
  EXPECT_EQ(referencesIn("a [ b [c](concept:threshold)").front().label, "c");
}

TEST(References, CanBeReplacedWhileTheRestStays) {
  const std::string text = "a [b](concept:c) d [e](item:q/i)";

  const std::string after = answers::withReferences(
      text, [](const Reference& reference) { return "<" + reference.label + ">"; });

  EXPECT_EQ(after, "a <b> d <e>");
}

}  // namespace
}  // namespace phaseboard::test
