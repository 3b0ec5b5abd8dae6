// SPDX-License-Identifier: Apache-2.0
// What an answer costs beside its bare statements, and what other reads cost, in a large notebook.
//   answer_bench NOTEBOOK       made by `make_notebook large`; works on copies beside it
//   answer_bench syncs FOLDER   100 answers in a new notebook, between two marks on the standard
//                               error, so that a tracer can count what reaches the disk
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "app/ops/desk.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "tests/support/fake_clock.h"
#include "tests/support/notebook_builder.h"

namespace {

using namespace phaseboard;
using bench::must;
using bench::Timing;

constexpr std::int32_t kDay = test::kBuiltToday.value();
constexpr int kBatches = 3;
constexpr int kAnswers = 1'000;
constexpr int kReads = 41;
constexpr int kTracedAnswers = 100;

/// The statements of an answer by themselves, with the values at hand.
void bareAnswer(db::Connection& db, int key, const review::Prompt& prompt, Instant at,
                Chance& chance, const std::string& rowChanges) {
  db.run("BEGIN IMMEDIATE");
  {
    db::Query row = db.query(
        "SELECT prompt.key, schedule.* FROM prompt CROSS JOIN schedule "
        "ON schedule.prompt_key = prompt.key WHERE prompt.id = ?",
        prompt.id);
    must(row.next(), "the prompt is not in the notebook");
  }
  const std::uint64_t high = chance.next();
  const Uuid id = Uuid::version7(at, high, chance.next());
  db.run(
      "INSERT INTO review (prompt_key, id, kind, taken_shift_ms, utc_offset_s, day_shift, rating, "
      "thinking_ms, content_hash, device_key, interval_s) "
      "VALUES (?, ?, 0, 0, 0, 0, 3, 4000, 77, 1, 864000)",
      key, db::Blob{id.view()});
  db.run("UPDATE prompt SET last_event_ms = ? WHERE key = ?", at, key);
  db.run(
      "UPDATE schedule SET stability = ?, difficulty = 5.5, reps = reps + 1, last_ms = ?, "
      "last_day = ?, due_day = ? WHERE prompt_key = ?",
      10.0 + key % 7, at, kDay, kDay + 10 + key % 50, key);
  db.run(
      "INSERT INTO day_summary VALUES (?, ?, 1, 0, 0, 4000, 1, 0, 0, 0) ON CONFLICT DO UPDATE SET "
      "answers = answers + 1, time_ms = time_ms + 4000, young = young + 1",
      kDay, prompt.question);
  db.run(
      "INSERT INTO time_summary VALUES (?, ?, 1, 4000) ON CONFLICT DO UPDATE SET "
      "answers = answers + 1, time_ms = time_ms + 4000",
      prompt.question, prompt.phase);
  db.run(
      "INSERT INTO undo_step (operation, subject, at_ms, event_id, is_undone, row_changes) "
      "VALUES ('answerPrompt', ?, ?, ?, 0, ?)",
      prompt.id, at, db::Blob{id.view()}, db::Blob{rowChanges});
  db.run("COMMIT");
}

/// Both kinds by turns, each on a notebook of its own.
void measureAnswers(db::SqliteNotebookStore& store, db::Connection& bare, const char* from,
                    const std::string& how) {
  test::FakeClock clock(from);
  test::SeededChance chance{5};
  ops::Desk desk(store, clock, chance);
  const std::string rowChanges(350, 'r');  // as long as the desk's
  for (int batch = 1; batch <= kBatches; ++batch) {
    const std::string name = how + ", batch " + std::to_string(batch);
    Timing desks("answer at the desk, " + name);
    Timing bares("bare statements, " + name);
    for (int i = 0; i < kAnswers; ++i) {
      const int number = static_cast<int>(chance.next() % 100'000);
      const review::Prompt prompt = test::builtPrompt(number);
      clock.advanceSeconds(9);
      desks.measure([&] { must(desk.answerPrompt(prompt, memory::Rating::Good, Millis{4'000})); });
      bares.measure([&] { bareAnswer(bare, number + 1, prompt, clock.now(), chance, rowChanges); });
      if (i % 100 == 99) {  // as an idle desk would; not timed
        must(store.settle());
        must(bare.checkpoint());
      }
    }
    desks.print();
    bares.print();
  }
}

template <class Read>
void measureRead(const char* name, const Read& read) {
  bench::Timing times(name);
  for (int i = 0; i < kReads; ++i)
    times.measure([&] { must(read()); });
  times.wall.print();
}

void measureReads(const db::SqliteNotebookStore& store) {
  const Instant now = beginOf(test::kBuiltToday, UtcOffset{0}, DayStart{12});
  measureRead("read what is due", [&] { return store.duePrompts(now, test::kBuiltToday); });
  measureRead("names of undo and redo", [&] { return store.undoNames(); });
  measureRead("two years of statistics",
              [&] { return store.daySummaries(StudyDay{kDay - 730}, StudyDay{kDay}); });
}

void printWeights(db::Connection& db) {
  const auto weigh = [&db](const char* name, std::int64_t count) {
    db::Query sizes = db.query(
        "SELECT total(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema "
        "WHERE tbl_name = ?)",
        name);
    must(sizes.next(), "no sizes");
    std::printf("%s: %.1f bytes a row with indexes\n", name,
                sizes.real(0) / static_cast<double>(count));
  };
  weigh("review", 1'000'000);
  weigh("prompt", 100'000);
  weigh("schedule", 100'000);
}

/// The tables that an answer writes, in a file of SQLite's own: without checksums of pages and
/// without the marks of merging, which the bare statements need not pay for.
void copyPlain(const std::filesystem::path& notebook, const std::filesystem::path& plain) {
  SQLite::Database database(plain.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Statement attach(database, "ATTACH ? AS notebook");
  attach.bind(1, notebook.string());
  attach.exec();
  const auto make = [&database](const std::string& table, const std::string& kinds) {
    std::vector<std::string> parts;
    SQLite::Statement sql(database, "SELECT sql FROM notebook.sqlite_schema WHERE tbl_name = '" +
                                        table + "' AND sql IS NOT NULL AND type IN " + kinds);
    while (sql.executeStep())
      parts.push_back(sql.getColumn(0).getString());
    for (const std::string& part : parts)
      database.exec(part);
  };
  for (const std::string table :
       {"device", "prompt", "schedule", "review", "day_summary", "time_summary", "undo_step"}) {
    make(table, "('table')");
    database.exec("INSERT INTO main." + table + " SELECT * FROM notebook." + table);
    make(table, "('index', 'trigger')");
  }
}

int measureLarge(const std::filesystem::path& notebook) {
  const auto copy = [&notebook](const char* extension) {
    std::filesystem::path file = notebook;
    file += extension;
    std::filesystem::copy_file(notebook, file, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::remove(db::journalFileOf(file));  // of a run before
    return file;
  };
  const std::filesystem::path plain = notebook.string() + ".bare";
  std::filesystem::remove(plain);
  copyPlain(notebook, plain);
  const auto bare = must(db::Connection::open(plain, db::Access::ReadWrite));
  must(bare->makeDurable());
  test::SeededChance chance{2};
  const auto store = must(db::SqliteNotebookStore::open({copy(".desk")}, chance));
  printWeights(store->connection());
  measureReads(*store);
  measureAnswers(*store, *bare, "2026-09-04T10:00:00Z", "durable");
  // What the disk takes hides what we take; without syncs only the latter is left.
  store->connection().execute("PRAGMA synchronous = OFF");
  bare->execute("PRAGMA synchronous = OFF");
  measureAnswers(*store, *bare, "2026-09-05T10:00:00Z", "without syncs");
  return 0;
}

int traceSyncs(const std::filesystem::path& folder) {
  test::SeededChance chance{2};
  test::FakeClock clock("2026-09-04T10:00:00Z");
  const auto store = must(db::SqliteNotebookStore::open({folder / "traced.db"}, chance));
  ops::Desk desk(*store, clock, chance);
  std::fprintf(stderr, "begin of %d answers\n", kTracedAnswers);
  for (int i = 0; i < kTracedAnswers; ++i) {
    clock.advanceSeconds(9);
    must(desk.answerPrompt(test::builtPrompt(i % 40), memory::Rating::Good, Millis{4'000}));
  }
  std::fprintf(stderr, "end of answers\n");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "syncs") == 0)
    return traceSyncs(argv[2]);
  must(argc == 2, "usage: answer_bench NOTEBOOK | syncs FOLDER");
  return measureLarge(argv[1]);
}
