// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_block.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

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

}  // namespace
}  // namespace phaseboard::ui
