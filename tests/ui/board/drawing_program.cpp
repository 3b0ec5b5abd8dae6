// SPDX-License-Identifier: Apache-2.0
// The window program with somebody at its whiteboard, to be killed: draws through the real widgets
// and says on standard output what was acknowledged.
//
//   drawing_program NOTEBOOK PACK MEMORY SEED
//
// Lines: "r" ready; "k BOARD COUNT": so many entries of the board's log are kept.
#include <string>

#include <QApplication>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/support/fake_clock.h"
#include "tests/support/killable_program.h"
#include "ui/board/board_editor.h"
#include "ui/bridge/text.h"

namespace phaseboard::test {
namespace {

/// Makes one stroke after another, each from the event loop, until the process ends.
class Drawer : public QObject {
 public:
  Drawer(ui::Program& program, std::uint64_t seed, bool /*hasMore*/)
      : m_program(program), m_chance(seed) {
    ui::Place place{.screen = ui::ScreenName::Board};
    m_program.window().goTo(place);
    if (m_program.window().currentPlace().board.value().empty() || m_chance.next() % 4 == 0)
      m_program.window().findChild<QPushButton*>(QStringLiteral("newBoard"))->click();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Drawer::step);
    m_next.start(0);
  }

 private:
  int upTo(int most) { return static_cast<int>(m_chance.next() % static_cast<unsigned>(most)); }
  ui::BoardCanvas& canvas() { return m_program.window().findChild<ui::BoardEditor*>()->canvas(); }
  QPoint somewhere() {
    return {40 + upTo(canvas().width() - 80), 40 + upTo(canvas().height() - 80)};
  }

  void step() {
    switch (upTo(6)) {
      case 0:
      case 1:
        typePart();
        break;
      case 2:
        canvas().setTool(ui::BoardCanvas::Tool::Ink);
        drag(somewhere(), somewhere());
        canvas().setTool(ui::BoardCanvas::Tool::Select);
        break;
      case 3:
        drag(somewhere(), somewhere());
        break;
      case 4:
        QTest::keyClick(&canvas(), Qt::Key_Tab);
        QTest::keyClick(&canvas(), Qt::Key_C);
        QTest::keyClick(&canvas(), Qt::Key_Right);
        QTest::keyClick(&canvas(), Qt::Key_Return);
        break;
      default:
        QTest::keySequence(&canvas(), upTo(3) == 0 ? QKeySequence::Redo : QKeySequence::Undo);
    }
    if (canvas().unkept() == 0)
      sayAloud("k " + m_program.window().currentPlace().board.value() + " " +
               std::to_string(canvas().history().entries().size()));
    m_next.start(upTo(12));
  }

  void typePart() {
    canvas().setFocus();
    canvas().select({});
    QTest::keyClick(&canvas(), 'P');
    const auto editors = canvas().findChildren<QPlainTextEdit*>(QStringLiteral("boardEditor"));
    if (editors.isEmpty())
      return;
    QTest::keyClicks(editors.last(), QStringLiteral("art %1").arg(upTo(1'000)));
    QTest::keyClick(editors.last(), Qt::Key_Return);
  }

  void drag(QPoint from, QPoint to) {
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 6; ++i) {
      const QPointF at = QPointF(from) + (QPointF(to) - QPointF(from)) * i / 6;
      QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::LeftButton, {});
      QApplication::sendEvent(&canvas(), &move);
    }
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
  }

  ui::Program& m_program;
  SeededChance m_chance;
  QTimer m_next;
};

}  // namespace
}  // namespace phaseboard::test

int main(int argc, char** argv) {
  return phaseboard::test::runUntilKilled<phaseboard::test::Drawer>(argc, argv);
}
