// SPDX-License-Identifier: Apache-2.0
// Every figure of the pack opened in Study, in the real window: until the figure is painted, and
// until the screen has come to rest. Then what memory that took.
//   study_bench NOTEBOOK
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <QApplication>

#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/bench/samples.h"
#include "ui/bridge/language.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kRounds = 3;

void printMemory(const char* when) {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("VmRSS:") || line.starts_with("VmHWM:"))
      std::printf("memory %s %s\n", when, line.c_str());
}

ui::Place placeOf(const ports::DiagramCard& figure) {
  return {.screen = ui::ScreenName::Study,
          .question = figure.question,
          .phase = figure.phase,
          .diagram = figure.id};
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: study_bench NOTEBOOK");
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  bench::OpenWindow open(argv[1], "2026-12-07T10:00:00Z");
  open.show();
  printMemory("after the start");
  bench::Timing painted("open a figure in Study, painted");
  bench::Timing settled("open a figure in Study, at rest");
  for (int round = 0; round < kRounds; ++round)
    for (const ports::QuestionCard& question : open.pack->questions())
      for (const ports::DiagramCard& figure : question.diagrams) {
        bench::Timing first("");
        settled.measure([&] {
          first.measure([&] {
            open.pump.takePaints(nullptr);
            open.window.goTo(placeOf(figure));
            const auto* view = open.window.findChild<QWidget*>(QStringLiteral("figure"));
            must(open.pump.drainUntilPainted(view), "the figure was not painted");
          });
          open.pump.drain();
        });
        painted.add(first);
      }
  painted.print();
  settled.print();
  open.window.goTo({.screen = ui::ScreenName::Library});
  open.pump.drain();
  printMemory("after every figure");
  return 0;
}
