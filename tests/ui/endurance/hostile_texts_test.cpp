// SPDX-License-Identifier: Apache-2.0
// Markdown and HTML of somebody who means harm, set and painted as notes and answers are: nothing
// is fetched (packaging/scripts/hostile.sh watches the calls of the system), and nobody waits long.
#include "tests/support/hostile_texts.h"

#include <iostream>

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include "app/exchange/html_text.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {
namespace {

constexpr std::uint64_t kUsualShareOfTexts = 40;
constexpr qint64 kLongestMs = 20'000;  ///< a Debug build with a sanitizer on a busy machine

/// Sets and paints a text of a card; how long that takes.
qint64 show(const std::string& markdown) {
  QElapsedTimer watch;
  watch.start();
  RichDocument document;
  document.setRichText(QString::fromStdString(markdown), {}, {});
  document.setTextWidth(600);
  QImage page(600, 800, QImage::Format_ARGB32_Premultiplied);
  page.fill(Qt::white);
  QPainter painter(&page);
  document.drawContents(&painter, QRectF(0, 0, 600, 800));
  return watch.elapsed();
}

TEST(HostileTexts, AreShownWithoutFetchingAnything) {
  const std::uint64_t share = test::numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfTexts);
  const test::TemporaryFolder folder;
  QImage bait(4, 4, QImage::Format_RGB32);
  bait.fill(Qt::red);
  const std::string file = folder / "phaseboard-bait.png";
  ASSERT_TRUE(bait.save(QString::fromStdString(file)));
  int count = 0;
  std::uint64_t number = 0;
  qint64 longest = 0;
  std::string slowest;
  for (const test::HostileText& text : test::hostileTexts(file)) {
    if (number++ % share != 0)
      continue;
    for (const std::string& markdown : {text.text, exchange::textOfHtml(text.text).markdown}) {
      const qint64 taken = show(markdown);
      EXPECT_LT(taken, kLongestMs) << text.name;
      if (taken > longest) {
        longest = taken;
        slowest = text.name;
      }
    }
    ++count;
  }
  std::cout << count << " hostile texts, the longest " << longest << " ms: " << slowest << "\n";
}

}  // namespace
}  // namespace phaseboard::ui
