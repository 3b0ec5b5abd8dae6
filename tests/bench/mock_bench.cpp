// SPDX-License-Identifier: Apache-2.0
// A mock interview in the real window: the screen opened, keys in the answer sheet in the middle of
// an attempt, and the debrief of one that took an hour.
//   mock_bench NOTEBOOK
#include <string>

#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include "app/ops/mock_report.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/bench/samples.h"
#include "ui/bridge/language.h"
#include "ui/bridge/text.h"
#include "ui/shell/tour_boards.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kRoundsOfScreens = 30;
constexpr int kKeys = 300;
constexpr int kBeats = 720;  ///< an hour of them
constexpr int kBeatSeconds = 5;

/// Writes every key point of every phase, draws what can be remembered of the reference, and works
/// for an hour with a beat every five seconds.
mock::MockId liveThroughAnHour(bench::OpenWindow& open) {
  const ports::QuestionCard* chosen = nullptr;
  for (const ports::QuestionCard& card : open.pack->questions())
    if (card.kind == content::QuestionKind::Interview && ops::referenceOf(card))
      chosen = chosen == nullptr ? &card : chosen;
  must(chosen != nullptr, "the pack has nothing to rehearse");
  ops::NewMock wish;
  wish.question = chosen->id;
  wish.title = chosen->title;
  wish.reference = ops::referenceOf(*chosen);
  wish.plan = must(mock::makePlan({mock::Form::Whole, mock::Style::Demanding, 1, {}, {}},
                                  open.pack->framework(), {}));
  const mock::MockInfo info = must(open.mocks.startMock(wish)).mock;
  mock::Record record = must(mock::Record::replay(info.plan, must(open.mockStore.events(info.id))));
  const auto note = [&](mock::EventKind kind) {
    const mock::Event event = must(record.next(kind, {}, {}, open.clock.now()));
    must(open.mocks.noteMock(info.id, event));
    must(record.append(event).has_value(), "the record breaks off");
  };
  for (int beat = 0; beat < kBeats; ++beat) {
    open.clock.advanceSeconds(kBeatSeconds);
    note(mock::EventKind::Beat);
  }
  for (const framework::Phase& phase : open.pack->framework().phases) {
    std::string text;
    for (const content::KeyPoint& point : must(open.pack->note(chosen->id, phase.id)).keyPoints)
      text += "- " + point.statement + "\n";
    must(open.mocks.keepMockText(info.id, mock::textOf(phase.id), text));
  }
  ui::sketchFromMemory(open.session, *info.board, must(open.pack->diagram(*wish.reference)));
  note(mock::EventKind::Finished);
  return info.id;
}

/// What scrolls on a page: the page itself lies wholly under it and is not painted.
const QWidget* paintedPartOf(const QWidget& window, const char* name) {
  const auto* page = window.findChild<QWidget*>(QString::fromLatin1(name));
  must(page != nullptr, name);
  const auto* area = page->findChild<QScrollArea*>();
  must(area != nullptr, name);
  return area->widget();
}

/// From the choice of a place to `name` painted, and to everything at rest.
void openPlaces(bench::OpenWindow& open, const std::string& what, const ui::Place& place,
                const char* name) {
  bench::Timing painted(what + ", painted");
  bench::Timing settled(what + ", at rest");
  for (int round = 0; round < kRoundsOfScreens; ++round) {
    open.window.goTo({.screen = ui::ScreenName::Today});
    open.pump.drain();
    settled.measure([&] {
      painted.measure([&] {
        (void)open.pump.takePaints(nullptr);
        open.window.goTo(place);
        must(open.pump.drainUntilPainted(paintedPartOf(open.window, name)), "it was not painted");
      });
      open.pump.drain();
    });
  }
  painted.print();
  settled.print();
}

void typeKeys(bench::OpenWindow& open) {
  open.window.goTo({.screen = ui::ScreenName::Mock});
  open.pump.drain();
  open.window.findChild<QPushButton*>(QStringLiteral("startMock"))->click();
  open.pump.drain();
  auto* editor = open.window.findChild<QPlainTextEdit*>(QStringLiteral("mockAnswer"));
  must(editor->isVisible(), "the interview did not begin");
  editor->setFocus();
  bench::Timing key("key in the answer sheet, painted");
  for (int i = 0; i < kKeys; ++i) {
    (void)open.pump.takePaints(nullptr);
    key.measure([&] {
      QTest::keyClick(editor, i % 7 == 6 ? ' ' : static_cast<char>('a' + i % 26));
      must(open.pump.drainUntilPainted(editor->viewport()), "the key was not painted");
    });
    open.pump.drain();
  }
  key.print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: mock_bench NOTEBOOK");
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  bench::OpenWindow open(argv[1], "2026-12-07T10:00:00Z");
  open.show();
  const mock::MockId lived = liveThroughAnHour(open);
  openPlaces(open, "open Mock", {.screen = ui::ScreenName::Mock}, "mockStart");
  openPlaces(open, "debrief of an hour", {.screen = ui::ScreenName::Mock, .mock = lived},
             "debrief");
  typeKeys(open);
  return 0;
}
