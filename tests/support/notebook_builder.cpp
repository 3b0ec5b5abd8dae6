// SPDX-License-Identifier: Apache-2.0
#include "tests/support/notebook_builder.h"

#include <vector>

#include <SQLiteCpp/Transaction.h>

#include "app/base/uuid.h"
#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::test {
namespace {

constexpr int kQuestions = 20;
constexpr std::int64_t kFirstMillis = 1'700'000'000'000;

std::string questionOf(int prompt) {
  return "question-" + std::to_string(prompt % kQuestions);
}

void addPrompts(db::Connection& db, int prompts) {
  for (int i = 0; i < prompts; ++i) {
    const review::Prompt prompt = builtPrompt(i);
    db.run("INSERT INTO prompt (key, id, question, phase) VALUES (?, ?, ?, ?)", i + 1, prompt.id,
           prompt.question, prompt.phase);
  }
}

/// The moment of each prompt's newest event.
std::vector<std::int64_t> addReviews(db::Connection& db, const NotebookSize& size) {
  SeededChance chance{11 + static_cast<std::uint64_t>(size.number)};
  std::vector<std::int64_t> newest(static_cast<std::size_t>(size.prompts), 0);
  const std::int64_t spread = 80'000'000'000 / size.reviews;  // some 2.5 years
  for (int i = 0; i < size.reviews; ++i) {
    const auto prompt = static_cast<std::size_t>(
        i < size.prompts ? i
                         : static_cast<int>(chance.next() % static_cast<unsigned>(size.prompts)));
    const std::int64_t at = kFirstMillis + i * spread + size.number;
    const std::uint64_t high = chance.next();
    const Uuid id = Uuid::version7(Instant{at}, high, chance.next());
    newest[prompt] = at;
    db.run(
        "INSERT INTO review (prompt_key, id, kind, taken_shift_ms, utc_offset_s, day_shift, "
        "rating, "
        "thinking_ms, content_hash, device_key, interval_s) "
        "VALUES (?, ?, 0, 0, 7200, 0, ?, ?, ?, 1, ?)",
        static_cast<std::int64_t>(prompt) + 1, db::Blob{id.view()},
        static_cast<int>(1 + chance.next() % 4), static_cast<std::int64_t>(chance.next() % 60'000),
        static_cast<std::int64_t>(chance.next()),
        static_cast<std::int64_t>(86'400 * (1 + chance.next() % 200)));
  }
  return newest;
}

void addSchedules(db::Connection& db, const NotebookSize& size,
                  const std::vector<std::int64_t>& newest) {
  const auto due = static_cast<int>(size.dueShare * size.prompts);
  for (int i = 0; i < size.prompts; ++i) {
    const std::int64_t at = newest[static_cast<std::size_t>(i)];
    const bool isDue = (i * 7919LL) % size.prompts < due;
    db.run(
        "INSERT INTO schedule (prompt_key, standing, step, stability, difficulty, reps, lapses, "
        "last_ms, last_day, due_day, is_suspended) VALUES (?, 'review', 0, ?, ?, 10, 1, ?, ?, "
        "?, 0)",
        i + 1, 3.25 + i % 90, 1.5 + i % 8, at, at / kMillisPerDay,
        isDue ? kBuiltToday.value() - i % 20 : kBuiltToday.value() + 1 + i % 300);
    db.run("UPDATE prompt SET last_event_ms = ? WHERE key = ?", at, i + 1);
  }
  for (int day = 0; day < 900; ++day)
    for (int question = 0; question < kQuestions; ++question)
      db.run("INSERT INTO day_summary VALUES (?, ?, 55, 5, 5, 600000, 20, 2, 20, 2)",
             kBuiltToday.value() - 1 - day, questionOf(question));
}

}  // namespace

review::Prompt builtPrompt(int i) {
  constexpr const char* kPhases[]{"clarify",  "frame", "data",   "model",
                                  "evaluate", "serve", "monitor"};
  review::Prompt prompt;
  prompt.question = QuestionId{questionOf(i)};
  prompt.target = TargetId{questionOf(i) + "/serving-path-" + std::to_string(i / 100) + "/part-" +
                           std::to_string(i % 100)};
  prompt.kind = review::PromptKind::NamePart;
  prompt.id = review::promptId(prompt.kind, prompt.target);
  prompt.phase = PhaseId{kPhases[i % 7]};
  prompt.siblingGroup = prompt.target.value();
  return prompt;
}

Status buildNotebook(const std::filesystem::path& file, const NotebookSize& size) {
  SeededChance chance{1 + static_cast<std::uint64_t>(size.number)};
  PHASEBOARD_TRY_ASSIGN(const auto store,
                        db::SqliteNotebookStore::open({file, {}, nullptr, false}, chance));
  db::Connection& db = store->connection();
  return db.guarded([&]() -> Status {
    db.execute("PRAGMA cache_size = -400000");
    SQLite::Transaction transaction(db.database());
    addPrompts(db, size.prompts);
    addSchedules(db, size, addReviews(db, size));
    transaction.commit();
    return store->settle();
  });
}

}  // namespace phaseboard::test
