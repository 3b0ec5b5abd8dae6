// SPDX-License-Identifier: Apache-2.0
#include "app/content/source/source_tree.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(SourceTree, KeepsTextsListsAndMappingsWithTheirLines) {
  Diagnostics problems;

  const auto tree =
      readSourceTree("a.yaml", "a: 1\nb:\n  - x\n  - \"y: z\"\nc: {d: e}\n", problems);

  ASSERT_TRUE(tree.has_value());
  EXPECT_THAT(problems, IsEmpty());
  ASSERT_THAT(tree->keys, SizeIs(3));
  EXPECT_EQ(tree->items[0].text, "1");
  EXPECT_EQ(tree->items[1].kind, SourceNode::Kind::List);
  EXPECT_EQ(tree->items[1].items[1].text, "y: z");
  EXPECT_EQ(tree->items[1].items[1].line, 4);
  EXPECT_EQ(tree->keys[2].line, 5);
  EXPECT_EQ(tree->items[2].items[0].text, "e");
}

TEST(SourceTree, ReadsJson) {
  Diagnostics problems;

  const auto tree = readSourceTree("a.json", R"({"a\\b": [1, "x\n\u00e9"], "c": {}})", problems);

  ASSERT_TRUE(tree.has_value());
  EXPECT_EQ(tree->keys[0].text, "a\\b");
  EXPECT_EQ(tree->items[0].items[1].text, "x\né");
}

TEST(SourceTree, ReportsEveryBadLine) {
  Diagnostics problems;

  EXPECT_FALSE(readSourceTree("a", "a:\tb\nc: \xff\nd: e\r\nf: \x01\n", problems).has_value());

  ASSERT_THAT(problems, SizeIs(4));
  for (int line = 1; line <= 4; ++line)
    EXPECT_EQ(problems[static_cast<std::size_t>(line - 1)].line, line);
}

TEST(SourceTree, RefusesWhatHidesText) {
  for (const char* text : {"a: &x 1\nb: *x\n", "a: !!str 1\n", "a: 1\n---\nb: 2\n", "a: 1\na: 2\n",
                           "? [a]\n: b\n", "a: [\n", "", "%YAML 9.9\n--- a"}) {
    SCOPED_TRACE(text);
    Diagnostics problems;
    static_cast<void>(readSourceTree("a", text, problems));
    EXPECT_THAT(problems, testing::Not(IsEmpty()));
  }
}

TEST(SourceTree, SurvivesDeepAndLargeInput) {
  Diagnostics problems;
  static_cast<void>(readSourceTree("a", std::string(100'000, '['), problems));
  static_cast<void>(readSourceTree("a", std::string(kLargestSourceBytes + 1, 'a'), problems));
  EXPECT_THAT(problems, SizeIs(2));
}

}  // namespace
}  // namespace phaseboard::content
