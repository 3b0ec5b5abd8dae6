// SPDX-License-Identifier: Apache-2.0
#include "tests/support/notebook_sample.h"

#include <algorithm>
#include <utility>

#include "db/connection.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

template <class Outcome>
Status statusOf(const Result<Outcome>& outcome) {
  return outcome ? Status{} : Status(passOn(outcome));
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
  ASSERT_THAT(open.desk.markFavourite("ads/serving-path", true), IsOk());
  ASSERT_THAT(open.desk.markFavourite("ads/training-loop", true), IsOk());
  ASSERT_THAT(open.desk.undo(), IsOk());
  open.clock.advanceDays(1);
}

std::vector<NamedOperation> everyOperation() {
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
         return statusOf(open.desk.overrideText(aPrompt("one").id.value(), "ask", "Why?"));
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

std::string dumpOf(db::SqliteNotebookStore& store) {
  db::Connection& connection = store.connection();
  std::vector<std::string> tables;
  {
    // How a full-text index is stored depends on the order of changes; what it holds does not.
    db::Query names = connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT GLOB 'own_text_*' ORDER BY name");
    while (names.next())
      tables.push_back(names.text(0));
  }
  std::string dump;
  for (const std::string& table : tables) {
    SQLite::Statement rows(connection.database(), "SELECT * FROM " + table);
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

}  // namespace phaseboard::test
