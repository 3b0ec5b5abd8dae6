// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/memory_page.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QSignalSpy>

#include "app/ops/desk.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/progress/progress_screen.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

class MemoryPageTest : public testing::Test {
 protected:
  MemoryPageTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ProgressScreen::refresh);
    for (int round = 0; round < 5; ++round) {
      for (std::size_t i = 0; i < 40; ++i) {
        const auto rating = (i + static_cast<std::size_t>(round) * 7) % 6 == 0
                                ? memory::Rating::Again
                                : memory::Rating::Good;
        EXPECT_TRUE(m_opened.desk.answerPrompt(m_opened.pack->prompts()[i], rating, Millis{9'000}));
      }
      m_opened.clock.advanceDays(1 + round * 3);
    }
    m_screen.showPage(ProgressScreen::Page::Memory);
  }

  std::string words(const char* name) {
    return fromQt(m_screen.findChild<QLabel*>(QLatin1String(name))->text());
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ProgressScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
  MemoryPage* m_page = m_screen.findChild<MemoryPage*>();
};

TEST_F(MemoryPageTest, FitsTheModelAndUsesItOnlyWhenTold) {
  QSignalSpy ended(m_page, &MemoryPage::fitEnded);
  m_page->startFit();
  ASSERT_TRUE(ended.wait(60'000));
  EXPECT_TRUE(m_opened.session.settings().parameters.empty());
  EXPECT_THAT(words("fitResult"), testing::HasSubstr("log loss"));

  m_page->useFit();

  EXPECT_FALSE(m_opened.session.settings().parameters.empty());
  m_opened.session.undo();
  EXPECT_TRUE(m_opened.session.settings().parameters.empty());
}

TEST_F(MemoryPageTest, CancelsAFit) {
  QSignalSpy ended(m_page, &MemoryPage::fitEnded);

  m_page->startFit();
  m_page->cancelFit();

  ASSERT_TRUE(ended.wait(60'000));
  EXPECT_TRUE(m_screen.findChild<QLabel*>(QStringLiteral("fitResult"))->isHidden());
  EXPECT_TRUE(m_opened.session.settings().parameters.empty());
}

}  // namespace
}  // namespace phaseboard::ui
