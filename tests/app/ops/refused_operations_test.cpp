// SPDX-License-Identifier: Apache-2.0
// What every operation says of a notebook that cannot be written, and of input that makes no sense:
// nothing is done, and who asked is told which of it was wrong.
#include <gmock/gmock.h>

#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/image_operations.h"
#include "app/ops/import_operations.h"
#include "app/ops/merge_operations.h"
#include "app/ops/mock_operations.h"
#include "app/ops/part_recall.h"
#include "app/ops/progress_report.h"
#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "app/ops/update_operations.h"
#include "db/connection.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_seen_content_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/app/mock/mock_builder.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

/// Every operation, and those that begin something, on `open`.
std::vector<NamedOperation> everyOperationAndBeginning() {
  std::vector<NamedOperation> all = everyOperation();
  all.push_back(
      {"createBoard", [](OpenDesk& open) {
         db::SqliteBoardStore store(*open.store);
         ops::NewBoard board;
         board.title = "Thinking";
         return statusOf(
             ops::BoardOperations(*open.store, store, open.clock, open.chance).createBoard(board));
       }});
  all.push_back({"startMock", [](OpenDesk& open) {
                   db::SqliteBoardStore boards(*open.store);
                   db::SqliteMockStore store(*open.store);
                   ops::NewMock wish;
                   wish.question = QuestionId{"ads"};
                   wish.title = "Ad click prediction";
                   wish.plan = aPlan();
                   return statusOf(
                       ops::MockOperations(*open.store, boards, store, open.clock, open.chance)
                           .startMock(wish));
                 }});
  all.push_back({"answerPhase", [](OpenDesk& open) {
                   return statusOf(open.desk.answerPhase(
                       review::makePrompt(review::PromptKind::AnswerPhase, TargetId{"ads#model"},
                                          kAdsModel.question, kAdsModel.phase, "ask", "answer"),
                       {"Said.", {}}, Rating::Good, Millis{900}));
                 }});
  all.push_back({"settleAnswer", [](OpenDesk& open) {
                   return statusOf(open.desk.settleAnswer(kAdsModel, "Both."));
                 }});
  all.push_back({"followRenames", [](OpenDesk& open) {
                   PromptPack pack{{}};
                   pack.rename("ads", "clicks");
                   return statusOf(open.desk.followRenames(pack));
                 }});
  all.push_back({"rebuildFromLog",
                 [](OpenDesk& open) { return statusOf(ops::rebuildFromLog(*open.store, {})); }});
  return all;
}

TEST(RefusedOperations, LeaveANotebookAloneThatIsOpenForReading) {
  const TemporaryFolder folder{fastestPlace()};
  {
    SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
    ASSERT_THAT(store, IsOk());
    OpenDesk open{std::move(*store)};
    writeSample(open);
  }
  auto store = db::SqliteNotebookStore::openReadOnly({folder / "notebook.db"});
  ASSERT_THAT(store, IsOk());
  OpenDesk open{std::move(*store)};
  const std::string before = dumpOf(*open.store);

  for (const NamedOperation& operation : everyOperationAndBeginning())
    EXPECT_THAT(operation.run(open), FailsWith(ErrorKind::ReadOnly)) << operation.name;

  EXPECT_THAT(open.store->settle(), IsOk()) << "there is nothing to settle";
  EXPECT_THAT(open.store->lend(), FailsWith(ErrorKind::ReadOnly));
  EXPECT_TRUE(dumpOf(*open.store) == before);
}

TEST(RefusedOperations, DoNotWriteInsideOfAnother) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  const std::string before = dumpOf(*open.store);
  {
    const auto unit = open.store->begin();
    ASSERT_THAT(unit, IsOk());
    for (const NamedOperation& operation : everyOperationAndBeginning())
      EXPECT_THAT(operation.run(open), FailsWith(ErrorKind::Internal)) << operation.name;
    EXPECT_THAT(open.store->settle(), IsOk()) << "it waits";
  }
  EXPECT_TRUE(dumpOf(*open.store) == before);
}

TEST(RefusedOperations, WritersWorkInAUnitOnly) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  db::SqliteAnnotationStore annotations(*open.store);
  db::SqliteBoardStore boards(*open.store);
  db::SqliteBookmarkStore bookmarks(*open.store);
  db::SqliteImageStore images(*open.store);
  db::SqliteMockStore mocks(*open.store);
  db::SqliteSeenContentStore seen(*open.store);
  db::SqliteMergeStore merges(*open.store);
  const std::string before = dumpOf(*open.store);

  int number = 0;
  for (const Status& written :
       {annotations.removeAnnotation(annotations::AnnotationId{"a"}),
        boards.writeTitle(board::BoardId{"b"}, "t"), bookmarks.removeBookmark({}),
        images.insertImage({}, kAdsModel, Instant{0}),
        mocks.writeTick(mock::MockId{"m"}, "p", true), seen.writeSeenStamp("s"),
        seen.writeSeen(QuestionId{"ads"}, {}), merges.beginArrival(ports::Arrival::OtherNotebook),
        merges.addTallies({}), open.store->writeFavourite("ads", true),
        open.store->writeFlag(aPrompt("one").id, true)})
    EXPECT_THAT(written, FailsWith(ErrorKind::Internal)) << number++;

  EXPECT_TRUE(dumpOf(*open.store) == before);
}

TEST(RefusedOperations, DoNotGoOnInAUnitThatSqliteHasTakenBack) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  const std::string before = dumpOf(*open.store);
  {
    const auto unit = open.store->begin();
    ASSERT_THAT(unit, IsOk());
    ASSERT_THAT(open.store->writeFavourite("ads/one", true), IsOk());
    open.store->connection().execute("ROLLBACK");  // as after a full disk

    EXPECT_THAT(open.store->writeFavourite("ads/two", true), FailsWith(ErrorKind::Internal));
    EXPECT_THAT((*unit)->commitStep({"markFavourite", "ads/one", open.clock.now(), {}, false, {}}),
                FailsWith(ErrorKind::Internal));
    EXPECT_THAT((*unit)->commit(open.clock.now()), FailsWith(ErrorKind::Internal));
  }
  EXPECT_TRUE(dumpOf(*open.store) == before);
  EXPECT_THAT(open.desk.markFavourite("ads/one", true), IsOk());
}

TEST(RefusedOperations, OnWhatIsNotThere) {
  OpenDesk open = OpenDesk::inMemory();
  db::SqliteAnnotationStore annotationStore(*open.store);
  db::SqliteBoardStore boardStore(*open.store);
  db::SqliteMockStore mockStore(*open.store);
  ops::AnnotationOperations annotations(*open.store, annotationStore, open.clock, open.chance);
  ops::BoardOperations boards(*open.store, boardStore, open.clock, open.chance);
  ops::MockOperations mocks(*open.store, boardStore, mockStore, open.clock, open.chance);
  const board::BoardId noBoard{"no board"};
  const mock::MockId noMock{"no mock"};

  for (const Status& done :
       {statusOf(annotations.removeAnnotation(annotations::AnnotationId{"none"})),
        statusOf(boards.renameBoard(noBoard, "New")), statusOf(boards.removeBoard(noBoard)),
        statusOf(boards.finishRebuild(noBoard, 0.5, {}, Millis{0})),
        statusOf(mocks.removeMock(noMock)), statusOf(mocks.tickMock(noMock, {"p"}, true)),
        statusOf(open.desk.restoreAnswer(kAdsModel, answers::VersionId{7})),
        statusOf(open.desk.deletePrompt(PromptId{"own:none"}))})
    EXPECT_THAT(done, FailsWith(ErrorKind::NotFound));
  const auto unit = open.store->begin();
  ASSERT_THAT(unit, IsOk());
  EXPECT_THAT(boardStore.appendEntry(noBoard, {}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(mockStore.appendEvent(noMock, {}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(mockStore.writeTick(noMock, "p", true), FailsWith(ErrorKind::NotFound));
}

/// Operations on a notebook in memory, given what makes no sense.
class SenselessInput : public testing::Test {
 protected:
  SenselessInput() {
    writeSample(m_open);
    m_before = dumpOf(*m_open.store);
  }
  void TearDown() override { EXPECT_TRUE(dumpOf(*m_open.store) == m_before); }

  [[nodiscard]] board::BoardId rebuild() const {
    const std::vector<board::BoardInfo> all = m_boardStore.boards().value();
    for (const board::BoardInfo& info : all)
      if (info.purpose == board::Purpose::Rebuild)
        return info.id;
    return {};
  }

  OpenDesk m_open = OpenDesk::inMemory();
  std::string m_before;
  db::SqliteAnnotationStore m_annotationStore{*m_open.store};
  db::SqliteBoardStore m_boardStore{*m_open.store};
  db::SqliteMockStore m_mockStore{*m_open.store};
  ops::BoardOperations m_boards{*m_open.store, m_boardStore, m_open.clock, m_open.chance};
  ops::MockOperations m_mocks{*m_open.store, m_boardStore, m_mockStore, m_open.clock,
                              m_open.chance};
};

TEST_F(SenselessInput, IsRefusedForAnswers) {
  for (const answers::AnswerKey& key :
       {answers::AnswerKey{{}, PhaseId{"model"}}, answers::AnswerKey{QuestionId{"ads"}, {}},
        answers::AnswerKey{QuestionId{"ads#x"}, PhaseId{"model"}}})
    for (const Status& done :
         {statusOf(m_open.desk.writeAnswer(key, "x")), statusOf(m_open.desk.discardDraft(key)),
          statusOf(m_open.desk.settleAnswer(key, "x")),
          statusOf(m_open.desk.keepDraft(key, "x", std::nullopt)),
          statusOf(m_open.desk.restoreAnswer(key, answers::VersionId{1})),
          statusOf(m_open.desk.tickKeyPoint(key, ItemId{"ads/calibration"}, true))})
      EXPECT_THAT(done, FailsWith(ErrorKind::InvalidInput));
  const auto versions = m_open.store->versions(kAdsModel);
  EXPECT_THAT(
      m_open.desk.restoreAnswer({QuestionId{"feed"}, PhaseId{"model"}}, versions->front().id),
      FailsWith(ErrorKind::NotFound))
      << "a version of another answer";
}

TEST_F(SenselessInput, IsRefusedForPromptsAndTexts) {
  const PromptId none;
  review::Prompt nameless = aPrompt("one");
  nameless.id = none;
  for (const Status& done :
       {statusOf(m_open.desk.answerPrompt(nameless, Rating::Good, Millis{0})),
        statusOf(m_open.desk.previewAnswers(none)), statusOf(m_open.desk.suspendPrompt(none, true)),
        statusOf(m_open.desk.buryPrompt(none)), statusOf(m_open.desk.flagPrompt(none, true)),
        statusOf(m_open.desk.correctGrade(nameless, {}, Rating::Good)),
        statusOf(m_open.desk.editPrompt(review::Prompt{})),
        statusOf(m_open.desk.createPrompt(review::Prompt{})),
        statusOf(m_open.desk.overrideText("", "ask", "x", "y")),
        statusOf(m_open.desk.overrideText("ads/one", "", "x", "y")),
        statusOf(m_open.desk.markFavourite("", true)),
        statusOf(m_open.desk.useParameters({1, 2, 3}))})
    EXPECT_THAT(done, FailsWith(ErrorKind::InvalidInput));
}

TEST_F(SenselessInput, IsRefusedForBoards) {
  ops::NewBoard halfRebuild;
  halfRebuild.purpose = board::Purpose::Rebuild;
  halfRebuild.title = "Serving";
  halfRebuild.diagram = DiagramId{"ads/serving"};
  ops::NewBoard untitled;
  const std::string longTitle(board::kLongestName + 1, 'x');
  const std::vector<ops::ConfirmedGrade> twice{{aPrompt("one"), Rating::Good},
                                               {aPrompt("one"), Rating::Good}};
  for (const Status& done :
       {statusOf(m_boards.createBoard(halfRebuild)), statusOf(m_boards.createBoard(untitled)),
        statusOf(m_boards.renameBoard(rebuild(), "")),
        statusOf(m_boards.renameBoard(rebuild(), longTitle)),
        statusOf(m_boards.finishRebuild(rebuild(), -0.1, {}, Millis{0})),
        statusOf(m_boards.finishRebuild(rebuild(), 1.1, {}, Millis{0})),
        statusOf(m_boards.finishRebuild(rebuild(), 0.5, twice, Millis{0}))})
    EXPECT_THAT(done, FailsWith(ErrorKind::InvalidInput));
}

TEST_F(SenselessInput, IsRefusedForMocks) {
  ops::NewMock whole;
  whole.question = QuestionId{"ads"};
  whole.title = "Ads";
  whole.plan = aPlan();
  ops::NewMock without[]{whole, whole, whole};
  without[0].question = {};
  without[1].title = {};
  without[2].plan.stages.clear();
  for (const ops::NewMock& wish : without)
    EXPECT_THAT(m_mocks.startMock(wish), FailsWith(ErrorKind::InvalidInput));
  mock::MockId finished;
  const std::vector<mock::MockInfo> all = m_mockStore.mocks().value();
  for (const mock::MockInfo& info : all)
    if (info.finishedAt)
      finished = info.id;
  using mock::Outcome;
  for (const Outcome& outcome : {Outcome{{}, -1, 3, {}, {}}, Outcome{{}, 4, 3, {}, {}},
                                 Outcome{{}, 1, 3, -0.1, {}}, Outcome{{}, 1, 3, 1.1, {}}})
    EXPECT_THAT(m_mocks.debriefMock(finished, outcome, {}), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(
      m_mocks.debriefMock(finished, {{}, 1, 3, {}, {}},
                          {{aPrompt("one"), Rating::Again}, {aPrompt("one"), Rating::Again}}),
      FailsWith(ErrorKind::InvalidInput));
}

TEST_F(SenselessInput, IsRefusedForAnnotationsAndPictures) {
  ops::AnnotationOperations annotations(*m_open.store, m_annotationStore, m_open.clock,
                                        m_open.chance);
  const auto id = m_annotationStore.annotations().value().front().id;
  annotations::Content tooMany;
  for (std::size_t i = 0; i <= annotations::kMostTags; ++i)
    tooMany.tags.push_back("t" + std::to_string(i));
  tooMany.note = "x";
  for (const Status& done : {statusOf(annotations.annotate({}, {{}, "x", {}, false})),
                             statusOf(annotations.reattachAnnotation(id, {})),
                             statusOf(annotations.editAnnotation(id, tooMany))})
    EXPECT_THAT(done, FailsWith(ErrorKind::InvalidInput));
  db::SqliteImageStore store(*m_open.store);
  ops::ImageOperations images(*m_open.store, store, m_open.clock, m_open.chance);
  answers::Image jpeg{{}, std::string("\xff\xd8\xff") + "rest", 4, 4};
  EXPECT_THAT(images.addImage({{}, PhaseId{"model"}}, jpeg), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(images.addImage({QuestionId{"ads"}, {}}, jpeg), FailsWith(ErrorKind::InvalidInput));
  jpeg.bytes = "GIF89a";
  EXPECT_THAT(images.addImage(kAdsModel, jpeg), FailsWith(ErrorKind::InvalidInput));
}

TEST_F(SenselessInput, IsRefusedForEverySetting) {
  using Spoil = void (*)(ports::Settings&);
  for (const Spoil spoil :
       std::initializer_list<Spoil>{[](ports::Settings& s) { s.textPercent = 79; },
                                    [](ports::Settings& s) { s.finalDays = 2; },
                                    [](ports::Settings& s) { s.dailyMinutes = 4; },
                                    [](ports::Settings& s) { s.newPerDay = -1; },
                                    [](ports::Settings& s) { s.retention = 0.5; },
                                    [](ports::Settings& s) { s.week[2] = 201; },
                                    [](ports::Settings& s) { s.sittingMinutes = 4; },
                                    [](ports::Settings& s) { s.leechLapses = 1; },
                                    [](ports::Settings& s) { s.reminderHour = 24; },
                                    [](ports::Settings& s) { s.dayStart = DayStart{24}; },
                                    [](ports::Settings& s) {
                                      s.parameters = {1, 2, 3};
                                    },
                                    [](ports::Settings& s) {
                                      s.stageMinutes = {{StageId{"data"}, -1}};
                                    },
                                    [](ports::Settings& s) { s.wordsPerMinute = 9; }}) {
    ports::Settings settings;
    spoil(settings);
    EXPECT_THAT(m_open.desk.changeSettings(settings), FailsWith(ErrorKind::InvalidInput));
  }
}

TEST(DamagedParameters, AreToldByEverythingThatPredicts) {
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  open.store->connection().execute(
      "INSERT OR REPLACE INTO setting (name, value) VALUES ('parameters', '1,2,3')");
  const PromptPack pack{{aPrompt("one"), aPrompt("two")}};
  const StudyDay today = studyDay(open.clock.now(), UtcOffset{0}, kDefaultDayStart);
  const auto table = ops::PromptTable::read(pack, *open.store);
  ASSERT_THAT(table, IsOk());
  int refused = 0;
  for (const Status& read :
       {statusOf(ops::readStudyPlan(*table, open.clock.now(), UtcOffset{0})),
        statusOf(ops::readProgress(*table, today, 9)),
        statusOf(ops::readReadinessIfRepeated(*table, today)),
        statusOf(ops::readPartRecall(pack, *open.store, DiagramId{"ads/serving"}, today)),
        statusOf(ops::readConceptRecall(*table, ConceptId{"c"}, today)),
        statusOf(open.desk.previewAnswers(aPrompt("one").id)),
        statusOf(open.desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{0})),
        statusOf(open.desk.correctGrade(aPrompt("one"),
                                        open.store->events(aPrompt("one").id).value().front().id,
                                        Rating::Hard)),
        statusOf(open.desk.startAfresh(aPrompt("one").id))})
    refused += read ? 0 : 1;
  EXPECT_GE(refused, 8);
}

TEST_F(SenselessInput, IsRefusedForImports) {
  exchange::IncomingPrompt card;
  card.origin = "anki:card:0";
  card.ask = "What is recall?";
  card.answer = "A share.";
  const exchange::Incoming incoming{"Anki package", {card}, {}};
  exchange::Incoming controls = incoming;
  controls.prompts.front().ask = "What\x01?";
  const PromptPack pack{{}};
  const ops::ImportPlace place{QuestionId{"ads"}, PhaseId{"model"}};
  ops::ImportOperations imports(*m_open.store, m_open.clock, m_open.chance);

  for (const Status& done : {statusOf(imports.importPrompts(pack, incoming, {{}, place.phase})),
                             statusOf(imports.importPrompts(pack, incoming, {place.question, {}})),
                             statusOf(imports.importPrompts(pack, controls, place))})
    EXPECT_THAT(done, FailsWith(ErrorKind::InvalidInput));
  const auto stopped = imports.importPrompts(pack, incoming, place,
                                             [](std::int64_t, std::int64_t) { return false; });
  ASSERT_FALSE(stopped.has_value());
  EXPECT_TRUE(exchange::isStopped(stopped.error()));
}

TEST_F(SenselessInput, ThatChangesNothingIsNoStep) {
  const auto steps = m_open.store->undoNames();
  const board::BoardId board = rebuild();
  EXPECT_THAT(m_boards.renameBoard(board, m_boardStore.board(board).value()->title), IsOk());
  EXPECT_THAT(m_open.desk.markFavourite("ads/serving-path", true), IsOk());
  EXPECT_EQ(m_open.store->undoNames()->undo, steps->undo);
}

TEST(Merging, LeavesWhatBelongsToTheMachine) {
  OpenDesk here = OpenDesk::inMemory();
  SeededChance device{77};
  OpenDesk there{std::move(*db::SqliteNotebookStore::openInMemory(device))};
  ports::Settings settings;
  settings.theme = ports::Theme::Dark;
  settings.textPercent = 130;
  settings.reducedMotion = true;
  settings.dailyMinutes = 55;
  ASSERT_THAT(there.desk.changeSettings(settings), IsOk());
  db::SqliteMergeStore own(*here.store);
  const db::SqliteMergeStore theirs(*there.store);

  ASSERT_THAT(ops::MergeOperations(*here.store, own, here.clock).merge(theirs, "other.db"), IsOk());

  const ports::Settings merged = here.store->settings().value();
  EXPECT_EQ(merged.dailyMinutes, 55);
  EXPECT_EQ(merged.theme, ports::Theme::System);
  EXPECT_EQ(merged.textPercent, 100);
  EXPECT_FALSE(merged.reducedMotion);
}

}  // namespace
}  // namespace phaseboard::test
