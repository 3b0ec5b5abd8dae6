// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "app/ops/mock_report.h"
#include "app/ports/mock_store.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/board/board_editor.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/mock/answer_tabs.h"
#include "ui/mock/mock_start.h"
#include "ui/mock/rehearsal_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/segments.h"

namespace phaseboard::ui {

inline constexpr int kMockMinute = 60;  ///< seconds

/// Places of the choices on the screen.
enum MockFormChoice { kWholeForm, kOneStageForm, kFollowUpsForm, kHighLevelForm };
enum MockStyleChoice { kGuidingStyle, kNeutralStyle, kDemandingStyle };

/// The window with the screen Mock in front, and a candidate's hands. The clock is moved by `work`
/// and by the test; the beats that the program would have made meanwhile are made with it.
struct MockWindow {
  /// @param notebook  its file; empty for one in memory
  explicit MockWindow(const std::filesystem::path& notebook = {},
                      const char* now = "2026-03-02T08:00:00Z")
      : opened(notebook),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    opened.clock.set(now);
    window.resize(1440, 900);
    window.show();
    window.goTo(Place{.screen = ScreenName::Mock});
    QApplication::processEvents();
  }

  /// The first question that can be rehearsed with everything.
  const ports::QuestionCard& question() {
    for (const ports::QuestionCard& card : opened.pack->questions())
      if (card.kind == content::QuestionKind::Interview && ops::referenceOf(card))
        return card;
    ADD_FAILURE() << "no question to rehearse";
    return opened.pack->questions().front();
  }

  template <class Widget>
  Widget* find(const char* name) {
    for (auto* widget : window.findChildren<Widget*>(QString::fromLatin1(name)))
      if (widget->isVisible())
        return widget;
    ADD_FAILURE() << name << " is not there";
    return nullptr;
  }

  void click(const char* name) {
    QApplication::processEvents();
    if (auto* button = find<QPushButton>(name)) {
      EXPECT_TRUE(button->isEnabled()) << name;
      QTest::mouseClick(button, Qt::LeftButton);
    }
    QApplication::processEvents();
  }

  /// Moves a choice to its `index`th place with the arrow keys.
  void choose(const char* name, int index) {
    auto* segments = find<Segments>(name);
    while (segments->current() != index)
      QTest::keyClick(segments, segments->current() < index ? Qt::Key_Right : Qt::Key_Left);
  }

  void start(MockFormChoice form, MockStyleChoice style) {
    auto* questions = find<QComboBox>("mockQuestion");
    questions->setCurrentIndex(questions->findData(toQt(question().id.value())));
    choose("mockForm", form);
    choose("mockStyle", style);
    click("startMock");
  }

  Rehearsal& rehearsal() { return window.findChild<RehearsalView*>()->rehearsal(); }
  mock::Standing standing() { return rehearsal().standing(); }

  void beat() { QMetaObject::invokeMethod(&rehearsal(), "beat", Qt::DirectConnection); }

  /// Time passes, as the program would have noted it.
  void work(int seconds) {
    constexpr int kStep = 20;
    for (int left = seconds; left > 0; left -= kStep) {
      opened.clock.advanceSeconds(std::min(left, kStep));
      beat();
    }
    QApplication::processEvents();
  }

  void ask(const QString& words) {
    auto* line = find<QLineEdit>("clarification");
    line->setFocus();
    QTest::keyClicks(line, words);
    QTest::keyClick(line, Qt::Key_Return);
    QApplication::processEvents();
  }

  void openTab(int index) {
    const auto chips = window.findChild<AnswerTabs*>()->findChildren<Chip*>();
    ASSERT_LT(index, chips.size());
    QTest::mouseClick(chips.at(index), Qt::LeftButton);
    QApplication::processEvents();
  }

  void write(const char* editor, const QString& words) {
    if (auto* text = find<QPlainTextEdit>(editor))
      QTest::keyClicks(text, words);
  }

  BoardCanvas& canvas() {
    return window.findChild<RehearsalView*>()->findChild<BoardEditor*>()->canvas();
  }

  void drawPart(const QString& name) {
    canvas().setFocus();
    canvas().select({});
    QTest::keyClick(&canvas(), name.front().toLatin1());
    const auto editors = canvas().findChildren<QPlainTextEdit*>(QStringLiteral("boardEditor"));
    ASSERT_FALSE(editors.isEmpty());
    QTest::keyClicks(editors.last(), name.mid(1));
    QTest::keyClick(editors.last(), Qt::Key_Return);
    canvas().select({});
  }

  std::vector<mock::MockInfo> mocks() { return *opened.mockStore.mocks(); }
  ops::MockReport report(const mock::MockId& id) {
    auto read = ops::readMockReport(*opened.pack, opened.mockStore, opened.boardStore, id);
    EXPECT_TRUE(read.has_value()) << (read ? "" : describe(read.error()));
    return std::move(*read);
  }

  test::TemporaryFolder folder;
  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

}  // namespace phaseboard::ui
