// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_block.h"

#include <gtest/gtest.h>

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "ui/widgets/shown_text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

const QString kSeveralLines = QStringLiteral("many words that need several lines ").repeated(20);

TEST(TextBlock, IsHigherWhereItIsNarrow) {
  TextBlock block({});
  block.setMarkdown(kSeveralLines);

  EXPECT_GT(block.heightForWidth(200), block.heightForWidth(600));
}

TEST(TextBlock, AnswersTheSameForAWidthThatItWasAskedForBefore) {
  TextBlock block({});
  block.setMarkdown(kSeveralLines);
  const int narrow = block.heightForWidth(200);
  const int wide = block.heightForWidth(600);

  EXPECT_EQ(block.heightForWidth(200), narrow);
  EXPECT_EQ(block.heightForWidth(600), wide);
}

TEST(TextBlock, ForgetsItsHeightsWithItsText) {
  TextBlock block({});
  block.setMarkdown(kSeveralLines);
  const int before = block.heightForWidth(300);

  block.setMarkdown(u"short"_s);

  EXPECT_LT(block.heightForWidth(300), before);
}

TEST(TextBlock, FindsALinkWhereItStandsAfterAnotherWidthWasAskedFor) {
  TextBlock block({});
  block.setMarkdown(kSeveralLines + u"\n\n[a link](concept:x)"_s);
  block.resize(300, block.heightForWidth(300));
  ASSERT_GT(block.heightForWidth(900), 0);
  QSignalSpy activated(&block, &TextBlock::linkActivated);

  QTest::mouseClick(&block, Qt::LeftButton, {}, {8, block.height() - 8});

  ASSERT_EQ(activated.count(), 1);
  EXPECT_EQ(activated.front().front().toUrl(), QUrl(u"concept:x"_s));
}

TEST(TextBlock, ShowsTheBeginningOfAVeryLongTextAndSaysHowMuchIsLeft) {
  TextBlock block({});
  const QString paragraph = kSeveralLines + u"\n\n"_s;
  const QString text = paragraph.repeated(100);

  block.setMarkdown(text);

  EXPECT_EQ(block.markdown(), text) << "the text itself stays as it is";
  const QString shown = block.plainText();
  EXPECT_LT(shown.size(), kMostShown + 200);
  const qsizetype left = text.size() - kMostShown / paragraph.size() * paragraph.size();
  const QString last = shown.section(u'\n', -1);
  EXPECT_TRUE(
      last.startsWith(u"The view ends here. %1 more character"_s.arg(QLocale().toString(left))))
      << last.toStdString();
  block.setMarkdown(kSeveralLines);
  EXPECT_FALSE(block.plainText().contains(u"not shown"_s));
}

TEST(TextBlock, SaysWhatIsLeftBelowWhateverTheTextEndsIn) {
  for (const QString& part : {u"- item\n"_s, u"> quoted\n"_s, u"```\n"_s, u"| a | b |\n|-|-|\n"_s,
                              u"# head\n"_s, u"**bold "_s}) {
    TextBlock block({});

    block.setMarkdown(part.repeated(3'000));

    const QString last = block.plainText().section(u'\n', -1);
    EXPECT_TRUE(last.startsWith(u"The view ends here."_s)) << part.toStdString();
  }
}

TEST(ShownText, EndsWithALineAWordOrACharacter) {
  EXPECT_EQ(shownText(u"a line\n"_s.repeated(1'600)).markdown,
            u"a line\n"_s.repeated(kMostShown / 7));
  EXPECT_EQ(shownText(u"\n"_s.repeated(5'000)).markdown.size(), kMostLinesShown);
  EXPECT_TRUE(shownText(u"word "_s.repeated(5'000)).markdown.endsWith(u"word "_s));
  EXPECT_EQ(shownText(QString(20'000, u'w')).markdown.size(), kMostShown);
  const QString faces = u"x"_s + QString::fromUtf8("\xf0\x9f\x98\x80").repeated(10'000);
  EXPECT_FALSE(shownText(faces).markdown.back().isHighSurrogate());
  EXPECT_EQ(shownText(faces).left + shownText(faces).markdown.size(), faces.size());
  EXPECT_EQ(shownText(QString()).left, 0);
}

}  // namespace
}  // namespace phaseboard::ui
