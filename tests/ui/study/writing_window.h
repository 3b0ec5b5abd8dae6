// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QTest>

#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/study/answer_editor.h"
#include "ui/study/answer_panel.h"
#include "ui/study/answer_preview.h"
#include "ui/widgets/motion.h"

namespace phaseboard::ui {

inline const answers::AnswerKey kWritten{test::kShippedQuestion, PhaseId("serve")};

/// A window on the answer of one phase, closed and opened again on the same files.
struct WritingWindow {
  explicit WritingWindow(const test::TemporaryFolder& folder)
      : opened(folder / "notebook.db"),
        memory(toQt((folder / "window.ini").string())),
        thumbnails(*opened.pack),
        window({opened.session, memory, thumbnails}) {
    setMotionReduced(*qApp, true);
    window.resize(1440, 900);
    window.show();
    QApplication::setActiveWindow(&window);
    Place place{.screen = ScreenName::Study, .writing = true};
    place.question = kWritten.question;
    place.phase = kWritten.phase;
    window.goTo(place);
    QApplication::processEvents();
  }

  AnswerEditor* editor() { return window.findChild<AnswerEditor*>(QStringLiteral("answerEditor")); }
  AnswerPanel* panel() { return window.findChild<AnswerPanel*>(); }
  AnswerPreview* preview() {
    return panel()->findChild<AnswerPreview*>(QStringLiteral("answerPreview"));
  }
  QListView* list() { return window.findChild<QListView*>(QStringLiteral("referenceList")); }
  void type(const QString& text) { QTest::keyClicks(editor(), text); }
  void command(const char* name) {
    auto* action = window.findChild<QAction*>(QLatin1String(name));
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
  }
  std::string written() {
    const auto current = opened.store->currentAnswer(kWritten);
    return current && *current ? (*current)->text : std::string();
  }
  /// Some node of the figure that is shown, with its title.
  std::pair<PartId, std::string> someNode() {
    const auto diagram = opened.pack->diagram(window.currentPlace().diagram);
    for (const content::Part& part : diagram->parts)
      if (part.kind == content::PartKind::Node)
        return {part.id, part.title};
    return {};
  }
  content::Note note() { return *opened.pack->note(kWritten.question, kWritten.phase); }

  test::ShippedSession opened;
  WindowMemory memory;
  ThumbnailStore thumbnails;
  MainWindow window;
};

}  // namespace phaseboard::ui
