// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/markdown_scan.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(MarkdownScan, UnderstandsWhatFieldsMayHold) {
  for (const char* text :
       {"Plain text, 500e6 * 20 < 10^9 & more [0, 1] and user_id.", "*emphasis* and **strong**",
        "`code with * and $` and ``a ` b``", "- one\n- two\n  goes on\n\n1. first\n2. second",
        "| a | b |\n| --- | ---: |\n| 1 | 2 \\| 3 |", "```\n# not a heading\n<b>\n```",
        "[a link](concept:x) and [another](https://example.org/a_b)", "An asterisk \\* and \\$5",
        "$x_i^2$ in a line\n\n$$\\frac{a}{b}$$\n\nand\n\n$$\na\n$$", "a -5 % step",
        "ends with #"}) {
    SCOPED_TRACE(text);
    EXPECT_THAT(scanMarkdown(text).problems, IsEmpty());
  }
}

TEST(MarkdownScan, RefusesWhatReadersWouldShowDifferently) {
  for (const char* text : {"# Heading",
                           "Heading\n---",
                           "Heading\n===",
                           "> quote",
                           "***",
                           "* bullet",
                           "+ bullet",
                           "    indented",
                           "![x](y.png)",
                           "<b>",
                           "</b>",
                           "<!-- x -->",
                           "a &amp; b",
                           "~~gone~~",
                           "https://example.org",
                           "[a](http://x.org)",
                           "[a](javascript:x)",
                           "[a](file:///etc)",
                           "[a](concept:x y)",
                           "[a][b]",
                           "[a]: https://x.org",
                           "[a](https://x",
                           "**open",
                           "*open",
                           "`open",
                           "$5 and more",
                           "$ a $",
                           "$$a$$ b",
                           "text $$a$$",
                           "$$",
                           "$$$$",
                           "```\nopen",
                           "| a | b |\n| 1 | 2 |",
                           "| a | b |\n| --- | --- |\n| 1 |",
                           "close* only"}) {
    SCOPED_TRACE(text);
    EXPECT_THAT(scanMarkdown(text).problems, testing::Not(IsEmpty()));
  }
}

TEST(MarkdownScan, CollectsLinksIntoThePack) {
  const MarkdownScan scan =
      scanMarkdown("[**a**](concept:feature-store), [b](part:d/p)\n\n- [c](figure:d)");

  ASSERT_THAT(scan.links, SizeIs(3));
  EXPECT_EQ(scan.links[0].scheme, "concept");
  EXPECT_EQ(scan.links[0].target, "feature-store");
  EXPECT_EQ(scan.links[1].target, "d/p");
  EXPECT_EQ(scan.links[2].scheme, "figure");
}

TEST(MarkdownScan, CollectsFormulas) {
  EXPECT_THAT(scanMarkdown("$a$ and $\\$ b$\n\n$$ c\n d $$").formulas,
              ElementsAre("a", "\\$ b", "c\nd"));
}

TEST(MarkdownScan, LeavesOnlyWhatIsRead) {
  const MarkdownScan scan = scanMarkdown("The **big** [store](concept:x) `codeword` $tex$ \\*");

  EXPECT_EQ(scan.plain, "The big store codeword tex *");
  EXPECT_EQ(scan.words, "The big store \x1f \x1f *\n");
}

TEST(MarkdownScan, IsQuickOnHostileText) {
  for (const char* piece : {"[", "*", "`", "$", "![", "[a](", "| "}) {
    SCOPED_TRACE(piece);
    std::string text;
    while (text.size() < 20'000)
      text += piece;
    static_cast<void>(scanMarkdown(text));
  }
}

}  // namespace
}  // namespace phaseboard::content
