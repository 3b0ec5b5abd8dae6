// SPDX-License-Identifier: Apache-2.0
#include "ui/progress/progress_screen.h"

#include <gmock/gmock.h>

#include <QTableWidget>

#include "app/ops/desk.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::ui {
namespace {

class ProgressScreenTest : public testing::Test {
 protected:
  ProgressScreenTest() {
    QObject::connect(&m_opened.session, &Session::changed, &m_screen, &ProgressScreen::refresh);
    m_screen.arrive({});
  }

  void answerFirstPrompt() {
    const review::Prompt prompt =
        m_opened.pack->prompt(m_opened.pack->prompts().front().id).value();
    ASSERT_TRUE(m_opened.session.perform([&](ops::Desk& desk) {
      return desk.answerPrompt(prompt, memory::Rating::Good, Millis{9'000});
    }));
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
  ProgressScreen m_screen{{m_opened.session, m_memory, m_thumbnails}};
  QTableWidget* m_history = m_screen.findChild<QTableWidget*>(QStringLiteral("history"));
};

TEST_F(ProgressScreenTest, ListsAnAnswer) {
  answerFirstPrompt();

  EXPECT_EQ(m_history->rowCount(), 1);
}

TEST_F(ProgressScreenTest, DoesNotListAnAnswerThatWasTakenBack) {
  answerFirstPrompt();

  m_opened.session.undo();
  EXPECT_EQ(m_history->rowCount(), 0);

  m_opened.session.redo();
  EXPECT_EQ(m_history->rowCount(), 1);
}

}  // namespace
}  // namespace phaseboard::ui
