// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/study/answer_editor.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// The program without its main function: a window on the shipped pack and a notebook in a folder.
struct JourneyWindow {
  explicit JourneyWindow(const test::TemporaryFolder& folder)
      : opened(folder / "notebook.db"),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    window.show();
    window.openLastPlace();
  }

  QAction* command(const QString& text) {
    for (QAction* action : window.findChildren<QAction*>())
      if (QString(action->text()).remove(u'&') == text)
        return action;
    return nullptr;
  }

  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

Place study(const char* phase) {
  Place place;
  place.screen = ScreenName::Study;
  place.question = test::kShippedQuestion;
  place.phase = PhaseId(phase);
  return place;
}

TEST(Journey, WritesUndoesQuitsAndFindsItsTextAgain) {
  const test::TemporaryFolder folder;
  const answers::AnswerKey key{test::kShippedQuestion, PhaseId("serve")};
  {
    JourneyWindow program(folder);
    Place place = study("serve");
    place.writing = true;
    program.window.goTo(place);
    auto* editor = program.window.findChild<AnswerEditor*>();
    QTest::keyClicks(editor, u"cache the tables"_s);
    ASSERT_NE(program.command(u"Save my answer"_s), nullptr);
    program.command(u"Save my answer"_s)->trigger();
    QTest::keyClicks(editor, u" twice"_s);
    program.command(u"Save my answer"_s)->trigger();
    program.opened.session.undo();
    EXPECT_FALSE(editor->toPlainText().contains(u"twice"_s));
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, u", and say so"_s);
    program.window.close();
  }

  JourneyWindow again(folder);

  EXPECT_EQ(again.window.currentPlace().screen, ScreenName::Study);
  EXPECT_EQ(again.window.currentPlace().phase, PhaseId("serve"));
  const auto answer = again.opened.store->currentAnswer(key);
  ASSERT_TRUE(answer && *answer);
  EXPECT_TRUE((*answer)->text.ends_with(", and say so")) << (*answer)->text;
}

TEST(Journey, GoesBackAndForward) {
  const test::TemporaryFolder folder;
  JourneyWindow program(folder);
  program.window.goTo(study("frame"));
  program.window.goTo(study("model"));

  program.command(u"Back"_s)->trigger();
  EXPECT_EQ(program.window.currentPlace().phase, PhaseId("frame"));
  program.command(u"Forward"_s)->trigger();

  EXPECT_EQ(program.window.currentPlace().phase, PhaseId("model"));
}

TEST(Journey, FindsAPartByItsWords) {
  const test::TemporaryFolder folder;
  JourneyWindow program(folder);
  program.window.openPalette(u"kind:part ranker"_s);
  auto* box = program.window.findChild<QLineEdit*>(u"commandPaletteBox"_s);

  QTest::keyClick(box, Qt::Key_Return);

  EXPECT_EQ(program.window.currentPlace().screen, ScreenName::Study);
  EXPECT_FALSE(program.window.currentPlace().diagram.value().empty());
}

TEST(Journey, SwitchesTheThemeAtOnce) {
  const test::TemporaryFolder folder;
  JourneyWindow program(folder);
  const style::ThemeName before = themeOf(&program.window);

  program.command(u"Switch between light and dark"_s)->trigger();
  EXPECT_NE(themeOf(&program.window), before);
  program.opened.session.undo();

  EXPECT_EQ(themeOf(&program.window), before);
}

TEST(Journey, GivesEveryCommandAName) {
  const test::TemporaryFolder folder;
  JourneyWindow program(folder);
  program.window.goTo(study("serve"));

  std::map<QString, QString> byKey;
  for (const QAction* action : program.window.currentScreen()->commands()) {
    EXPECT_FALSE(action->text().isEmpty());
    const QString key = action->shortcut().toString();
    EXPECT_TRUE(key.isEmpty() || byKey.emplace(key, action->text()).second)
        << "two commands have " << fromQt(key);
  }
}

TEST(WindowMemory, RemembersWhereTheUserWas) {
  const test::TemporaryFolder folder;
  const QString file = toQt((folder / "window.ini").string());
  const DiagramId figure("q/figure");
  {
    WindowMemory memory(file);
    memory.setLastPlace(study("data"));
    memory.setViewport(figure, {false, 1.5, {10, 20}});
  }

  const WindowMemory memory(file);

  ASSERT_TRUE(memory.lastPlace().has_value());
  EXPECT_EQ(*memory.lastPlace(), study("data"));
  EXPECT_EQ(memory.viewport(figure), (Viewport{false, 1.5, {10, 20}}));
  EXPECT_FALSE(memory.viewport(DiagramId("q/other")).has_value());
}

TEST(WindowMemory, TakesADamagedFileAsAnEmptyOne) {
  const test::TemporaryFolder folder;
  const auto file =
      folder.write("window.ini", "\x01\x02[place]\nscreen=nowhere\n[viewports]\nq.f=x");

  const WindowMemory memory(toQt(file.string()));

  EXPECT_FALSE(memory.lastPlace().has_value());
  EXPECT_FALSE(memory.viewport(DiagramId("q/f")).has_value());
}

}  // namespace
}  // namespace phaseboard::ui
