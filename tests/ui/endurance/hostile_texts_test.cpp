// SPDX-License-Identifier: Apache-2.0
// Markdown and HTML of somebody who means harm, set and painted as notes and answers are: nothing
// is fetched (packaging/scripts/hostile.sh watches the calls of the system), and the window does
// not stand still.
#include "tests/support/hostile_texts.h"

#include <ctime>
#include <iostream>

#include <gtest/gtest.h>

#include <QImage>

#include "app/exchange/html_text.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

constexpr std::uint64_t kUsualShareOfTexts = 40;
// Time of the processor, so that it does not matter what else the machine does.
#ifdef __SANITIZE_ADDRESS__
constexpr double kLongestMs = 2'000;
#else
constexpr double kLongestMs = 100;
#endif

double ownMillis() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Sets a text of a note or an answer and paints as much as a window has room for; how long that
/// takes.
double show(const std::string& markdown) {
  const double begin = ownMillis();
  TextBlock block({});
  block.setMarkdown(QString::fromStdString(markdown));
  block.resize(600, block.heightForWidth(600));
  QImage page(600, 800, QImage::Format_ARGB32_Premultiplied);
  block.render(&page, QPoint(), QRegion(0, 0, 600, 800));
  return ownMillis() - begin;
}

TEST(HostileTexts, AreShownWithoutFetchingAnything) {
  const std::uint64_t share = test::numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfTexts);
  const test::TemporaryFolder folder;
  QImage bait(4, 4, QImage::Format_RGB32);
  bait.fill(Qt::red);
  const std::string file = folder / "phaseboard-bait.png";
  ASSERT_TRUE(bait.save(QString::fromStdString(file)));
  (void)show("**What** is made once: `fonts`, [links](https://localhost) and such.");
  int count = 0;
  std::uint64_t number = 0;
  double longest = 0;
  std::string slowest;
  for (const test::HostileText& text : test::hostileTexts(file)) {
    if (number++ % share != 0)
      continue;
    for (const std::string& markdown : {text.text, exchange::textOfHtml(text.text).markdown}) {
      const double taken = show(markdown);
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
