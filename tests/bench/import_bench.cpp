// SPDX-License-Identifier: Apache-2.0
// How long the window stands still while much comes into the notebook, is taken back and done
// again, on the screen Today: by an import of an Anki package and of a table, and by a merge.
//   import_bench FOLDER    makes its files in FOLDER, which is new
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>

#include "app/ops/replay.h"
#include "db/exchange/file_exchange.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/open_window.h"
#include "tests/support/anki_sample.h"
#include "tests/support/heart_beat.h"
#include "tests/support/notebook_builder.h"
#include "tests/support/zip_builder.h"
#include "ui/bridge/language.h"
#include "ui/bridge/text.h"
#include "ui/desktop/lent_merging.h"
#include "ui/exchange/import_dialog.h"
#include "ui/merge/merge_dialog.h"

namespace {

using namespace phaseboard;
using bench::must;

constexpr int kNotes = 20'000;
constexpr int kAnswersEach = 3;
constexpr int kRows = 50'000;
constexpr int kMergedReviews = 100'000;

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

/// @param work  returns when what it began is done; the event loop runs meanwhile
void measure(const std::string& what, bench::OpenWindow& open, const std::function<void()>& work) {
  open.pump.drain();
  test::HeartBeat heart;
  QElapsedTimer whole;
  whole.start();
  work();
  open.pump.drain();
  heart.beat();
  std::printf("%-48s %8.1f ms %8.1f ms %9.0f ms\n", what.c_str(), heart.longestBusy(),
              heart.longest(), static_cast<double>(whole.nsecsElapsed()) / 1e6);
  std::fflush(stdout);
}

void undoAndRedo(const std::string& what, bench::OpenWindow& open) {
  for (const auto& [name, command] : {std::pair{", undone", "undoCommand"},
                                      {", done again", "redoCommand"},
                                      {", undone again", "undoCommand"}})
    measure(what + name, open, [&open, command = command] {
      open.window.findChild<QAction*>(QLatin1String(command))->trigger();
    });
}

void bringIn(const std::string& what, bench::OpenWindow& open, const ui::ExchangeDoor& door,
             const std::filesystem::path& file) {
  ui::ImportDialog dialog(open.session, door, {open.pack->questions().front().id, PhaseId{"model"}},
                          &open.window);
  dialog.show();
  measure(what + ", read", open, [&] { dialog.openFile(ui::toQt(file.string())); });
  measure(what + ", imported", open,
          [&] { dialog.findChild<QPushButton*>(QStringLiteral("importButton"))->click(); });
  must(dialog.imported().has_value(), "it was not imported");
  dialog.hide();
  undoAndRedo(what, open);
}

void mergeIn(bench::OpenWindow& open, const std::filesystem::path& file) {
  const std::string what = "100,000 reviews of another notebook";
  ui::MergeDialog dialog(open.session,
                         ui::mergeDoorOf(*open.store, open.clock, [] { return Status(); }),
                         &open.window);
  dialog.show();
  measure(what + ", read", open, [&] { dialog.openFile(ui::toQt(file.string())); });
  measure(what + ", merged", open,
          [&] { dialog.findChild<QPushButton*>(QStringLiteral("mergeButton"))->click(); });
  must(dialog.merged().has_value(), "it was not merged");
  dialog.hide();
  undoAndRedo(what, open);
}

/// With reviews of prompts that the pack does not have: they are merged all the same.
std::filesystem::path otherNotebook(const std::filesystem::path& file) {
  test::NotebookSize size;
  size.number = 1;
  size.reviews = kMergedReviews;
  size.prompts = kMergedReviews / 5;
  must(test::buildNotebook(file, size));
  test::SeededChance chance{3};
  const auto store = must(db::SqliteNotebookStore::open({file}, chance));
  must(ops::rebuildFromLog(*store, {}));
  must(store->settle());
  return file;
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

  std::printf("%-48s %11s %11s %12s\n", "", "computing", "pause", "whole");
  bringIn("20,000 notes with 60,000 answers", open, door,
          written(folder / "deck.apkg",
                  test::zipOf({{"collection.anki2",
                                test::ankiCollection(test::manyCards(kNotes, kAnswersEach))}})));
  bringIn("50,000 rows of CSV", open, door, written(folder / "cards.csv", table()));
  mergeIn(open, otherNotebook(folder / "other.db"));
  return 0;
}
