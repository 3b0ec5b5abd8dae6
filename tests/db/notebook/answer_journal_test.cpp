// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/answer_journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/failing_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using db::AnswerJournal;
using db::JournalEntry;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

JournalEntry entry(int number) {
  JournalEntry entry;
  review::ReviewEvent& event = entry.event;
  const auto high = static_cast<std::uint64_t>(number);
  event.id = Uuid::version7(Instant{1'700'000'000'000 + number}, high, 99);
  event.prompt = PromptId{"authored:ads/prompt-" + std::to_string(number)};
  event.at = Instant{1'700'000'000'000 + number};
  event.offset = UtcOffset{-12'600};
  event.day = StudyDay{19'000};
  event.rating = memory::Rating::Hard;
  event.thinking = Millis{12'345};
  event.contentHash = 0xfedc'ba98'7654'3210ULL;
  event.device = Uuid::version7(Instant{7}, 1, 2);
  event.intervalSeconds = 86'400;
  entry.question = QuestionId{"ads"};
  if (number % 2 == 0)
    entry.phase = PhaseId{"model"};
  return entry;
}

std::string journalOf(int entries) {
  std::string bytes = db::journalHead(Instant{5});
  for (int i = 0; i < entries; ++i)
    bytes += db::journalRecord(entry(i));
  return bytes;
}

TEST(AnswerJournal, GivesBackWhatWasWritten) {
  const db::JournalContents contents = db::readJournal(journalOf(3));

  EXPECT_EQ(contents.from, Instant{5});
  EXPECT_THAT(contents.entries, ElementsAre(entry(0), entry(1), entry(2)));
  EXPECT_EQ(contents.wholeBytes, journalOf(3).size());
  EXPECT_EQ(contents.damagedBytes, 0U);
}

TEST(AnswerJournal, PassesOverATornEndOfAnyLength) {
  const std::string whole = journalOf(3);
  for (std::size_t size = journalOf(2).size(); size < whole.size(); ++size) {
    SCOPED_TRACE(size);
    const db::JournalContents contents = db::readJournal(whole.substr(0, size));

    EXPECT_THAT(contents.entries, ElementsAre(entry(0), entry(1)));
    EXPECT_EQ(contents.wholeBytes, journalOf(2).size());
  }
}

TEST(AnswerJournal, LosesAtMostTheRecordInWhichABitFlips) {
  const std::string whole = journalOf(4);
  for (std::size_t at = 12; at < whole.size(); ++at)
    for (const int bit : {0, 3, 7}) {
      SCOPED_TRACE(at);
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));

      const auto entries = db::readJournal(flipped).entries;

      ASSERT_EQ(entries.size(), 3U);
      EXPECT_THAT((std::vector<JournalEntry>{entry(0), entry(1), entry(2), entry(3)}),
                  IsSupersetOf(entries));
    }
}

TEST(AnswerJournal, FindsNothingInGarbage) {
  SeededChance chance{20'261'121};
  for (int round = 0; round < 3'000; ++round) {
    std::string garbage = round % 2 == 0 ? db::journalHead(Instant{1}) : "";
    const auto size = chance.next() % 300;
    for (std::uint64_t i = 0; i < size; ++i)
      garbage +=
          i % 40 == 0 ? std::string("PbEv") : std::string(1, static_cast<char>(chance.next()));

    EXPECT_THAT(db::readJournal(garbage).entries, IsEmpty());
  }
}

TEST(AnswerJournal, ReadsNothingFromALengthBeyondItsEnd) {
  const std::string huge = db::journalHead(Instant{1}) + "PbEv\xff\xff\xff\xff" + "\0\0\0\0 and on";

  EXPECT_THAT(db::readJournal(huge).entries, IsEmpty());
}

TEST(AnswerJournal, GoesOnAfterATornEnd) {
  const TemporaryFolder folder;
  const auto file = folder.write("notebook.journal", journalOf(2) + "PbEv torn");
  {
    auto journal = AnswerJournal::open(db::diskFiles(), file, Instant{0});
    ASSERT_THAT(journal, IsOk());
    EXPECT_EQ(journal->atOpening().entries.size(), 2U);

    ASSERT_THAT(journal->append({entry(2)}), IsOk());
  }
  EXPECT_EQ(contentsOf(file), journalOf(3));
}

TEST(AnswerJournal, PutsAForeignFileAside) {
  const TemporaryFolder folder;
  const auto file = folder.write("notebook.journal", "a diary of another program");

  ASSERT_THAT(AnswerJournal::open(db::diskFiles(), file, Instant{3}), IsOk());

  EXPECT_EQ(contentsOf(folder / "notebook.journal.damaged"), "a diary of another program");
  EXPECT_EQ(contentsOf(file), db::journalHead(Instant{3}));
}

TEST(AnswerJournal, BeginsAnewWhenRotated) {
  const TemporaryFolder folder;
  const auto file = folder / "notebook.journal";
  auto journal = AnswerJournal::open(db::diskFiles(), file, Instant{5});
  ASSERT_THAT(journal->append({entry(0)}), IsOk());

  ASSERT_THAT(journal->rotate(folder / "old.journal", Instant{9}), IsOk());
  ASSERT_THAT(journal->append({entry(1)}), IsOk());

  EXPECT_EQ(contentsOf(folder / "old.journal"), journalOf(1));
  EXPECT_EQ(contentsOf(file), db::journalHead(Instant{9}) + db::journalRecord(entry(1)));
}

TEST(AnswerJournal, LosesNothingThatWasWrittenAtAnyFailingCall) {
  for (int call = 1; call < 20; ++call)
    for (const bool forEver : {false, true}) {
      SCOPED_TRACE(call);
      const TemporaryFolder folder;
      FailingFiles files;
      auto journal = AnswerJournal::open(files, folder / "notebook.journal", Instant{5});
      ASSERT_THAT(journal, IsOk());
      ASSERT_THAT(journal->append({entry(0)}), IsOk());
      files.failAt(call, forEver);

      std::vector<JournalEntry> written{entry(0)};
      for (int number = 1; number < 4; ++number) {
        if (journal->append({entry(number)}))
          written.push_back(entry(number));
        if (number == 2)
          (void)journal->rotate(folder / "old.journal", Instant{9}).has_value();
      }

      std::vector<JournalEntry> found;
      for (const char* name : {"old.journal", "notebook.journal"})
        if (std::filesystem::exists(folder / name))
          for (const JournalEntry& one : db::readJournal(contentsOf(folder / name)).entries)
            found.push_back(one);
      EXPECT_THAT(found, IsSupersetOf(written));
    }
}

}  // namespace
}  // namespace phaseboard::test
