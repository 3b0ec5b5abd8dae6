// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/page_breaks.h"

#include <cmath>
#include <memory>

#include <gtest/gtest.h>

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr double kTestedPage = 300;

int pageAt(double y) {
  return static_cast<int>(std::floor(y / kTestedPage));
}

/// Text with so many lines before it that what follows meets the end of a page.
std::unique_ptr<QTextDocument> documentOf(int lines, const QString& markdown) {
  auto document = std::make_unique<QTextDocument>();
  QString before;
  for (int line = 0; line < lines; ++line)
    before += u"line\n\n"_s;
  document->setMarkdown(before + markdown);
  document->setPageSize(QSizeF(400, kTestedPage));
  keepTogether(*document);
  return document;
}

QRectF boxOf(const QTextDocument& document, const QTextBlock& block) {
  return document.documentLayout()->blockBoundingRect(block);
}

TEST(PageBreaks, NoRowOfATableStandsOnTwoPages) {
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    QString table = u"| a | b |\n| --- | --- |\n"_s;
    for (int row = 0; row < 6; ++row)
      table += u"| short | "_s +
               u"many words that need some lines of a narrow cell "_s.repeated(4) + u"|\n"_s;
    const auto document = documentOf(lines, table);
    const auto* frame = document->rootFrame()->childFrames().front();
    const auto* cells = qobject_cast<const QTextTable*>(frame);
    ASSERT_NE(cells, nullptr);
    for (int row = 0; row < cells->rows(); ++row)
      for (int column = 0; column < 2; ++column) {
        const QRectF box =
            boxOf(*document, cells->cellAt(row, column).firstCursorPosition().block());
        const QRectF first = boxOf(*document, cells->cellAt(row, 0).firstCursorPosition().block());
        EXPECT_EQ(pageAt(box.top()), pageAt(box.bottom() - 1)) << row;
        EXPECT_EQ(pageAt(box.top()), pageAt(first.top())) << row;
      }
  }
}

TEST(PageBreaks, AHeadingStandsWithWhatItHeads) {
  for (int lines = 0; lines < 14; ++lines) {
    SCOPED_TRACE(lines);
    const auto document = documentOf(lines, u"## Heading\n\n### Below it\n\nSome text.\n"_s);
    QTextBlock heading = document->begin();
    while (heading.blockFormat().headingLevel() != 2)
      heading = heading.next();
    const QTextBlock words = heading.next().next();
    EXPECT_EQ(words.text(), u"Some text."_s);
    EXPECT_EQ(pageAt(boxOf(*document, heading).top()),
              pageAt(boxOf(*document, words).bottom() - 1));
  }
}

TEST(PageBreaks, WhatFitsIsLeftAlone) {
  const auto document = documentOf(1, u"# Heading\n\nText.\n"_s);
  EXPECT_EQ(document->pageCount(), 1);
  for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
    EXPECT_EQ(block.blockFormat().pageBreakPolicy(), QTextFormat::PageBreak_Auto);
}

}  // namespace
}  // namespace phaseboard::ui
