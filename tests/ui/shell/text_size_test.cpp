// SPDX-License-Identifier: Apache-2.0
// A change of the text size reaches everything that is already on the screen.
#include <QApplication>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/label.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kLargest = 160;

class TextSizeTest : public testing::Test {
 protected:
  ~TextSizeTest() override { applyLook(*qApp, style::ThemeName::Light, 100); }

  void choose(int percent) {
    ports::Settings settings = m_opened.session.settings();
    settings.textPercent = percent;
    ASSERT_TRUE(
        m_opened.session.perform([&](ops::Desk& desk) { return desk.changeSettings(settings); }));
  }

  /// Layouts ask for each other's sizes by events, each a round later.
  static void settle() {
    for (int round = 0; round < 10; ++round)
      QCoreApplication::processEvents();
  }

  /// What a new window shows at the largest size; made at `percent`, with that screen open.
  QImage screenMadeAt(int percent, ScreenName name) {
    choose(percent);
    MainWindow window({m_opened.session, m_memory, m_thumbnails});
    window.resize(1440, 900);
    window.show();
    window.goTo(Place{.screen = name});
    settle();
    choose(kLargest);
    settle();
    for (const auto* label : window.findChildren<Label*>())
      EXPECT_GE(label->font().pixelSize(), scaled(10)) << fromQt(label->text());
    return window.grab().toImage();
  }

  test::TemporaryFolder m_folder;
  test::ShippedSession m_opened;
  WindowMemory m_memory{toQt((m_folder / "window.ini").string())};
  ThumbnailStore m_thumbnails{*m_opened.pack};
};

TEST_F(TextSizeTest, ScreensThatAreOpenLookLikeThoseMadeAtTheNewSize) {
  // The labels of Settings may lie a pixel lower: their form rounds otherwise.
  for (const ScreenName name :
       {ScreenName::Today, ScreenName::Review, ScreenName::Progress, ScreenName::Mock}) {
    const QImage made = screenMadeAt(kLargest, name);
    for (const int before : {80, 100}) {
      const QImage changed = screenMadeAt(before, name);
      EXPECT_EQ(changed, made) << "screen " << static_cast<int>(name) << " from " << before;
    }
  }
}

}  // namespace
}  // namespace phaseboard::ui
