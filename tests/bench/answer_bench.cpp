// SPDX-License-Identifier: Apache-2.0
// What an answer costs beside its bare statements, what reading the queue costs, and what a review
// weighs, in a notebook of 100,000 prompts and 1,000,000 reviews. Prints one line a figure.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "app/base/assert.h"
#include "app/ops/desk.h"
#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/notebook_builder.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace phaseboard;
using Clock = std::chrono::steady_clock;

constexpr std::int32_t kDay = test::kBuiltToday.value();
constexpr int kBatches = 3;
constexpr int kAnswers = 1'000;
constexpr int kQueueReads = 41;

double microsOf(const std::function<void()>& work) {
  const auto begin = Clock::now();
  work();
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

double percentile(std::vector<double>& values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void printTimes(const char* name, std::vector<double> micros) {
  std::printf("%-34s p50 %8.1f us   p95 %8.1f us   p99 %8.1f us\n", name, percentile(micros, 0.5),
              percentile(micros, 0.95), percentile(micros, 0.99));
}

review::Prompt builtPrompt(int i) {
  review::Prompt prompt;
  prompt.question = QuestionId{"question-" + std::to_string(i % 20)};
  prompt.target = TargetId{prompt.question.value() + "/serving-path-" + std::to_string(i / 100) +
                           "/part-" + std::to_string(i % 100)};
  prompt.id = review::promptId(review::PromptKind::NamePart, prompt.target);
  prompt.phase = PhaseId{"model"};
  return prompt;
}

/// The statements of an answer by themselves, with the values at hand.
void bareAnswer(db::Connection& db, int key, const review::Prompt& prompt, Instant at,
                Chance& chance, const std::string& rowChanges) {
  db.run("BEGIN IMMEDIATE");
  {
    db::Query row = db.query(
        "SELECT prompt.key, schedule.* FROM prompt CROSS JOIN schedule "
        "ON schedule.prompt_key = prompt.key WHERE prompt.id = ?",
        prompt.id);
    PHASEBOARD_ASSERT(row.next());
  }
  const std::uint64_t high = chance.next();
  const Uuid id = Uuid::version7(at, high, chance.next());
  db.run(
      "INSERT INTO review (prompt_key, id, kind, taken_ms, utc_offset_s, study_day, rating, "
      "thinking_ms, content_hash, device_key, interval_s) "
      "VALUES (?, ?, 0, ?, 0, ?, 3, 4000, 77, 1, 864000)",
      key, db::Blob{id.view()}, at, kDay);
  db.run("UPDATE prompt SET last_event_ms = ? WHERE key = ?", at, key);
  db.run(
      "UPDATE schedule SET stability = ?, difficulty = 5.5, reps = reps + 1, last_ms = ?, "
      "last_day = ?, due_day = ? WHERE prompt_key = ?",
      10.0 + key % 7, at, kDay, kDay + 10 + key % 50, key);
  db.run(
      "INSERT INTO day_summary VALUES (?, ?, 1, 0, 0, 4000) ON CONFLICT DO UPDATE SET "
      "answers = answers + 1, time_ms = time_ms + 4000",
      kDay, prompt.question);
  db.run(
      "INSERT INTO undo_step (operation, subject, at_ms, event_id, is_undone, row_changes) "
      "VALUES ('answerPrompt', ?, ?, ?, 0, ?)",
      prompt.id, at, db::Blob{id.view()}, db::Blob{rowChanges});
  db.run("COMMIT");
}

/// Both kinds by turns, each on a notebook of its own.
void measureAnswers(db::SqliteNotebookStore& store, db::Connection& bare, const char* from,
                    std::uint64_t seed) {
  test::FakeClock clock(from);
  test::SeededChance chance{seed};
  ops::Desk desk(store, clock, chance);
  const std::string rowChanges(350, 'r');  // as long as the desk's
  for (int batch = 0; batch < kBatches; ++batch) {
    std::vector<double> desks;
    std::vector<double> bares;
    for (int i = 0; i < kAnswers; ++i) {
      const int number = static_cast<int>(chance.next() % 100'000);
      const review::Prompt prompt = builtPrompt(number);
      clock.advanceSeconds(9);
      desks.push_back(microsOf([&] {
        PHASEBOARD_ASSERT(desk.answerPrompt(prompt, memory::Rating::Good, Millis{4'000}));
      }));
      bares.push_back(
          microsOf([&] { bareAnswer(bare, number + 1, prompt, clock.now(), chance, rowChanges); }));
      if (i % 100 == 99) {  // as an idle desk would; not timed
        PHASEBOARD_ASSERT(store.settle());
        PHASEBOARD_ASSERT(bare.checkpoint());
      }
    }
    printTimes("answer at the desk, durable", desks);
    printTimes("bare statements, durable", bares);
    std::printf("%-34s %.3f\n", "desk / bare, p50",
                percentile(desks, 0.5) / percentile(bares, 0.5));
  }
}

void measureQueue(db::SqliteNotebookStore& store) {
  std::vector<double> due;
  std::size_t rows = 0;
  const Instant now = beginOf(test::kBuiltToday, UtcOffset{0}, DayStart{12});
  for (int i = 0; i < kQueueReads; ++i)
    due.push_back(microsOf([&] {
      const auto read = store.duePrompts(now, test::kBuiltToday);
      PHASEBOARD_ASSERT(read.has_value());
      rows = read->size();
    }));
  std::printf("%zu prompts due\n", rows);
  printTimes("read what is due", due);
  std::vector<double> all;
  for (int i = 0; i < 5; ++i)
    all.push_back(microsOf([&] {
      const auto read = store.duePrompts(now, plusDays(test::kBuiltToday, 1'000));
      PHASEBOARD_ASSERT(read.has_value());
    }));
  printTimes("read all 100,000 as due", all);
  std::vector<double> names;
  for (int i = 0; i < kQueueReads; ++i)
    names.push_back(microsOf([&] { PHASEBOARD_ASSERT(store.undoNames().has_value()); }));
  printTimes("names of undo and redo", names);
  std::vector<double> days;
  for (int i = 0; i < kQueueReads; ++i)
    days.push_back(microsOf([&] {
      PHASEBOARD_ASSERT(store.daySummaries(StudyDay{kDay - 730}, StudyDay{kDay}).has_value());
    }));
  printTimes("two years of statistics", days);
}

void printWeights(db::Connection& db) {
  const auto weigh = [&db](const char* name, std::int64_t count) {
    db::Query sizes = db.query(
        "SELECT total(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema "
        "WHERE tbl_name = ?)",
        name);
    PHASEBOARD_ASSERT(sizes.next());
    std::printf("%-34s %.1f bytes a row with indexes\n", name,
                sizes.real(0) / static_cast<double>(count));
  };
  weigh("review", 1'000'000);
  weigh("prompt", 100'000);
  weigh("schedule", 100'000);
}

}  // namespace

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const test::TemporaryFolder folder;
  std::printf("built in %.1f s\n", microsOf([&] {
                                     const Status built =
                                         test::buildNotebook(folder / "notebook.db", {});
                                     PHASEBOARD_ASSERT(built.has_value());
                                   }) / 1e6);
  std::filesystem::copy_file(folder / "notebook.db", folder / "bare.db");
  auto bare = db::Connection::open(folder / "bare.db", db::Access::ReadWrite);
  PHASEBOARD_ASSERT(bare && (*bare)->makeDurable());
  printWeights(**bare);
  test::SeededChance chance{2};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  PHASEBOARD_ASSERT(store.has_value());
  measureQueue(**store);
  measureAnswers(**store, **bare, "2026-09-04T10:00:00Z", 5);
  // What the disk takes hides what we take; without syncs only the latter is left.
  std::printf("without syncs:\n");
  (*store)->connection().execute("PRAGMA synchronous = OFF");
  (*bare)->execute("PRAGMA synchronous = OFF");
  measureAnswers(**store, **bare, "2026-09-05T10:00:00Z", 6);
  return 0;
}
