// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/html_text.h"

#include <gmock/gmock.h>

#include "app/base/bytes.h"

namespace phaseboard::test {
namespace {

using exchange::textOfHtml;
using testing::HasSubstr;
using testing::Not;

std::string markdownFrom(std::string_view html) {
  return textOfHtml(html).markdown;
}

TEST(HtmlText, KeepsWhatTheEyeSees) {
  EXPECT_EQ(markdownFrom("What is <b>AUC</b>?<br>And <i>ROC</i>?"), "What is **AUC**?\nAnd *ROC*?");
  EXPECT_EQ(markdownFrom("<div>one</div><div>two</div>"), "one\n\ntwo");
  EXPECT_EQ(markdownFrom("<ul><li>a</li><li>b</li></ul>"), "- a\n- b");
  EXPECT_EQ(markdownFrom("<ol>\n<li>a\n<li>b</ol>"), "1. a\n1. b");
  EXPECT_EQ(markdownFrom("x &lt; y &amp;&nbsp;z &#8594; &#x41;"), "x < y & z \xE2\x86\x92 A");
  EXPECT_EQ(markdownFrom("<pre>if  x:\n  y</pre>"), "```\nif  x:\n  y\n```");
}

TEST(HtmlText, TakesFormulasOver) {
  EXPECT_EQ(markdownFrom("\\(a^2\\) and \\[b\\] and [$]c[/$]"), "$a^2$ and $$b$$ and $c$");
}

TEST(HtmlText, CountsWhatItLeavesOut) {
  const auto text = textOfHtml("<img src=\"a b.png\"> [sound:x.mp3] <img src=c.jpg>");

  EXPECT_EQ(text.pictures, 2);
  EXPECT_EQ(text.sounds, 1);
  EXPECT_THAT(text.markdown, HasSubstr("[picture: a b.png]"));
  EXPECT_THAT(text.markdown, HasSubstr("[picture: c.jpg]"));
}

TEST(HtmlText, DropsScriptsStylesCommentsAndHandlers) {
  const std::string text = markdownFrom(
      "a<script>alert('x')</script><style>p{}</style><!-- c --><p onclick=\"evil()\">b</p>");

  EXPECT_THAT(text, Not(HasSubstr("alert")));
  EXPECT_THAT(text, Not(HasSubstr("evil")));
  EXPECT_EQ(text, "a\n\nb");
}

TEST(HtmlText, AnyBytesBecomeUtf8WithoutControls) {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte)
    bytes += static_cast<char>(byte);
  bytes += "\xC3\xA9 &#0; &#xD800; &#99999999; <a <b <\xff";
  const std::string text = markdownFrom(bytes);

  EXPECT_TRUE(isUtf8(text));
  for (const char letter : text)
    EXPECT_TRUE(static_cast<unsigned char>(letter) >= 0x20 || letter == '\n');
  EXPECT_THAT(text, HasSubstr("\xC3\xA9"));
}

TEST(HtmlText, UnclosedMarksCostLittle) {
  std::string brackets;
  std::string entities;
  for (int at = 0; at < 30'000; ++at) {
    brackets += "<a";
    entities += "&a";
  }
  EXPECT_FALSE(markdownFrom(brackets).empty());
  EXPECT_EQ(markdownFrom(entities), entities);
}

}  // namespace
}  // namespace phaseboard::test
