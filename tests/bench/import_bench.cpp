// SPDX-License-Identifier: Apache-2.0
// How long the window stands still while much comes into the notebook, is taken back and done
// again: the longest pause of its event loop, on the screen Today.
//   import_bench FOLDER
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <QAction>
#include <QApplication>
#include <QPushButton>

#include "db/exchange/file_exchange.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/support/anki_sample.h"
#include "tests/support/heart_beat.h"
#include "tests/support/zip_builder.h"
#include "ui/bridge/language.h"
#include "ui/bridge/text.h"
#include "ui/exchange/import_dialog.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kNotes = 20'000;
constexpr int kAnswersEach = 3;
constexpr int kRows = 50'000;

std::filesystem::path written(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string table() {
  std::string text = "ask,answer\n";
  for (int row = 0; row < kRows; ++row)
    text += "What is " + std::to_string(row) + "?,It is this.\n";
  return text;
}

void measure(const char* what, bench::OpenWindow& open, const std::function<void()>& work) {
  open.pump.drain();
  test::HeartBeat heart;
  QElapsedTimer whole;
  whole.start();
  work();
  open.pump.drain();
  heart.beat();
  std::printf("%-34s longest pause %7.1f ms, computing %7.1f ms, whole %8.0f ms\n", what,
              heart.longest(), heart.longestBusy(), double(whole.elapsed()));
  std::fflush(stdout);
}

void bringIn(const std::string& what, bench::OpenWindow& open, const ui::ExchangeDoor& door,
             const std::filesystem::path& file) {
  ui::ImportDialog dialog(open.session, door, {open.pack->questions().front().id, PhaseId{"model"}},
                          &open.window);
  dialog.show();
  measure((what + ", read").c_str(), open, [&] { dialog.openFile(ui::toQt(file.string())); });
  measure((what + ", imported").c_str(), open,
          [&] { dialog.findChild<QPushButton*>(QStringLiteral("importButton"))->click(); });
  must(dialog.imported().has_value(), "it was not imported");
  for (const auto& [name, command] : {std::pair{", undone", "undoCommand"},
                                      {", done again", "redoCommand"},
                                      {", undone again", "undoCommand"}})
    measure((what + name).c_str(), open, [&, command = command] {
      open.window.findChild<QAction*>(QLatin1String(command))->trigger();
    });
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: import_bench FOLDER");
  QApplication application(argc, argv);
  ui::loadLanguage(application);
  style::registerFonts();
  const std::filesystem::path folder(argv[1]);
  std::filesystem::create_directories(folder);
  bench::OpenWindow open(folder / "notebook.db", "2026-12-07T10:00:00Z");
  db::FileExchange files{{folder / "notebook.db", {PHASEBOARD_PACK}, nullptr}};
  const ui::ExchangeDoor door{files, *open.store, open.chance};
  open.window.setExchange(door);
  open.show();
  open.window.goTo({.screen = ui::ScreenName::Today});

  bringIn("20,000 notes with 60,000 answers", open, door,
          written(folder / "deck.apkg",
                  test::zipOf({{"collection.anki2",
                                test::ankiCollection(test::manyCards(kNotes, kAnswersEach))}})));
  bringIn("50,000 rows of CSV", open, door, written(folder / "cards.csv", table()));
  return 0;
}
