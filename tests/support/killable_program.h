// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include <unistd.h>

#include <QApplication>

#include "diagrams/style/fonts.h"
#include "ui/bridge/language.h"
#include "ui/bridge/system_clock.h"
#include "ui/desktop/program.h"

/// What window programs have in common that work by themselves until a test kills them.
namespace phaseboard::test {

/// One line on standard output, at once: what was said before the kill counts.
inline void sayAloud(const std::string& line) {
  const std::string whole = line + "\n";
  (void)!write(STDOUT_FILENO, whole.data(), whole.size());
}

/// Opens the window on `NOTEBOOK PACK MEMORY SEED [...]`, says "r" and lets a `Worker`, made of the
/// program, the seed and whether there are more arguments, do its work.
template <class Worker>
int runUntilKilled(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  QApplication application(argc, argv);
  if (argc < 5)
    return 2;
  ui::loadLanguage(application);
  style::registerFonts();
  const ui::SystemClock clock;
  ui::SystemChance chance;
  const auto program = ui::Program::open(
      {QString::fromLocal8Bit(argv[1]), {argv[2]}, QString::fromLocal8Bit(argv[3])}, clock, chance);
  if (!program)
    return 3;
  (*program)->show();
  sayAloud("r");
  const Worker worker(**program, std::strtoull(argv[4], nullptr, 10), argc > 5);
  return QApplication::exec();
}

}  // namespace phaseboard::test
