// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/markdown_html.h"

#include <gtest/gtest.h>

namespace phaseboard::test {
namespace {

using exchange::htmlOfMarkdown;

TEST(MarkdownHtml, WritesTheMarksOfOurFields) {
  EXPECT_EQ(htmlOfMarkdown("a **b** *c* `d<e`"), "<p>a <b>b</b> <i>c</i> <code>d&lt;e</code></p>");
  EXPECT_EQ(htmlOfMarkdown("- a\n- b\n  more\n\n1. c"),
            "<ul><li>a</li><li>b more</li></ul><ol><li>c</li></ol>");
  EXPECT_EQ(htmlOfMarkdown("| a | b |\n|---|---|\n| c | d |"),
            "<table><tr><th>a </th><th>b </th></tr><tr><td>c </td><td>d </td></tr></table>");
  EXPECT_EQ(htmlOfMarkdown("```\nx < y\n```"), "<pre>x &lt; y\n</pre>");
}

TEST(MarkdownHtml, FormulasBecomeMathJaxAndMoneyStays) {
  EXPECT_EQ(htmlOfMarkdown("$a<b$ costs $5 and $6"), "<p>\\(a&lt;b\\) costs $5 and $6</p>");
  EXPECT_EQ(htmlOfMarkdown("$$x$$"), "<p>\\[x\\]</p>");
}

TEST(MarkdownHtml, ShowsHtmlAsTextAndLinksAsWords) {
  EXPECT_EQ(htmlOfMarkdown("<script>x</script>"), "<p>&lt;script&gt;x&lt;/script&gt;</p>");
  EXPECT_EQ(htmlOfMarkdown("[store](concept:feature-store), [paper](https://x.org/?a=1&b=\"2\")"),
            "<p>store, <a href=\"https://x.org/?a=1&amp;b=&quot;2&quot;\">paper</a></p>");
  EXPECT_EQ(htmlOfMarkdown("[bad](javascript:alert(1))"), "<p>bad)</p>");
}

TEST(MarkdownHtml, SurvivesMarksThatAreNeverClosed) {
  EXPECT_EQ(htmlOfMarkdown("**a *b `c [d"), "<p><b>a <i>b `c [d</b></i></p>");
  EXPECT_EQ(htmlOfMarkdown("```\nopen"), "<pre>open\n</pre>");
  EXPECT_EQ(htmlOfMarkdown(""), "");
}

}  // namespace
}  // namespace phaseboard::test
