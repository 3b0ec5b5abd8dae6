// SPDX-License-Identifier: Apache-2.0
#include "tests/support/notebook_sample.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/board/drawing.h"
#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/image_operations.h"
#include "app/ops/import_operations.h"
#include "app/ops/merge_operations.h"
#include "app/ops/mock_operations.h"
#include "app/ops/update_operations.h"
#include "db/connection.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_seen_content_store.h"
#include "tests/app/mock/mock_builder.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

/// The operations of the other subjects over the notebook of a desk.
struct Subjects {
  explicit Subjects(OpenDesk& desk) : open(desk) {}

  [[nodiscard]] annotations::AnnotationId annotation() const {
    const auto all = annotationStore.annotations();
    return !all || all->empty() ? annotations::AnnotationId{} : all->front().id;
  }
  [[nodiscard]] board::BoardInfo rebuild() const {
    const auto all = boardStore.boards().value_or(std::vector<board::BoardInfo>{});
    for (const board::BoardInfo& info : all)
      if (info.purpose == board::Purpose::Rebuild)
        return info;
    return {};
  }
  [[nodiscard]] mock::MockInfo mockInterview(bool isFinished) const {
    const auto all = mockStore.mocks().value_or(std::vector<mock::MockInfo>{});
    for (const mock::MockInfo& info : all)
      if (info.finishedAt.has_value() == isFinished)
        return info;
    return {};
  }
  Result<ops::OpOutcome> note(const mock::MockInfo& info, mock::EventKind kind) {
    if (info.id.value().empty())
      return fail(ErrorKind::NotFound, "mock");
    PHASEBOARD_TRY_ASSIGN(const auto events, mockStore.events(info.id));
    const auto record = mock::Record::replay(info.plan, events);
    const auto event = record->next(kind, {}, {}, open.clock.now());
    if (!event)
      return passOn(event);
    return mocks.noteMock(info.id, *event);
  }
  Result<ops::OpOutcome> draw(const board::BoardId& id, const std::string& name) {
    if (id.value().empty())
      return fail(ErrorKind::NotFound, "board");
    PHASEBOARD_TRY_ASSIGN(const auto entries, boardStore.entries(id));
    auto history = board::History::replay(entries);
    const auto sizes = [](const std::string&, board::PartKind) { return board::Extent{9, 8}; };
    const auto entry = history->draw(
        board::placePart(history->document(), name, board::PartKind::Store, {10, 20}, sizes),
        open.clock.now());
    if (!entry || !*entry)
      return fail(ErrorKind::InvalidInput, "stroke");
    return boards.drawOnBoard(id, **entry);
  }

  OpenDesk& open;
  db::SqliteAnnotationStore annotationStore{*open.store};
  db::SqliteBoardStore boardStore{*open.store};
  db::SqliteMockStore mockStore{*open.store};
  ops::AnnotationOperations annotations{*open.store, annotationStore, open.clock, open.chance};
  ops::BoardOperations boards{*open.store, boardStore, open.clock, open.chance};
  ops::MockOperations mocks{*open.store, boardStore, mockStore, open.clock, open.chance};
};

review::Prompt anOwnPrompt() {
  review::Prompt prompt = aPrompt("own");
  prompt.ask = "What does calibration cost?";
  prompt.answer = "A holdout.";
  return prompt;
}

/// The first one of the notebook; one that it does not have when it has none.
review::Prompt theOwnPrompt(OpenDesk& open) {
  const auto all = open.store->ownPrompts();
  return !all || all->empty() ? anOwnPrompt() : all->front();
}

annotations::Anchor anAnchorAt(const char* target) {
  return {TargetId{target}, "online and offline", {}, {}, "Feature store", 0x9001ULL};
}

void writeSampleOfSubjects(OpenDesk& open) {
  Subjects subjects(open);
  ASSERT_THAT(open.desk.createPrompt(anOwnPrompt()), IsOk());
  ASSERT_THAT(subjects.annotations.annotate(anAnchorAt("ads/path/store"),
                                            {annotations::Colour::Blue, "Why?", {"a"}, false}),
              IsOk());
  ops::NewBoard rebuild;
  rebuild.purpose = board::Purpose::Rebuild;
  rebuild.title = "Serving";
  rebuild.diagram = DiagramId{"ads/serving"};
  rebuild.level = board::Level::NothingGiven;
  const auto board = subjects.boards.createBoard(rebuild);
  ASSERT_THAT(board, IsOk());
  ASSERT_THAT(subjects.draw(board->board, "Feature store"), IsOk());
  for (const bool isFinished : {true, false}) {
    ops::NewMock wish;
    wish.question = QuestionId{"ads"};
    wish.title = "Ad click prediction";
    wish.plan = aPlan();
    const auto begun = subjects.mocks.startMock(wish);
    ASSERT_THAT(begun, IsOk());
    open.clock.advanceMinutes(1);
    if (isFinished) {
      ASSERT_THAT(subjects.note(begun->mock, mock::EventKind::Finished), IsOk());
    }
  }
}

std::vector<NamedOperation> operationsOnPrompts() {
  return {{"startAfresh",
           [](OpenDesk& open) { return statusOf(open.desk.startAfresh(aPrompt("one").id)); }},
          {"createPrompt",
           [](OpenDesk& open) { return statusOf(open.desk.createPrompt(anOwnPrompt())); }},
          {"editPrompt",
           [](OpenDesk& open) {
             review::Prompt prompt = theOwnPrompt(open);
             prompt.answer = "A holdout, and time.";
             return statusOf(open.desk.editPrompt(prompt));
           }},
          {"deletePrompt",
           [](OpenDesk& open) { return statusOf(open.desk.deletePrompt(theOwnPrompt(open).id)); }}};
}

std::vector<NamedOperation> operationsOnAnnotations() {
  return {{"annotate",
           [](OpenDesk& open) {
             return statusOf(Subjects(open).annotations.annotate(anAnchorAt("ads/path/ranker"),
                                                                 {{}, "!", {}, true}));
           }},
          {"editAnnotation",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.annotations.editAnnotation(
                 subjects.annotation(), {annotations::Colour::Pink, "Because.", {"b"}, true}));
           }},
          {"removeAnnotation",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.annotations.removeAnnotation(subjects.annotation()));
           }},
          {"reattachAnnotation", [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.annotations.reattachAnnotation(
                 subjects.annotation(), anAnchorAt("ads/path/ranker")));
           }}};
}

std::vector<NamedOperation> operationsOnBoards() {
  return {{"drawOnBoard",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.draw(subjects.rebuild().id, "Ranker"));
           },
           false},
          {"renameBoard",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.boards.renameBoard(subjects.rebuild().id, "Second try"));
           }},
          {"finishRebuild",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.boards.finishRebuild(
                 subjects.rebuild().id, 0.5, {{aPrompt("one"), Rating::Hard}}, Millis{60'000}));
           }},
          {"removeBoard", [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.boards.removeBoard(subjects.rebuild().id));
           }}};
}

std::vector<NamedOperation> operationsOnMocks() {
  return {{"noteMock",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.note(subjects.mockInterview(false), mock::EventKind::Paused));
           },
           false},
          {"keepMockText",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.mocks.keepMockText(subjects.mockInterview(false).id,
                                                         mock::textOf(PhaseId{"data"}), "Clicks."));
           },
           false},
          {"tickMock",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.mocks.tickMock(subjects.mockInterview(true).id,
                                                     {"ads/calibration"}, true));
           }},
          {"debriefMock",
           [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.mocks.debriefMock(subjects.mockInterview(true).id,
                                                        {{}, 12, 30, 0.5, content::Level::Senior},
                                                        {{aPrompt("two"), Rating::Again}}));
           }},
          {"removeMock", [](OpenDesk& open) {
             Subjects subjects(open);
             return statusOf(subjects.mocks.removeMock(subjects.mockInterview(true).id));
           }}};
}

Status workElsewhere(OpenDesk& other) {
  other.chance = SeededChance{78};
  other.clock.set("2026-03-02T07:30:00Z");
  for (const char* name : {"one", "five"})
    PHASEBOARD_TRY(other.desk.answerPrompt(aPrompt(name), Rating::Hard, Millis{2'000}));
  PHASEBOARD_TRY(other.desk.writeAnswer(kAdsModel, "written elsewhere"));
  PHASEBOARD_TRY(other.desk.suspendPrompt(aPrompt("three").id, true));
  PHASEBOARD_TRY(other.desk.markFavourite("ads/retraining", true));
  Subjects subjects(other);
  return statusOf(
      subjects.annotations.annotate(anAnchorAt("ads/path/cache"), {{}, "Cold?", {}, false}));
}

/// What another device wrote meanwhile: always the same, and made once, since it is only read.
Result<const OpenDesk*> notebookElsewhere() {
  static std::unique_ptr<OpenDesk> known;
  if (!known) {
    SeededChance device{77};
    PHASEBOARD_TRY_ASSIGN(auto store, db::SqliteNotebookStore::openInMemory(device));
    auto made = std::make_unique<OpenDesk>(std::move(store));
    PHASEBOARD_TRY(workElsewhere(*made));
    known = std::move(made);
  }
  return known.get();
}

std::vector<NamedOperation> otherOperations() {
  return {
      {"addImage",
       [](OpenDesk& open) {
         db::SqliteImageStore store(*open.store);
         ops::ImageOperations images(*open.store, store, open.clock, open.chance);
         std::string bytes("\x89PNG\r\n\x1a\n", 8);
         bytes.resize(9'000, '\0');
         return statusOf(images.addImage(kAdsModel, {{}, bytes, 40, 30}));
       },
       false},
      {"markPlace",
       [](OpenDesk& open) {
         db::SqliteBookmarkStore store(*open.store);
         ops::BookmarkOperations bookmarks(*open.store, store, open.clock);
         return statusOf(bookmarks.markPlace({bookmarks::SpotKind::Phase, "ads#data"},
                                             "Prepare data", true, PromptPack{{}}));
       }},
      {"rememberPacks",
       [](OpenDesk& open) {
         db::SqliteSeenContentStore store(*open.store);
         ops::UpdateOperations updates(*open.store, store, open.clock);
         return statusOf(updates.rememberPacks(
             "v1", {{QuestionId{"ads"}, {{content::ContentKind::Part, "ads/path/ranker", 7}}}}));
       },
       false},
      {"importPrompts",
       [](OpenDesk& open) {
         exchange::IncomingPrompt card;
         card.origin = "anki:card:0";
         card.ask = "What is recall?";
         card.answer = "The share of what is relevant that is found.";
         card.reviews = {{Instant{1'760'000'000'000}, Rating::Good, Millis{4'000}, 600}};
         ops::ImportOperations imports(*open.store, open.clock, open.chance);
         return statusOf(imports.importPrompts(PromptPack{{}}, {"Anki package", {card}, {}},
                                               {QuestionId{"ads"}, PhaseId{"model"}}));
       }},
      {"merge", [](OpenDesk& open) -> Status {
         PHASEBOARD_TRY_ASSIGN(const OpenDesk* elsewhere, notebookElsewhere());
         db::SqliteMergeStore own(*open.store);
         const db::SqliteMergeStore theirs(*elsewhere->store);
         return statusOf(
             ops::MergeOperations(*open.store, own, open.clock).merge(theirs, "other.db"));
       }}};
}

std::vector<NamedOperation> operationsOfDesk() {
  return {
      {"answerPrompt",
       [](OpenDesk& open) {
         return statusOf(open.desk.answerPrompt(aPrompt("one"), Rating::Again, Millis{900}));
       }},
      {"answerPrompt, new",
       [](OpenDesk& open) {
         return statusOf(open.desk.answerPrompt(aPrompt("four"), Rating::Easy, Millis{900}));
       }},
      {"suspendPrompt",
       [](OpenDesk& open) { return statusOf(open.desk.suspendPrompt(aPrompt("two").id, true)); }},
      {"buryPrompt",
       [](OpenDesk& open) { return statusOf(open.desk.buryPrompt(aPrompt("two").id)); }},
      {"correctGrade",
       [](OpenDesk& open) -> Status {
         const auto events = open.store->events(aPrompt("one").id);
         if (!events || events->empty())
           return fail(ErrorKind::NotFound, "events");
         return statusOf(open.desk.correctGrade(aPrompt("one"), events->front().id, Rating::Again));
       }},
      {"flagPrompt",
       [](OpenDesk& open) { return statusOf(open.desk.flagPrompt(aPrompt("two").id, true)); }},
      {"catchUp",
       [](OpenDesk& open) {
         return statusOf(open.desk.catchUp(
             {{aPrompt("one").id, StudyDay{30'000}}, {aPrompt("two").id, StudyDay{30'001}}}));
       }},
      {"useParameters",
       [](OpenDesk& open) {
         return statusOf(open.desk.useParameters(std::vector<double>(memory::kWeightCount, 0.4)));
       }},
      {"writeAnswer",
       [](OpenDesk& open) {
         return statusOf(open.desk.writeAnswer(kAdsModel, std::string(9'000, 'x')));
       }},
      {"restoreAnswer",
       [](OpenDesk& open) -> Status {
         const auto versions = open.store->versions(kAdsModel);
         if (!versions || versions->empty())
           return fail(ErrorKind::NotFound, "versions");
         return statusOf(open.desk.restoreAnswer(kAdsModel, versions->back().id));
       }},
      {"keepDraft",
       [](OpenDesk& open) {
         return statusOf(open.desk.keepDraft(kAdsModel, "new words", std::nullopt));
       }},
      {"discardDraft", [](OpenDesk& open) { return statusOf(open.desk.discardDraft(kAdsModel)); }},
      {"tickKeyPoint",
       [](OpenDesk& open) {
         return statusOf(open.desk.tickKeyPoint(kAdsModel, ItemId{"ads/calibration"}, false));
       }},
      {"overrideText",
       [](OpenDesk& open) {
         return statusOf(open.desk.overrideText(aPrompt("one").id.value(), "ask", "Why?", "How?"));
       }},
      {"markFavourite",
       [](OpenDesk& open) { return statusOf(open.desk.markFavourite("ads/serving-path", false)); }},
      {"changeSettings",
       [](OpenDesk& open) {
         ports::Settings settings;
         settings.parameters.assign(memory::kWeightCount, 0.5);
         return statusOf(open.desk.changeSettings(settings));
       }},
      {"undo", [](OpenDesk& open) { return statusOf(open.desk.undo()); }},
      {"redo", [](OpenDesk& open) { return statusOf(open.desk.redo()); }}};
}

}  // namespace

void writeSample(OpenDesk& open) {
  for (const char* name : {"one", "two", "three"}) {
    ASSERT_THAT(open.desk.answerPrompt(aPrompt(name), Rating::Good, Millis{4'000}), IsOk());
    open.clock.advanceMinutes(11);
  }
  ASSERT_THAT(open.desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{3'000}), IsOk());
  ASSERT_THAT(open.desk.writeAnswer(kAdsModel, "two towers"), IsOk());
  open.clock.advanceMinutes(1);
  ASSERT_THAT(open.desk.writeAnswer(kAdsModel, "two towers and a ranker"), IsOk());
  ASSERT_THAT(open.desk.keepDraft(kAdsModel, "two towers and a rank", std::nullopt), IsOk());
  ASSERT_THAT(open.desk.tickKeyPoint(kAdsModel, ItemId{"ads/calibration"}, true), IsOk());
  writeSampleOfSubjects(open);
  ASSERT_THAT(open.desk.markFavourite("ads/serving-path", true), IsOk());
  ASSERT_THAT(open.desk.markFavourite("ads/training-loop", true), IsOk());
  ASSERT_THAT(open.desk.undo(), IsOk());
  open.clock.advanceDays(1);
}

std::vector<NamedOperation> everyOperation() {
  std::vector<NamedOperation> operations = operationsOfDesk();
  for (auto* more : {&operationsOnPrompts, &operationsOnAnnotations, &operationsOnBoards,
                     &operationsOnMocks, &otherOperations}) {
    std::vector<NamedOperation> found = more();
    std::move(found.begin(), found.end(), std::back_inserter(operations));
  }
  return operations;
}

std::string dumpOf(db::SqliteNotebookStore& store, const std::set<std::string>& without) {
  return dumpOf(store.connection().database(), without);
}

std::string dumpOf(SQLite::Database& database, const std::set<std::string>& without) {
  std::vector<std::string> tables;
  {
    // How a full-text index is stored depends on the order of changes; what it holds does not.
    SQLite::Statement names(
        database,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT GLOB 'own_text_*' ORDER BY name");
    while (names.executeStep())
      if (!without.contains(names.getColumn(0).getString()))
        tables.push_back(names.getColumn(0).getString());
  }
  std::string dump;
  for (const std::string& table : tables) {
    SQLite::Statement rows(database, "SELECT * FROM " + table);
    std::vector<std::string> lines;
    while (rows.executeStep()) {
      std::string line;
      for (int column = 0; column < rows.getColumnCount(); ++column)
        line += rows.getColumn(column).getString() + "|";
      lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    dump += "\n" + table + "\n";
    for (const std::string& line : lines)
      dump += line + "\n";
  }
  return dump;
}

const std::set<std::string>& stampTables() {
  static const std::set<std::string> tables{"device",      "merge_aside", "merge_clock",
                                            "merge_event", "merge_stamp", "merge_stamp_before",
                                            "merge_untold"};
  return tables;
}

std::string dumpWithoutStamps(db::SqliteNotebookStore& store) {
  return dumpOf(store, stampTables());
}

}  // namespace phaseboard::test
