// SPDX-License-Identifier: Apache-2.0
// A change of the text size reaches everything that is already on the screen.
#include <gmock/gmock.h>

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screens.h"
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

/// What makes a page as wide as it is.
std::string widestIn(const QWidget& page) {
  std::string words;
  for (const auto* part : page.findChildren<QWidget*>())
    if (part->isVisible() && part->minimumSizeHint().width() > page.width() / 2)
      words += std::string("\n  ") + part->metaObject()->className() + " \"" +
               fromQt(part->accessibleName().left(40)) + "\" " +
               std::to_string(part->minimumSizeHint().width());
  return words;
}

/// Pages that only scroll up and down, and are wider than what can be seen of them.
std::vector<std::string> cutPagesOf(const QWidget& window) {
  std::vector<std::string> cut;
  for (const auto* area : window.findChildren<QScrollArea*>())
    if (area->isVisible() && area->widget() != nullptr &&
        area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
        area->widget()->width() > area->viewport()->width())
      cut.push_back(fromQt(area->objectName() + u' ' + area->accessibleName()) + " wants " +
                    std::to_string(area->widget()->width()) + ", has " +
                    std::to_string(area->viewport()->width()) + widestIn(*area->widget()));
  return cut;
}

TEST_F(TextSizeTest, NoPageIsCutAtTheSideInASmallWindow) {
  using testing::IsEmpty;
  Place study{.screen = ScreenName::Study, .question = test::kShippedQuestion};
  study.phase = PhaseId("serve");
  const auto figure = m_opened.pack->note(study.question, study.phase)->diagrams.front();
  const content::Part part = m_opened.pack->diagram(figure)->parts.front();
  const std::string target = content::partTarget(figure, part.id).value();
  ASSERT_TRUE(m_opened.session.perform([&](ops::Desk& desk) {
    return desk.overrideText(target, "explanation", "Mine.", part.explanation);
  }));
  choose(kLargest);
  MainWindow window({m_opened.session, m_memory, m_thumbnails});
  window.resize(1280, 800);
  window.show();
  for (const ScreenEntry& entry : screenTable()) {
    window.goTo(entry.name == ScreenName::Study ? study : Place{.screen = entry.name});
    settle();
    EXPECT_THAT(cutPagesOf(window), IsEmpty()) << fromQt(entry.title);
  }
  Place place = study;
  place.diagram = figure;
  place.part = part.id;
  window.goTo(place);
  settle();
  EXPECT_THAT(cutPagesOf(window), IsEmpty()) << "a part";
  for (const char* command : {"unsaidPartsCommand", "compareAnswerCommand",
                              "writeAndPreviewCommand", "gradeAnswerCommand"}) {
    window.findChild<QAction*>(QLatin1String(command))->trigger();
    settle();
    EXPECT_THAT(cutPagesOf(window), IsEmpty()) << command;
  }
  EXPECT_LE(window.width(), 1280);
}

}  // namespace
}  // namespace phaseboard::ui
