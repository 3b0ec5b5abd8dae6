// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/page_breaks.h"

#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>
#include <QUrl>

#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr double kTestedPage = 300;

/// A strip with so many lines before that what follows meets the end of a page.
std::unique_ptr<QTextDocument> stripOf(int lines, const QString& markdown) {
  auto strip = std::make_unique<QTextDocument>();
  QString before;
  for (int line = 0; line < lines; ++line)
    before += u"line\n\n"_s;
  strip->setMarkdown(before + markdown);
  strip->setTextWidth(400);
  return strip;
}

QRectF boxOf(const QTextDocument& strip, const QTextBlock& block) {
  return strip.documentLayout()->blockBoundingRect(block);
}

/// On which page all of `box` stands; -1 when there is none.
int pageOf(const QRectF& box, const std::vector<PageSlice>& pages) {
  constexpr double kNearEnough = 0.1;
  for (std::size_t page = 0; page < pages.size(); ++page)
    if (box.top() > pages[page].top - kNearEnough &&
        box.bottom() < pages[page].bottom + kNearEnough)
      return static_cast<int>(page);
  return -1;
}

QTextBlock firstHeading(const QTextDocument& strip) {
  QTextBlock block = strip.begin();
  while (block.isValid() && block.blockFormat().headingLevel() == 0)
    block = block.next();
  return block;
}

const QTextTable& firstTable(const QTextDocument& strip) {
  return *qobject_cast<const QTextTable*>(strip.rootFrame()->childFrames().front());
}

void expectOneAfterTheOther(const std::vector<PageSlice>& pages) {
  for (std::size_t page = 0; page < pages.size(); ++page) {
    EXPECT_LE(pages[page].bottom - pages[page].top, kTestedPage);
    EXPECT_TRUE(page == 0 || pages[page].top >= pages[page - 1].bottom) << page;
  }
}

TEST(PageBreaks, NoRowOfATableStandsOnTwoPages) {
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    QString table = u"| a | b |\n| --- | --- |\n"_s;
    for (int row = 0; row < 6; ++row)
      table += u"| short | "_s +
               u"many words that need some lines of a narrow cell "_s.repeated(4) + u"|\n"_s;
    const auto strip = stripOf(lines, table);
    const std::vector<PageSlice> pages = pageSlices(*strip, kTestedPage);

    expectOneAfterTheOther(pages);
    const QTextTable& cells = firstTable(*strip);
    for (int row = 0; row < cells.rows(); ++row) {
      const QRectF left = boxOf(*strip, cells.cellAt(row, 0).firstCursorPosition().block());
      const QRectF right = boxOf(*strip, cells.cellAt(row, 1).firstCursorPosition().block());
      EXPECT_GE(pageOf(left, pages), 0) << row;
      EXPECT_EQ(pageOf(left, pages), pageOf(right, pages)) << row;
    }
  }
}

TEST(PageBreaks, AHeadingStandsWithWhatItHeads) {
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    const auto strip = stripOf(lines, u"## Heading\n\n### Below it\n\nSome text.\n"_s);
    const std::vector<PageSlice> pages = pageSlices(*strip, kTestedPage);

    const QTextBlock heading = firstHeading(*strip);
    const QTextBlock words = heading.next().next();
    EXPECT_EQ(words.text(), u"Some text."_s);
    EXPECT_GE(pageOf(boxOf(*strip, heading), pages), 0);
    EXPECT_EQ(pageOf(boxOf(*strip, heading), pages), pageOf(boxOf(*strip, words), pages));
  }
}

TEST(PageBreaks, WordsThatEndWithAColonStandWithWhatTheyLeadTo) {
  for (const QString& words :
       {u"The error is:"_s, u"a sentence of some words "_s.repeated(30) + u':'})
    for (int lines = 0; lines < 14; ++lines) {
      SCOPED_TRACE(lines);
      const auto strip = stripOf(lines, words + u"\n\n- first\n- second\n"_s);
      const std::vector<PageSlice> pages = pageSlices(*strip, kTestedPage);

      const QTextBlock leading = strip->findBlockByNumber(lines);
      const QTextBlock first = leading.next();
      EXPECT_EQ(first.text(), u"first"_s);
      const QTextLine last = leading.layout()->lineAt(leading.layout()->lineCount() - 1);
      const QRectF lastLine(0, boxOf(*strip, leading).top() + last.y(), 1, last.height());
      EXPECT_GE(pageOf(lastLine, pages), 0);
      EXPECT_EQ(pageOf(lastLine, pages), pageOf(boxOf(*strip, first), pages));
    }
}

TEST(PageBreaks, AFormulaStandsWithTheWordsThatLeadToIt) {
  const auto shape = [](const QString&) {
    return std::optional(FormulaShape{QPainterPath(), 4, 1.2, 0.4});
  };
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    RichDocument strip;
    strip.setRichText(u"line\n\n"_s.repeated(lines) + u"Write it as\n\n$$x$$\n\nwith x.\n"_s, {},
                      shape);
    strip.setTextWidth(400);
    const std::vector<PageSlice> pages = pageSlices(strip, kTestedPage);

    const QTextBlock words = strip.findBlockByNumber(lines);
    ASSERT_EQ(words.text(), u"Write it as"_s);
    ASSERT_EQ(words.next().length(), 2) << "the formula alone";
    EXPECT_GE(pageOf(boxOf(strip, words), pages), 0);
    EXPECT_EQ(pageOf(boxOf(strip, words), pages), pageOf(boxOf(strip, words.next()), pages));
  }
}

TEST(PageBreaks, AHeadingStandsWithTheTitlesAndTheFirstRowOfItsTable) {
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    const auto strip = stripOf(
        lines, u"# Heading\n\n| a | b |\n| --- | --- |\n"_s +
                   (u"| one | "_s + u"words of a cell "_s.repeated(12) + u"|\n"_s).repeated(4));
    const std::vector<PageSlice> pages = pageSlices(*strip, kTestedPage);

    const int page = pageOf(boxOf(*strip, firstHeading(*strip)), pages);
    EXPECT_GE(page, 0);
    for (int row = 0; row < 2; ++row)
      for (int column = 0; column < 2; ++column) {
        const QTextBlock words =
            firstTable(*strip).cellAt(row, column).firstCursorPosition().block();
        EXPECT_EQ(pageOf(boxOf(*strip, words), pages), page) << row << ' ' << column;
      }
  }
}

TEST(PageBreaks, WhatIsTallerThanAPageIsPartedBetweenItsLines) {
  const QString words = u"a sentence that goes on and on for some pages "_s.repeated(200);
  for (const QString& text :
       {words, u"| a | b |\n| --- | --- |\n| "_s + words + u" | short |\n"_s}) {
    const auto strip = stripOf(3, text);
    const std::vector<PageSlice> pages = pageSlices(*strip, kTestedPage);

    EXPECT_GT(pages.size(), 3U);
    expectOneAfterTheOther(pages);
    for (QTextBlock block = strip->begin(); block.isValid(); block = block.next())
      for (int at = 0; at < block.layout()->lineCount(); ++at) {
        const QTextLine line = block.layout()->lineAt(at);
        const QRectF box(0, boxOf(*strip, block).top() + line.y(), 1, line.height());
        EXPECT_GE(pageOf(box, pages), 0) << block.blockNumber() << ", line " << at;
      }
  }
}

TEST(PageBreaks, AnObjectTallerThanAPageGoesOnOnTheNext) {
  QTextDocument strip;
  QImage tall(10, static_cast<int>(2.5 * kTestedPage), QImage::Format_RGB32);
  strip.addResource(QTextDocument::ImageResource, QUrl(u"tall"_s), tall);
  QTextCursor(&strip).insertImage(u"tall"_s);
  strip.setTextWidth(400);
  const std::vector<PageSlice> pages = pageSlices(strip, kTestedPage);

  ASSERT_EQ(pages.size(), 3U);
  expectOneAfterTheOther(pages);
  EXPECT_EQ(pages[1].top, pages[0].bottom);
}

TEST(PageBreaks, WhatFitsIsOnePage) {
  const auto strip = stripOf(1, u"# Heading\n\nText.\n"_s);
  EXPECT_EQ(pageSlices(*strip, kTestedPage).size(), 1U);
}

}  // namespace
}  // namespace phaseboard::ui
