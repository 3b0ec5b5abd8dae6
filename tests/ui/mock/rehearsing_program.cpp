// SPDX-License-Identifier: Apache-2.0
// The window program with a candidate in the middle of a mock interview, to be killed: draws,
// writes, asks and moves about through the real widgets, and says on standard output what was
// acknowledged.
//
//   rehearsing_program NOTEBOOK PACK MEMORY SEED
//
// Lines: "r" ready; "m MOCK EVENTS ELAPSED STROKES WORDS": so much of it is kept.
#include <string>

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/fake_clock.h"
#include "tests/support/killable_program.h"
#include "ui/board/board_editor.h"
#include "ui/bridge/text.h"
#include "ui/mock/answer_tabs.h"
#include "ui/mock/rehearsal_view.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;

/// Does one thing after another, each from the event loop, until the process ends.
class Candidate : public QObject {
 public:
  Candidate(ui::Program& program, std::uint64_t seed, bool /*hasMore*/)
      : m_program(program), m_chance(seed) {
    m_program.window().goTo(ui::Place{.screen = ui::ScreenName::Mock});
    m_view = m_program.window().findChild<ui::RehearsalView*>();
    press(rehearsal().isOpen() ? u"resumeMock"_s : u"startMock"_s);
    m_words = wordsWritten();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Candidate::step);
    m_next.start(0);
  }

 private:
  int upTo(int most) { return static_cast<int>(m_chance.next() % static_cast<unsigned>(most)); }
  ui::Rehearsal& rehearsal() { return m_view->rehearsal(); }
  ui::BoardCanvas& canvas() { return m_view->findChild<ui::BoardEditor*>()->canvas(); }

  void press(const QString& name) {
    for (auto* button : m_program.window().findChildren<QPushButton*>(name))
      if (button->isVisible() && button->isEnabled())
        QTest::mouseClick(button, Qt::LeftButton);
  }

  void step() {
    switch (upTo(8)) {
      case 0:
      case 1:
        drawPart();
        break;
      case 2:
      case 3:
      case 4:
        typeWord();
        break;
      case 5:
        ask();
        break;
      case 6:
        press(upTo(4) == 0 ? u"pauseMock"_s : u"nextStage"_s);
        press(u"resumeMock"_s);
        break;
      default:
        QMetaObject::invokeMethod(&rehearsal(), "beat", Qt::DirectConnection);
    }
    tell();
    m_next.start(upTo(12));
  }

  void drawPart() {
    canvas().setFocus();
    canvas().select({});
    QTest::keyClick(&canvas(), 'P');
    const auto editors = canvas().findChildren<QPlainTextEdit*>(u"boardEditor"_s);
    if (editors.isEmpty())
      return;
    QTest::keyClicks(editors.last(), u"art %1"_s.arg(upTo(1'000)));
    QTest::keyClick(editors.last(), Qt::Key_Return);
  }

  [[nodiscard]] ui::AnswerTabs& tabs() { return *m_view->findChild<ui::AnswerTabs*>(); }
  [[nodiscard]] QPlainTextEdit& editor() {
    return *m_view->findChild<QPlainTextEdit*>(u"mockAnswer"_s);
  }
  /// Words of the first phase: "w w w".
  int wordsWritten() {
    tabs().choose(0);
    return static_cast<int>(editor().toPlainText().split(u' ', Qt::SkipEmptyParts).size());
  }

  void typeWord() {
    tabs().choose(0);
    editor().moveCursor(QTextCursor::End);
    QTest::keyClicks(&editor(), m_words == 0 ? u"w"_s : u" w"_s);
    ++m_words;
    if (upTo(4) == 0)
      canvas().setFocus();  // leaving the sheet keeps it
  }

  void ask() {
    auto* line = m_view->findChild<QLineEdit*>(u"clarification"_s);
    line->setFocus();
    QTest::keyClicks(line, u"How many users %1"_s.arg(upTo(1'000)));
    QTest::keyClick(line, Qt::Key_Return);
  }

  void tell() {
    const mock::Record& record = rehearsal().record();
    if (!rehearsal().isPending())
      m_kept = m_words;
    if (canvas().unkept() == 0)
      m_strokes = static_cast<std::int64_t>(canvas().history().entries().size());
    sayAloud("m " + rehearsal().info().id.value() + " " + std::to_string(record.events().size()) +
             " " +
             std::to_string(mock::standingAt(record, record.events().back().at).elapsed.value()) +
             " " + std::to_string(m_strokes) + " " + std::to_string(m_kept));
  }

  ui::Program& m_program;
  SeededChance m_chance;
  ui::RehearsalView* m_view = nullptr;
  QTimer m_next;
  int m_words = 0;
  int m_kept = 0;
  std::int64_t m_strokes = 0;
};

}  // namespace
}  // namespace phaseboard::test

int main(int argc, char** argv) {
  return phaseboard::test::runUntilKilled<phaseboard::test::Candidate>(argc, argv);
}
