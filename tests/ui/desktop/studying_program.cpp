// SPDX-License-Identifier: Apache-2.0
// The window program with somebody at its keyboard, to be killed: answers prompts and writes
// answers through the real widgets, and says on standard output what the program acknowledged.
//
//   studying_program NOTEBOOK PACK MEMORY SEED [typist]
//
// Lines: "r" ready; "g EVENT PROMPT" graded; "t PHASE NUMBER MS" typed at that moment of the steady
// clock; "k PHASE NUMBER" kept. A typist never pauses, so only the latest moment keeps a draft.
#include <chrono>
#include <string>

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/fake_clock.h"
#include "tests/support/killable_program.h"
#include "ui/bridge/text.h"
#include "ui/review/prompt_view.h"
#include "ui/study/answer_editor.h"
#include "ui/study/draft_keeper.h"

namespace phaseboard::test {
namespace {

using namespace Qt::StringLiterals;

std::int64_t steadyMillis() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Does one thing after another, each from the event loop, until the process ends.
class Student : public QObject {
 public:
  Student(ui::Program& program, std::uint64_t seed, bool isTypist)
      : m_program(program), m_chance(seed), m_isTypist(isTypist) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Student::step);
    m_next.start(0);
  }

 private:
  int upTo(int most) { return static_cast<int>(m_chance.next() % static_cast<unsigned>(most)) + 1; }

  void step() {
    if (m_left == 0)
      chooseWork();
    --m_left;
    const bool goesOn = m_isWriting ? typeWord() : answerPrompt();
    if (!goesOn)
      m_left = 0;
    m_next.start(m_isTypist ? 20 + upTo(40) : upTo(15));
  }

  void chooseWork() {
    m_isWriting = m_isTypist || m_chance.next() % 2 == 0;
    m_left = m_isTypist ? 1'000'000 : upTo(8);
    ui::Place place{.screen = ui::ScreenName::Review};
    if (m_isWriting) {
      const auto& phases = m_program.session().pack().framework().phases;
      place.screen = ui::ScreenName::Study;
      place.question = m_program.session().pack().questions().front().id;
      place.phase = phases[m_chance.next() % 3].id;
      place.writing = true;
    }
    m_program.window().goTo(place);
    if (place.phase == m_phase)
      return;
    if (m_written > 0)  // leaving committed it
      sayAloud("k " + m_phase.value() + " " + std::to_string(m_written));
    m_phase = place.phase;
    m_written = 0;
  }

  bool typeWord() {
    const ui::Screen* study = m_program.window().currentScreen();
    auto* editor = study->findChild<ui::AnswerEditor*>();
    auto* keeper = study->findChild<ui::DraftKeeper*>();
    if (m_keeper != keeper) {
      m_keeper = keeper;
      connect(keeper, &ui::DraftKeeper::kept, this,
              [this] { sayAloud("k " + m_phase.value() + " " + std::to_string(m_written)); });
    }
    const QString before = editor->toPlainText();
    const int number = before.section(u'w', -1).toInt() + 1;
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, (before.isEmpty() ? u"w"_s : u" w"_s) + QString::number(number));
    m_written = number;
    sayAloud("t " + m_phase.value() + " " + std::to_string(number) + " " +
             std::to_string(steadyMillis()));
    return true;
  }

  bool answerPrompt() {
    ui::Screen* screen = m_program.window().currentScreen();
    auto* view = screen->findChild<ui::PromptView*>();
    if (!view->isVisible()) {
      for (auto* button : screen->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == u"Learn 10 more"_s)
          button->click();
      return view->isVisible();
    }
    screen->findChild<QAction*>(u"showAnswerCommand"_s)->trigger();
    QList<QAction*> grades;
    for (QAction* command : screen->commands())
      if (command->text().startsWith(u"Grade:"_s))
        grades += command;
    grades[upTo(4) - 1]->trigger();
    const auto events = m_program.store().recentEvents(1);
    if (events && !events->empty() && events->front().id != m_last) {
      m_last = events->front().id;
      sayAloud("g " + m_last.text() + " " + events->front().prompt.value());
    }
    return true;
  }

  ui::Program& m_program;
  SeededChance m_chance;
  bool m_isTypist;
  QTimer m_next;
  int m_left = 0;
  bool m_isWriting = false;
  PhaseId m_phase;
  int m_written = 0;  ///< the newest word of this phase
  Uuid m_last;
  ui::DraftKeeper* m_keeper = nullptr;
};

}  // namespace
}  // namespace phaseboard::test

int main(int argc, char** argv) {
  return phaseboard::test::runUntilKilled<phaseboard::test::Student>(argc, argv);
}
