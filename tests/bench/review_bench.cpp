// SPDX-License-Identifier: Apache-2.0
// From the key press to the painted answer, and from the grade to the next painted prompt, through
// the real window and a notebook in a file: the grade is on the disk before the next prompt is
// read.
//   review_bench NOTEBOOK [ANSWERS]
#include <array>
#include <cstdio>
#include <cstdlib>

#include <QApplication>
#include <QTest>
#include <QWindow>

#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/bench/samples.h"
#include "ui/bridge/language.h"
#include "ui/review/prompt_view.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kThinkingSeconds = 9;
constexpr int kBetweenSettles = 50;

class Sitting {
 public:
  explicit Sitting(const char* notebook) : m_open(notebook, "2026-12-07T10:00:00Z") {
    m_open.show();
    must(m_open.session.perform([&](ops::Desk& desk) {
      ports::Settings settings = m_open.session.settings();
      settings.newPerDay = 200;
      settings.dailyMinutes = 480;
      return desk.changeSettings(settings);
    }),
         "the settings do not change");
    arrive();
  }

  void answer(int number) {
    if (!view()->isVisible())
      nextDay();
    m_open.clock.advanceSeconds(kThinkingSeconds);
    m_open.pump.takePaints(nullptr);
    m_reveal.measure([&] { press(Qt::Key_Space); });
    must(view()->isRevealed(), "the answer is not shown");
    constexpr std::array kGrades{Qt::Key_3, Qt::Key_3, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1};
    bench::Timing took("");
    m_open.pump.takePaints(nullptr);
    took.measure([&] { press(kGrades[static_cast<std::size_t>(number) % kGrades.size()]); });
    const QWidget* figure = m_open.window.findChild<QWidget*>(QStringLiteral("promptFigure"));
    const bool asksAgain = view()->isVisible();
    if (asksAgain && figure->isVisible()) {
      must(m_open.pump.takePaints(figure) > 0, "the figure of the next prompt was not painted");
      m_withFigure.add(took);
    }
    if (asksAgain) {
      must(!view()->isRevealed(), "the next prompt is not asked");
      m_next.add(took);
    }
    if (number % kBetweenSettles == kBetweenSettles - 1)
      must(m_open.store->settle());  // as the idle program does; not timed
  }

  void print() const {
    m_next.print();
    m_withFigure.print();
    m_reveal.print();
  }

  [[nodiscard]] std::int64_t reviews() const { return must(m_open.store->stats()).reviews; }

 private:
  [[nodiscard]] ui::PromptView* view() const { return m_open.window.findChild<ui::PromptView*>(); }

  void arrive() {
    m_open.window.goTo({.screen = ui::ScreenName::Review});
    m_open.pump.drain();
  }

  void nextDay() {
    m_open.clock.advanceDays(1);
    m_open.window.goTo({.screen = ui::ScreenName::Today});
    arrive();
    must(view()->isVisible(), "nothing is left to be asked");
  }

  void press(Qt::Key key) {
    QTest::keyClick(m_open.window.windowHandle(), key);
    m_open.pump.drain();
  }

  bench::OpenWindow m_open;
  bench::Timing m_next{"grade to next prompt painted"};
  bench::Timing m_withFigure{"grade to next prompt with a figure"};
  bench::Timing m_reveal{"space to answer painted"};
};

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: review_bench NOTEBOOK [ANSWERS]");
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  const int answers = argc > 2 ? std::atoi(argv[2]) : 300;
  Sitting sitting(argv[1]);
  const std::int64_t before = sitting.reviews();
  for (int i = 0; i < answers; ++i)
    sitting.answer(i);
  must(sitting.reviews() == before + answers, "not every grade is in the notebook");
  sitting.print();
  return 0;
}
