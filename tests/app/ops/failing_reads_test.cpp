// SPDX-License-Identifier: Apache-2.0
// What joins pack and notebook, with each of SQLite's statements failing in turn: whoever asks is
// told, gets nothing half, and gets it all the next time.
#include <utility>

#include <gmock/gmock.h>

#include "app/ops/annotation_operations.h"
#include "app/ops/asked_prompt.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/due_targets.h"
#include "app/ops/import_operations.h"
#include "app/ops/left_behind.h"
#include "app/ops/merge_operations.h"
#include "app/ops/mock_operations.h"
#include "app/ops/mock_report.h"
#include "app/ops/outlook.h"
#include "app/ops/own_words.h"
#include "app/ops/part_recall.h"
#include "app/ops/placed_annotations.h"
#include "app/ops/progress_report.h"
#include "app/ops/rebuild.h"
#include "app/ops/referables.h"
#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "app/ops/sync_operations.h"
#include "app/ops/update_operations.h"
#include "app/ops/wordings.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_telling.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/failing_files.h"
#include "tests/support/failing_statements.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

const QuestionId kSpam{"spam-filter"};
const DiagramId kPath{"spam-filter/request-path"};
const answers::AnswerKey kSpamServe{kSpam, PhaseId{"serve"}};

/// A pack in a file, and a notebook of somebody who learnt from it.
class FailingReads : public testing::Test {
 protected:
  FailingReads() {
    EXPECT_THAT(db::writePack(miniPack(), m_folder / "mini.pack"), IsOk());
    auto opened = db::PackReader::open(m_folder / "mini.pack");
    EXPECT_THAT(opened, IsOk());
    m_pack = std::move(*opened);
    study();
    rehearse();
  }

  void study() {
    for (const review::Prompt& prompt : m_pack->prompts()) {
      if (prompt.kind == review::PromptKind::RebuildDiagram)
        continue;
      EXPECT_THAT(m_open.desk.answerPrompt(prompt, Rating::Again, Millis{4'000}), IsOk());
      m_open.clock.advanceSeconds(20);
    }
    review::Prompt own = m_pack->prompts().front();
    own.ask = "Which error costs more?";
    own.answer = "The lost mail.";
    EXPECT_THAT(m_open.desk.createPrompt(own), IsOk());
    for (const auto& [target, field] : {std::pair("spam-filter/two-errors", "statement"),
                                        {"spam-filter/request-path/model", "explanation"},
                                        {"key-point:spam-filter/two-errors", "ask"}})
      EXPECT_THAT(m_open.desk.overrideText(target, field, "Mine.", "Theirs."), IsOk());
    EXPECT_THAT(m_open.desk.writeAnswer(
                    kSpamServe, "The gateway asks the [model](part:" + kPath.value() + "/model)."),
                IsOk());
    EXPECT_THAT(m_open.desk.tickKeyPoint(kSpamServe, ItemId{"spam-filter/fallback"}, true), IsOk());
    ops::AnnotationOperations annotations(*m_open.store, m_annotations, m_open.clock,
                                          m_open.chance);
    EXPECT_THAT(annotations.annotate(
                    {TargetId{"spam-filter/two-errors"}, "both", {}, {}, "Name both errors", 1},
                    {{}, "Why?", {}, false}),
                IsOk());
  }

  [[nodiscard]] ops::NewMock aMock() const {
    ops::NewMock wish;
    wish.question = kSpam;
    wish.title = "Spam filter";
    wish.plan = *mock::makePlan({mock::Form::Whole, mock::Style::Neutral, 1, {}, {}},
                                m_pack->framework(), {});
    wish.reference = kPath;
    return wish;
  }

  void rehearse() {
    ops::MockOperations mocks(*m_open.store, m_boards, m_mocks, m_open.clock, m_open.chance);
    for (int attempt = 0; attempt < 2; ++attempt) {
      const auto begun = mocks.startMock(aMock());
      ASSERT_THAT(begun, IsOk());
      m_mock = begun->mock.id;
      m_open.clock.advanceMinutes(50);
      const mock::Record record =
          mock::Record::replay(begun->mock.plan, m_mocks.events(m_mock).value()).value();
      const auto finished = record.next(mock::EventKind::Finished, {}, {}, m_open.clock.now());
      ASSERT_THAT(finished, IsOk());
      EXPECT_THAT(mocks.noteMock(m_mock, *finished), IsOk());
      EXPECT_THAT(
          mocks.debriefMock(m_mock, {m_open.clock.now(), 1, 12, 0.5, content::Level::Mid}, {}),
          IsOk());
    }
  }

  [[nodiscard]] StudyDay today() const {
    return studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart);
  }

  /// Every statement that `read` runs fails once. Returns how many there were.
  int expectEachFailureTold(const std::string& name, const std::function<Status()>& read) {
    SCOPED_TRACE(name);
    int failures = 0;
    const Status whole = failEachStatement(m_statements, read, [&](const FailedStatement& failed) {
      ++failures;
      ASSERT_FALSE(failed.outcome.has_value()) << "statement " << failed.number;
      EXPECT_THAT(failed.outcome.error().detail, testing::HasSubstr("interrupted"));
    });
    EXPECT_THAT(whole, IsOk());
    return failures;
  }

  FailingStatements m_statements;
  TemporaryFolder m_folder;
  std::unique_ptr<db::PackReader> m_pack;
  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteAnnotationStore m_annotations{*m_open.store};
  db::SqliteBoardStore m_boards{*m_open.store};
  db::SqliteBookmarkStore m_bookmarks{*m_open.store};
  db::SqliteMockStore m_mocks{*m_open.store};
  mock::MockId m_mock;
};

TEST_F(FailingReads, AreToldByThePlanAndTheProgress) {
  const db::SqliteNotebookStore& notebook = *m_open.store;
  const Instant now = m_open.clock.now();
  const auto table = ops::PromptTable::read(*m_pack, notebook);
  ASSERT_THAT(table, IsOk());
  const auto plan = ops::readStudyPlan(*table, now, UtcOffset{0});
  ASSERT_THAT(plan, IsOk());

  for (const auto& [name, read] : std::vector<std::pair<std::string, std::function<Status()>>>{
           {"table", [&] { return statusOf(ops::PromptTable::read(*m_pack, notebook)); }},
           {"plan", [&] { return statusOf(ops::readStudyPlan(*m_pack, notebook, now, {})); }},
           {"progress", [&] { return statusOf(ops::readProgress(*m_pack, notebook, today(), 9)); }},
           {"readiness", [&] { return statusOf(ops::readReadinessIfRepeated(*table, today())); }},
           {"pace", [&] { return statusOf(ops::readPace(notebook)); }},
           {"targets", [&] { return statusOf(ops::dueTargets(*m_pack, notebook, now, today())); }},
           {"parts",
            [&] { return statusOf(ops::readPartRecall(*m_pack, notebook, kPath, today())); }},
           {"concept", [&] {
              return statusOf(ops::readConceptRecall(*table, ConceptId{"threshold"}, today()));
            }}})
    EXPECT_GT(expectEachFailureTold(name, read), 0) << name;
}

TEST_F(FailingReads, LeaveATableThatCanBeRefreshedAgain) {
  auto table = ops::PromptTable::read(*m_pack, *m_open.store);
  ASSERT_THAT(table, IsOk());
  const PromptId first = m_pack->prompts().front().id;
  using ops::Aspect;
  for (const ops::Changes& changes :
       {ops::Changes{{Aspect::OwnPrompts}, {}, {}}, ops::Changes{{Aspect::Review}, {}, {}},
        ops::Changes{{Aspect::Review}, {first}, {}},
        ops::Changes{{Aspect::PromptFlags}, {first}, {}}}) {
    EXPECT_GT(expectEachFailureTold("refresh", [&] { return table->refresh(changes); }), 0);
    EXPECT_TRUE(table->find(first)->isBegun());
  }
}

TEST_F(FailingReads, AreToldByWhatIsAsked) {
  for (const review::Prompt& prompt : m_pack->prompts())
    EXPECT_GT(
        expectEachFailureTold(
            prompt.id.value(),
            [&] { return statusOf(ops::readAskedPrompt(*m_pack, *m_open.store, prompt.id)); }),
        3);
  const review::Prompt own = m_open.store->ownPrompts()->front();
  EXPECT_GT(
      expectEachFailureTold(
          "own", [&] { return statusOf(ops::readAskedPrompt(*m_pack, *m_open.store, own.id)); }),
      3);
}

TEST_F(FailingReads, AreToldByTheRehearsal) {
  const mock::MockInfo info = m_mocks.mock(m_mock).value().value();
  for (const auto& [name, read] : std::vector<std::pair<std::string, std::function<Status()>>>{
           {"report",
            [&] { return statusOf(ops::readMockReport(*m_pack, m_mocks, m_boards, m_mock)); }},
           {"follow-ups", [&] { return statusOf(ops::followUpsOf(*m_pack, info)); }},
           {"times", [&] { return statusOf(ops::timesOf(m_mocks, info)); }},
           {"rebuild", [&] {
              return statusOf(
                  ops::judgeRebuild(*m_pack, kPath, board::Level::NothingGiven, board::Document{}));
            }}})
    EXPECT_GT(expectEachFailureTold(name, read), 0) << name;
}

TEST_F(FailingReads, AreToldByWhatTheUserWrote) {
  const db::SqliteNotebookStore& notebook = *m_open.store;
  ops::OwnWords words(*m_pack, notebook);
  ASSERT_THAT(words.read(), IsOk());
  const ops::BookmarkOperations bookmarks(*m_open.store, m_bookmarks, m_open.clock);
  const auto contents = ops::readContents(*m_pack);
  ASSERT_THAT(contents, IsOk());
  auto older = *contents;
  for (auto& mark : older.at(kSpam))
    mark.hash += 1;
  const auto updates = content::compareContents(older, *contents);
  for (const auto& [name, read] : std::vector<std::pair<std::string, std::function<Status()>>>{
           {"own words", [&] { return words.read(); }},
           {"own words of one", [&] { return words.read(kSpamServe); }},
           {"referables", [&] { return statusOf(ops::Referables::read(*m_pack, kSpam)); }},
           {"wordings", [&] { return statusOf(ops::Wordings::read(notebook)); }},
           {"rewordable item",
            [&] { return statusOf(ops::rewordableTexts(*m_pack, "spam-filter/two-errors")); }},
           {"rewordable part",
            [&] { return statusOf(ops::rewordableTexts(*m_pack, kPath.value() + "/model")); }},
           {"placed wordings", [&] { return statusOf(ops::placedWordings(*m_pack, notebook)); }},
           {"left behind",
            [&] { return statusOf(ops::readLeftBehind(*m_pack, notebook, {}, nullptr)); }},
           {"contents", [&] { return statusOf(ops::readContents(*m_pack)); }},
           {"review again",
            [&] { return statusOf(ops::promptsToReviewAgain(updates, *m_pack, notebook)); }},
           {"bookmarks", [&] { return statusOf(bookmarks.read(*m_pack)); }}})
    EXPECT_GT(expectEachFailureTold(name, read), 0) << name;

  m_statements.failAt(1);
  EXPECT_THAT(words.saidOf(kSpam), FailsWith(ErrorKind::Damaged)) << "the figure";
}

TEST_F(FailingReads, LeaveAnnotationsUnplacedWhileThePackCannotBeRead) {
  int unplaced = 0;
  const Status whole = failEachStatement(
      m_statements,
      [&]() -> Status {
        ops::PlacedAnnotations placed(*m_pack, m_annotations);
        PHASEBOARD_TRY(placed.read());
        if (placed.all().front().standing == annotations::Standing::Unplaced)
          return fail(ErrorKind::NotFound, "the place");
        return {};
      },
      [&](const FailedStatement& failed) {
        // What is read of other notes does not matter to this one.
        EXPECT_TRUE(failed.number > 1 || !failed.outcome);
        EXPECT_TRUE(failed.number == 1 || failed.outcome ||
                    failed.outcome.error().kind == ErrorKind::NotFound);
        unplaced += failed.number > 1 && !failed.outcome ? 1 : 0;
      });
  EXPECT_THAT(whole, IsOk());
  EXPECT_GT(unplaced, 0);
}

/// Operations that do more than one transaction, or more than `everyOperation` does.
TEST_F(FailingReads, EndTheOperationBeforeItIsDone) {
  db::SqliteMergeStore own(*m_open.store);
  db::SqliteTelling telling(*m_open.store);
  FailingFiles files;
  const db::DiskSharedFolder folders(files);
  ops::MergeOperations merges(*m_open.store, own, m_open.clock);
  ops::SyncOperations syncs(*m_open.store, merges, telling, folders, m_open.clock);
  ops::BoardOperations boards(*m_open.store, m_boards, m_open.clock, m_open.chance);
  ops::MockOperations mocks(*m_open.store, m_boards, m_mocks, m_open.clock, m_open.chance);
  OpenDesk elsewhere = OpenDesk::inMemory();
  writeSample(elsewhere);
  const db::SqliteMergeStore theirs(*elsewhere.store);
  const std::filesystem::path shared = m_folder / "shared";
  std::filesystem::create_directory(shared);
  exchange::IncomingPrompt card;
  card.origin = "anki:card:0";
  card.ask = "What is recall?";
  card.answer = "A share.";
  card.reviews = {{Instant{1'760'000'000'000}, Rating::Good, Millis{4'000}, 600}};
  const exchange::Incoming incoming{"Anki package", {card}, {}};
  const review::Prompt first = m_pack->prompts().front();
  ops::NewBoard board;
  board.title = "Thinking";
  board.given = ops::givenFor(m_pack->diagram(kPath).value(), board::Level::PartsGiven,
                              [](const std::string&, board::PartKind) {
                                return board::Extent{9, 8};
                              });

  for (const auto& [name, work] : std::vector<std::pair<std::string, std::function<Status()>>>{
           {"previewImport",
            [&] {
              return statusOf(
                  ops::previewImport(*m_open.store, *m_pack, incoming, {kSpam, kSpamServe.phase}));
            }},
           {"answerPhase",
            [&] {
              return statusOf(m_open.desk.answerPhase(
                  review::makePrompt(review::PromptKind::AnswerPhase, TargetId{"spam-filter#serve"},
                                     kSpam, kSpamServe.phase, "ask", "answer"),
                  {"Said.", {ItemId{"spam-filter/fallback"}}}, Rating::Good, Millis{9'000}));
            }},
           {"settleAnswer",
            [&] { return statusOf(m_open.desk.settleAnswer(kSpamServe, "Both.")); }},
           {"followRenames", [&] { return statusOf(m_open.desk.followRenames(*m_pack)); }},
           {"startAfresh", [&] { return statusOf(m_open.desk.startAfresh(first.id)); }},
           {"createBoard", [&] { return statusOf(boards.createBoard(board)); }},
           {"startMock", [&] { return statusOf(mocks.startMock(aMock())); }},
           {"rebuildFromLog", [&] { return statusOf(ops::rebuildFromLog(*m_open.store, {})); }},
           {"sync", [&] { return statusOf(syncs.sync(shared.string())); }}})
    EXPECT_GT(expectEachFailureTold(name, work), 0) << name;
}

TEST(FailingRenames, AreFollowedWhollyOrNotAtAll) {
  FailingStatements statements;
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  ASSERT_THAT(open.desk.overrideText("ads/one", "statement", "Mine.", "Theirs."), IsOk());
  ASSERT_THAT(open.desk.keepDraft({QuestionId{"clicks"}, PhaseId{"model"}}, "two", std::nullopt),
              IsOk());
  std::vector<review::Prompt> prompts;
  for (const char* name : {"one", "two", "three"}) {
    review::Prompt prompt = aPrompt(name);
    prompt.target = TargetId{"clicks/" + std::string(name)};
    prompt.id = review::promptId(review::PromptKind::Authored, prompt.target);
    prompt.question = QuestionId{"clicks"};
    prompts.push_back(prompt);
  }
  PromptPack pack(prompts);
  for (const char* below :
       {"", "#model", "/one", "/two", "/three", "/calibration", "/serving-path"})
    pack.rename(std::string("ads") + below, std::string("clicks") + below);
  const std::string before = dumpOf(*open.store);

  int failures = 0;
  const Status whole = failEachStatement(
      statements, [&] { return statusOf(open.desk.followRenames(pack)); },
      [&](const FailedStatement& failed) {
        ++failures;
        EXPECT_FALSE(failed.outcome.has_value()) << failed.sql;
        EXPECT_TRUE(failed.number % 4 != 0 || dumpOf(*open.store) == before) << failed.sql;
      });

  EXPECT_THAT(whole, IsOk());
  EXPECT_GT(failures, 30);
  EXPECT_TRUE(open.store->promptRow(prompts.front().id).value().has_value());
  EXPECT_FALSE(open.store->promptRow(aPrompt("one").id).value().has_value());
}

TEST(FailingUndo, LeavesAnImportWhollyThereOrWhollyGone) {
  FailingStatements statements;
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  ASSERT_THAT(open.desk.flagPrompt(aPrompt("two").id, true), IsOk());
  for (const NamedOperation& operation : everyOperation())
    if (operation.name == "importPrompts") {
      ASSERT_THAT(operation.run(open), IsOk());
    }
  const std::string whole = dumpWithoutStamps(*open.store);

  int failures = 0;
  const auto count = [&](const FailedStatement& failed) {
    ++failures;
    EXPECT_FALSE(failed.outcome.has_value()) << failed.sql;
  };
  EXPECT_THAT(failEachStatement(
                  statements, [&] { return statusOf(open.desk.undo()); }, count),
              IsOk());
  EXPECT_TRUE(dumpWithoutStamps(*open.store) != whole);
  EXPECT_THAT(failEachStatement(
                  statements, [&] { return statusOf(open.desk.redo()); }, count),
              IsOk());

  EXPECT_GT(failures, 15);
  EXPECT_EQ(open.store->ownPrompts().value().size(), 2U);
}

}  // namespace
}  // namespace phaseboard::test
