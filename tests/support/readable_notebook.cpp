// SPDX-License-Identifier: Apache-2.0
#include "tests/support/readable_notebook.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/ops/replay.h"
#include "db/connection.h"
#include "db/notebook/migrator.h"
#include "db/search/notebook_search.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

constexpr StudyDay kFarDay{50'000};

}  // namespace

ReadableNotebook::ReadableNotebook() {
  writeSample(m_open);
  constexpr std::array<std::string_view, 7> kMore{"flagPrompt", "overrideText",  "addImage",
                                                  "markPlace",  "rememberPacks", "keepMockText",
                                                  "tickMock"};
  for (const NamedOperation& operation : everyOperation())
    if (std::find(kMore.begin(), kMore.end(), operation.name) != kMore.end()) {
      EXPECT_THAT(operation.run(m_open), IsOk());
    }
  m_annotation = m_annotations.annotations()->front().id;
  const std::vector<board::BoardInfo> boards = m_boards.boards().value();
  const auto drawn = std::find_if(boards.begin(), boards.end(), [](const board::BoardInfo& info) {
    return info.purpose == board::Purpose::Rebuild;
  });
  m_board = drawn->id;
  m_mock = m_mocks.mocks()->front().id;
}

std::vector<NamedReading> ReadableNotebook::everyReading() {
  std::vector<NamedReading> all = ofReview();
  for (const std::vector<NamedReading>& some : {ofAnswers(), ofSubjects(), ofMerges()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

std::vector<NamedReading> ReadableNotebook::ofReview() {
  const db::SqliteNotebookStore& store = *m_open.store;
  const PromptId one = aPrompt("one").id;
  return {
      {"settings", [&] { return statusOf(store.settings()); }},
      {"duePrompts",
       [&] { return statusOf(store.duePrompts(Instant{2'000'000'000'000}, StudyDay{30'000})); }},
      {"promptRow", [&, one] { return statusOf(store.promptRow(one)); }},
      {"promptRows", [&] { return statusOf(store.promptRows()); }},
      {"dueCounts", [&] { return statusOf(store.dueCounts()); }},
      {"flaggedPrompts", [&] { return statusOf(store.flaggedPrompts()); }},
      {"events", [&, one] { return statusOf(store.events(one)); }},
      {"recentEvents", [&] { return statusOf(store.recentEvents(9)); }},
      {"eventsSince", [&] { return statusOf(store.eventsSince(Instant{0})); }},
      {"daySummaries", [&] { return statusOf(store.daySummaries(StudyDay{0}, kFarDay)); }},
      {"recallSummaries", [&] { return statusOf(store.recallSummaries(StudyDay{0}, kFarDay)); }},
      {"timeSummaries", [&] { return statusOf(store.timeSummaries()); }},
      {"latestTimes", [&] { return statusOf(store.latestTimes(9)); }},
      {"trainingLog", [&] { return statusOf(store.trainingLog({})); }},
      {"trainingLog of some", [&] { return statusOf(store.trainingLog(2)); }},
      {"lastEventAt", [&, one] { return statusOf(store.lastEventAt(one)); }},
      {"eachLog", [&] { return store.eachLog([](const auto&) { return Status{}; }); }},
      {"compareWithLog", [&] { return statusOf(ops::compareWithLog(store, {})); }},
      {"stepToUndo", [&] { return statusOf(store.stepToUndo()); }},
      {"stepToRedo", [&] { return statusOf(store.stepToRedo()); }},
      {"undoNames", [&] { return statusOf(store.undoNames()); }},
      {"stats", [&] { return statusOf(store.stats()); }},
      {"previewAnswers", [&, one] { return statusOf(m_open.desk.previewAnswers(one)); }},
  };
}

std::vector<NamedReading> ReadableNotebook::ofAnswers() {
  const db::SqliteNotebookStore& store = *m_open.store;
  const answers::VersionId version = store.currentAnswer(kAdsModel).value()->id;
  return {
      {"currentAnswer", [&] { return statusOf(store.currentAnswer(kAdsModel)); }},
      {"draft", [&] { return statusOf(store.draft(kAdsModel)); }},
      {"versions", [&] { return statusOf(store.versions(kAdsModel)); }},
      {"version", [&, version] { return statusOf(store.version(version)); }},
      {"answeredKeys", [&] { return statusOf(store.answeredKeys()); }},
      {"filedKeys", [&] { return statusOf(store.filedKeys()); }},
      {"tickedKeyPoints", [&] { return statusOf(store.tickedKeyPoints(kAdsModel)); }},
      {"ownPrompts", [&] { return statusOf(store.ownPrompts()); }},
      {"overrides", [&] { return statusOf(store.overrides()); }},
      {"overrides of one", [&] { return statusOf(store.overrides("ads/one")); }},
      {"favourites", [&] { return statusOf(store.favourites()); }},
      {"searchNotebook",
       [&] {
         db::Connection& connection = m_open.store->connection();
         return connection.guarded([&]() -> Status {
           (void)db::searchNotebook(connection.database(), search::parseQuery("two"), 9);
           return {};
         });
       }},
      {"schemaPicture", [&] { return statusOf(db::schemaPicture(m_open.store->connection())); }},
  };
}

std::vector<NamedReading> ReadableNotebook::ofSubjects() {
  return {
      {"annotations", [&] { return statusOf(m_annotations.annotations()); }},
      {"annotation", [&] { return statusOf(m_annotations.annotation(m_annotation)); }},
      {"boards", [&] { return statusOf(m_boards.boards()); }},
      {"board", [&] { return statusOf(m_boards.board(m_board)); }},
      {"entries", [&] { return statusOf(m_boards.entries(m_board)); }},
      {"entryCount", [&] { return statusOf(m_boards.entryCount(m_board)); }},
      {"bookmarks", [&] { return statusOf(m_bookmarks.bookmarks()); }},
      {"image", [&] { return statusOf(m_images.image(answers::ImageId{"x"})); }},
      {"imageCount", [&] { return statusOf(m_images.imageCount()); }},
      {"imageCount of one", [&] { return statusOf(m_images.imageCount(kAdsModel)); }},
      {"mocks", [&] { return statusOf(m_mocks.mocks()); }},
      {"mock", [&] { return statusOf(m_mocks.mock(m_mock)); }},
      {"unfinishedMock", [&] { return statusOf(m_mocks.unfinishedMock()); }},
      {"events of a mock", [&] { return statusOf(m_mocks.events(m_mock)); }},
      {"eventCount", [&] { return statusOf(m_mocks.eventCount(m_mock)); }},
      {"texts", [&] { return statusOf(m_mocks.texts(m_mock)); }},
      {"ticks", [&] { return statusOf(m_mocks.ticks(m_mock)); }},
      {"seenStamp", [&] { return statusOf(m_seen.seenStamp()); }},
      {"seenContents", [&] { return statusOf(m_seen.seenContents()); }},
  };
}

std::vector<NamedReading> ReadableNotebook::ofMerges() {
  return {
      {"eachCell", [&] { return m_merge.eachCell([](const auto&) { return Status{}; }); }},
      {"eachTrail", [&] { return m_merge.eachTrail([](const auto&) { return Status{}; }); }},
      {"cell",
       [&] { return statusOf(m_merge.cell(merge::Subject::Favourite, "ads/serving-path")); }},
      {"trails", [&] { return statusOf(m_merge.trails(merge::Subject::Board, m_board.value())); }},
      {"placeOf", [&] { return statusOf(m_merge.placeOf(aPrompt("one").id)); }},
      {"knownFiles", [&] { return statusOf(m_telling.knownFiles("/shared")); }},
      {"untold", [&] { return statusOf(m_telling.untold("/shared")); }},
  };
}

}  // namespace phaseboard::test
