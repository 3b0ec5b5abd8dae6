// SPDX-License-Identifier: Apache-2.0
#include "app/ops/merge_operations.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "app/answers/history.h"
#include "app/board/drawing.h"
#include "app/ops/board_operations.h"
#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_merge_store.h"
#include "tests/support/merge_dump.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using testing::SizeIs;

/// A notebook of a device of its own.
OpenDesk aDevice(std::uint64_t seed) {
  SeededChance chance{1'000 + seed};
  auto opened = db::SqliteNotebookStore::openInMemory(chance);
  EXPECT_THAT(opened, IsOk());
  OpenDesk open{std::move(*opened)};
  open.chance = SeededChance{2'000 + seed};
  open.clock.advanceSeconds(static_cast<std::int64_t>(seed));
  return open;
}

ops::MergeCounts mergeInto(OpenDesk& open, const OpenDesk& other) {
  db::SqliteMergeStore own(*open.store);
  const db::SqliteMergeStore theirs(*other.store);
  const auto preview = ops::previewMerge(*open.store, own, theirs);
  const auto done = ops::MergeOperations(*open.store, own, open.clock).merge(theirs, "other");
  EXPECT_TRUE(preview.has_value()) << (preview ? "" : describe(preview.error()));
  EXPECT_TRUE(done.has_value()) << (done ? "" : describe(done.error()));
  if (!done || !preview)
    return {};
  EXPECT_TRUE(*preview == done->done) << "the preview says what comes";
  return done->done;
}

void expectReplayed(OpenDesk& open) {
  const auto settings = open.store->settings();
  const auto memory = ops::memorySettings(*settings);
  const auto report = ops::compareWithLog(*open.store, *memory);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->differenceCount, 0)
      << (report->differences.empty() ? "" : report->differences.front());
}

TEST(Merge, BringsTheReviewsOfBothAndReplaysThem) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  ASSERT_THAT(laptop.desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{1'000}), IsOk());
  desktop.clock.advanceDays(3);
  ASSERT_THAT(desktop.desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{1'000}), IsOk());
  ASSERT_THAT(desktop.desk.answerPrompt(aPrompt("two"), Rating::Again, Millis{1'000}), IsOk());

  const ops::MergeCounts counts = mergeInto(laptop, desktop);

  EXPECT_EQ(counts.events, 2);
  EXPECT_EQ(counts.prompts, 2);
  const auto row = laptop.store->promptRow(aPrompt("one").id);
  EXPECT_EQ((*row)->state.reps, 2);
  EXPECT_EQ(laptop.store->stats()->reviews, 3);
  expectReplayed(laptop);
}

TEST(Merge, BringsNothingTheSecondTime) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  writeSample(desktop);
  ASSERT_FALSE(mergeInto(laptop, desktop).bringsNothing());
  const std::string before = dumpOf(*laptop.store);

  EXPECT_TRUE(mergeInto(laptop, desktop).bringsNothing());

  EXPECT_EQ(dumpOf(*laptop.store), before);
}

TEST(Merge, KeepsBothTextsOfAnAnswerThatWasEditedApart) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  ASSERT_THAT(laptop.desk.writeAnswer(kAdsModel, "common"), IsOk());
  (void)mergeInto(desktop, laptop);
  laptop.clock.advanceMinutes(10);
  desktop.clock.advanceMinutes(5);
  ASSERT_THAT(laptop.desk.writeAnswer(kAdsModel, "common, and towers"), IsOk());
  ASSERT_THAT(desktop.desk.writeAnswer(kAdsModel, "common, and trees"), IsOk());

  EXPECT_EQ(mergeInto(laptop, desktop).conflicts, 1);
  EXPECT_EQ(mergeInto(desktop, laptop).conflicts, 1);

  for (OpenDesk* open : {&laptop, &desktop}) {
    const auto versions = open->store->versions(kAdsModel);
    EXPECT_THAT(answers::openEnds(*versions), SizeIs(2));
    EXPECT_EQ((*open->store->currentAnswer(kAdsModel))->text, "common, and towers");
  }
  ASSERT_THAT(desktop.desk.settleAnswer(kAdsModel, "common, towers and trees"), IsOk());
  EXPECT_EQ(mergeInto(laptop, desktop).conflicts, 0);
  const auto settled = laptop.store->versions(kAdsModel);
  EXPECT_THAT(*settled, SizeIs(4)) << "nothing is lost";
  EXPECT_THAT(answers::openEnds(*settled), SizeIs(1));
  EXPECT_EQ(mergedDump(*laptop.store), mergedDump(*desktop.store));
}

TEST(Merge, TheLaterChangeHoldsAndWhatWasRemovedStaysRemoved) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  ASSERT_THAT(laptop.desk.markFavourite("ads/serving", true), IsOk());
  ASSERT_THAT(laptop.desk.suspendPrompt(aPrompt("one").id, true), IsOk());
  (void)mergeInto(desktop, laptop);
  desktop.clock.advanceMinutes(1);
  ASSERT_THAT(desktop.desk.markFavourite("ads/serving", false), IsOk());
  ASSERT_THAT(desktop.desk.suspendPrompt(aPrompt("one").id, false), IsOk());

  (void)mergeInto(laptop, desktop);

  EXPECT_TRUE(laptop.store->favourites()->empty());
  EXPECT_FALSE((*laptop.store->promptRow(aPrompt("one").id))->suspended);
  EXPECT_TRUE(mergeInto(desktop, laptop).bringsNothing());
}

TEST(Merge, AChangeMadeKnowinglyHoldsAgainstAClockThatIsAhead) {
  OpenDesk laptop = aDevice(1);
  OpenDesk ahead = aDevice(2);
  ahead.clock.advanceDays(3'650);
  ASSERT_THAT(ahead.desk.markFavourite("ads/serving", true), IsOk());
  (void)mergeInto(laptop, ahead);
  ASSERT_THAT(laptop.desk.markFavourite("ads/serving", false), IsOk());

  (void)mergeInto(ahead, laptop);

  EXPECT_TRUE(ahead.store->favourites()->empty());
}

TEST(Merge, TakenBackIsAsThoughItHadNeverCome) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  ASSERT_THAT(laptop.desk.answerPrompt(aPrompt("one"), Rating::Good, Millis{1'000}), IsOk());
  desktop.clock.advanceDays(1);
  ASSERT_THAT(desktop.desk.answerPrompt(aPrompt("one"), Rating::Hard, Millis{1'000}), IsOk());
  ASSERT_THAT(desktop.desk.writeAnswer(kAdsModel, "elsewhere"), IsOk());
  ASSERT_THAT(desktop.desk.markFavourite("ads/serving", true), IsOk());
  const std::string before = mergedDump(*laptop.store);
  const std::string other = mergedDump(*desktop.store);
  (void)mergeInto(laptop, desktop);
  const std::string after = mergedDump(*laptop.store);

  ASSERT_THAT(laptop.desk.undo(), IsOk());

  EXPECT_EQ(mergedDump(*laptop.store), before);
  expectReplayed(laptop);
  EXPECT_EQ(mergeInto(desktop, laptop).events, 1) << "of the laptop's own";
  EXPECT_NE(mergedDump(*desktop.store), other);
  EXPECT_EQ((*desktop.store->currentAnswer(kAdsModel))->text, "elsewhere");
  ASSERT_THAT(laptop.desk.redo(), IsOk());
  EXPECT_EQ(mergedDump(*laptop.store), after);
  ASSERT_THAT(laptop.desk.undo(), IsOk());
  (void)mergeInto(laptop, desktop);
  EXPECT_EQ(mergedDump(*laptop.store), mergedDump(*desktop.store));
}

/// Draws one part, named as told.
void drawPart(OpenDesk& open, const board::BoardId& id, const std::string& name) {
  db::SqliteBoardStore store(*open.store);
  ops::BoardOperations boards(*open.store, store, open.clock, open.chance);
  auto history = board::History::replay(*store.entries(id));
  const auto sizes = [](const std::string&, board::PartKind) { return board::Extent{9, 8}; };
  open.clock.advanceSeconds(10);
  const auto entry = history->draw(
      board::placePart(history->document(), name, board::PartKind::Store, {10, 20}, sizes),
      open.clock.now());
  ASSERT_TRUE(entry && *entry);
  ASSERT_THAT(boards.drawOnBoard(id, **entry), IsOk());
}

TEST(Merge, KeepsBothDrawingsOfABoardThatWasDrawnOnApart) {
  OpenDesk laptop = aDevice(1);
  OpenDesk desktop = aDevice(2);
  db::SqliteBoardStore boardStore(*laptop.store);
  ops::BoardOperations boards(*laptop.store, boardStore, laptop.clock, laptop.chance);
  ops::NewBoard wish;
  wish.title = "Serving";
  const auto board = boards.createBoard(wish);
  ASSERT_THAT(board, IsOk());
  drawPart(laptop, board->board, "Ranker");
  EXPECT_EQ(mergeInto(desktop, laptop).drawings, 1);
  drawPart(laptop, board->board, "Cache");
  desktop.clock.advanceMinutes(5);
  drawPart(desktop, board->board, "Index");

  EXPECT_EQ(mergeInto(desktop, laptop).drawings, 1);
  EXPECT_EQ(mergeInto(laptop, desktop).drawings, 1);

  EXPECT_EQ(mergedDump(*laptop.store), mergedDump(*desktop.store));
  const db::SqliteBoardStore onDesktop(*desktop.store);
  EXPECT_THAT(*onDesktop.boards(), SizeIs(2));
  EXPECT_THAT(*onDesktop.entries(board->board), SizeIs(2));
  drawPart(desktop, board->board, "Reranker");
  (void)mergeInto(laptop, desktop);
  EXPECT_THAT(*boardStore.entries(board->board), SizeIs(3));
  EXPECT_TRUE(mergeInto(desktop, laptop).bringsNothing());
}

/// Lets devices live and meet, by chance.
void live(std::array<OpenDesk, 3>& devices, SeededChance& chance) {
  const auto operations = everyOperation();
  for (int i = 0; i < 45; ++i) {
    OpenDesk& open = devices[chance.next() % devices.size()];
    open.clock.advanceMinutes(static_cast<std::int64_t>(chance.next() % 900));
    if (chance.next() % 12 == 0) {
      (void)mergeInto(open, devices[chance.next() % devices.size()]);
      continue;
    }
    const auto& operation = operations[chance.next() % operations.size()];
    if (operation.name != "undo" || chance.next() % 2 == 0)
      (void)operation.run(open).has_value();
  }
}

/// What a notebook has for a merge to bring.
std::set<std::string> subjectsIn(const OpenDesk& open) {
  std::set<std::string> names;
  const db::SqliteMergeStore contents(*open.store);
  EXPECT_THAT(contents.eachCell([&](const merge::Cell& cell) -> Status {
    names.emplace(merge::name(cell.subject));
    return {};
  }),
              IsOk());
  EXPECT_THAT(contents.eachTrail([&](const merge::Trail& trail) -> Status {
    names.emplace("trail of " + std::string(merge::name(trail.subject)));
    return {};
  }),
              IsOk());
  EXPECT_THAT(contents.eachLog([&](const merge::Log&) -> Status {
    names.emplace("log");
    return {};
  }),
              IsOk());
  return names;
}

TEST(Merge, IsTheSameInAnyOrderAndHoweverOften) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(seed);
    SeededChance chance{seed};
    std::array<OpenDesk, 3> devices{aDevice(10 * seed), aDevice(10 * seed + 1),
                                    aDevice(10 * seed + 2)};
    writeSample(devices[seed % 3]);
    ASSERT_THAT(devices[1].desk.flagPrompt(aPrompt("one").id, true), IsOk());
    ASSERT_NO_FATAL_FAILURE(live(devices, chance));

    std::string first;
    std::array<std::size_t, 3> order{0, 1, 2};
    do {
      OpenDesk empty = aDevice(99);
      for (const std::size_t i : order)
        (void)mergeInto(empty, devices[i]);
      (void)mergeInto(empty, devices[order[chance.next() % 3]]);
      if (first.empty()) {
        first = mergedDump(*empty.store);
        seen.merge(subjectsIn(empty));
      }
      EXPECT_EQ(mergedDump(*empty.store), first);
      expectReplayed(empty);
    } while (std::next_permutation(order.begin(), order.end()));

    OpenDesk pair = aDevice(98);
    (void)mergeInto(pair, devices[1]);
    (void)mergeInto(pair, devices[2]);
    (void)mergeInto(devices[0], pair);
    EXPECT_EQ(mergedDump(*devices[0].store), first) << "grouped otherwise";
    (void)mergeInto(devices[1], devices[0]);
    EXPECT_EQ(mergedDump(*devices[1].store), first) << "into the second";
    expectReplayed(devices[1]);
  }
  for (int i = 0; i < merge::kSubjectCount; ++i)
    EXPECT_TRUE(seen.contains(std::string(merge::name(static_cast<merge::Subject>(i)))))
        << merge::name(static_cast<merge::Subject>(i)) << " was not among what was merged";
  EXPECT_THAT(seen, SizeIs(merge::kSubjectCount + 3)) << "two kinds of trails, and the log";
}

}  // namespace
}  // namespace phaseboard::test
