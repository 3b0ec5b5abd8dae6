// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "db/exchange/anki_package_reader.h"
#include "db/exchange/anki_package_writer.h"
#include "db/exchange/archive_reader.h"
#include "db/exchange/new_file.h"
#include "tests/support/anki_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_builder.h"

namespace phaseboard::test {
namespace {

using exchange::AnkiDeck;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Instant kPackedAt{1'772'400'000'000};

AnkiDeck aDeck() {
  AnkiDeck deck;
  deck.madeAt = kPackedAt;
  deck.notes = {
      {"authored:ads/loss",
       "<p>Why <b>log loss</b>?</p>",
       "<p>Proper.</p>",
       "Phaseboard::Ads",
       {"phaseboard::question::ads", "phaseboard::phase::model"}},
      {"own:0190", "<p>Mine \xC3\xA9</p>", "<p>Yes<img src=\"f.png\"></p>", "Phaseboard::Own", {}}};
  deck.pictures = {{"f.png", [] { return Result<std::string>("pixels"); }}};
  return deck;
}

Status writeDeck(const std::filesystem::path& file, const AnkiDeck& deck,
                 const exchange::Progress& progress = {}) {
  PHASEBOARD_TRY_ASSIGN(db::NewFile fresh, db::NewFile::begin(db::diskFiles(), file));
  return db::writeAnkiPackage(fresh, deck, progress);
}

TEST(AnkiPackage, WhatIsWrittenIsReadBackUnderItsOwnIds) {
  const TemporaryFolder folder;
  ASSERT_THAT(writeDeck(folder / "a.apkg", aDeck()), IsOk());
  const auto read = db::readAnkiPackage(folder / "a.apkg", kPackedAt, {});

  ASSERT_THAT(read, IsOk());
  ASSERT_THAT(read->prompts, SizeIs(2));
  EXPECT_THAT(read->prompts,
              Contains(testing::Field(&exchange::IncomingPrompt::origin, "authored:ads/loss")));
  for (const exchange::IncomingPrompt& prompt : read->prompts)
    if (prompt.origin == "authored:ads/loss") {
      EXPECT_EQ(prompt.ask, "Why **log loss**?");
      EXPECT_EQ(prompt.question, QuestionId{"ads"});
      EXPECT_EQ(prompt.phase, PhaseId{"model"});
    }
  EXPECT_THAT(read->remarks, Contains(HasSubstr("1 pictures are left out")));
}

TEST(AnkiPackage, TheSameDeckGivesTheSameBytes) {
  const TemporaryFolder folder;
  ASSERT_THAT(writeDeck(folder / "a.apkg", aDeck()), IsOk());
  ASSERT_THAT(writeDeck(folder / "b.apkg", aDeck()), IsOk());

  EXPECT_EQ(contentsOf(folder / "a.apkg"), contentsOf(folder / "b.apkg"));
}

TEST(AnkiPackage, PicturesLieBesideTheNotesByNumber) {
  const TemporaryFolder folder;
  ASSERT_THAT(writeDeck(folder / "a.apkg", aDeck()), IsOk());
  const auto entries = db::readArchive(folder / "a.apkg", {"media", "0"}, {});

  ASSERT_THAT(entries, IsOk());
  EXPECT_EQ(entries->at("media"), R"({"0":"f.png"})");
  EXPECT_EQ(entries->at("0"), "pixels");
}

TEST(AnkiPackage, NothingIsLeftWhenAPictureFailsOrTheUserStops) {
  const TemporaryFolder folder;
  AnkiDeck deck = aDeck();
  deck.pictures[0].paint = [] {
    return Result<std::string>(tl::unexpected<Error>(Error{ErrorKind::Damaged, "f", ""}));
  };
  EXPECT_THAT(writeDeck(folder / "a.apkg", deck), FailsWith(ErrorKind::Damaged));
  const Status stopped =
      writeDeck(folder / "a.apkg", aDeck(), [](std::int64_t, std::int64_t) { return false; });
  ASSERT_FALSE(stopped);
  EXPECT_TRUE(exchange::isStopped(stopped.error()));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(AnkiPackage, NotesComeWithTheirHistory) {
  const TemporaryFolder folder;
  const auto file = folder.write("a.apkg", zipOf({{"collection.anki2", ankiCollection(kOneCard)}}));
  const auto read = db::readAnkiPackage(file, kPackedAt, {});

  ASSERT_THAT(read, IsOk());
  ASSERT_THAT(read->prompts, SizeIs(1));
  const exchange::IncomingPrompt& prompt = read->prompts[0];
  EXPECT_EQ(prompt.origin, "anki:abcdefghij:0");
  EXPECT_EQ(prompt.ask, "What is AUC?");
  EXPECT_EQ(prompt.answer, "A **rank** measure");
  ASSERT_THAT(prompt.reviews, SizeIs(2));
  EXPECT_EQ(prompt.reviews[0].at, Instant{1'760'000'000'000});
  EXPECT_EQ(prompt.reviews[0].intervalSeconds, 600);
  EXPECT_EQ(prompt.reviews[1].intervalSeconds, 12 * 86'400);
  EXPECT_EQ(prompt.reviews[1].rating, memory::Rating::Good);
  EXPECT_THAT(read->remarks, IsEmpty());
}

TEST(AnkiPackage, TheFirstSchedulerHadThreeButtonsWhileLearning) {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "a.apkg",
      zipOf({{"collection.anki2", ankiCollection(std::string(kOneCard) +
                                                 "UPDATE col SET conf = '{}'; UPDATE revlog SET "
                                                 "ease = 2 WHERE type = 0;")}}));
  const auto read = db::readAnkiPackage(file, kPackedAt, {});

  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->prompts[0].reviews[0].rating, memory::Rating::Good);
}

TEST(AnkiPackage, TheNewFormIsReadWhereItIs) {
  const TemporaryFolder folder;
  const auto file =
      folder.write("a.apkg", zipOf({{"collection.anki2", ankiCollection("")},
                                    {"collection.anki21b", zstdOf(newAnkiCollection(kOneCard))}}));
  const auto read = db::readAnkiPackage(file, kPackedAt, {});

  ASSERT_THAT(read, IsOk());
  ASSERT_THAT(read->prompts, SizeIs(1));
  EXPECT_EQ(read->prompts[0].ask, "What is AUC?");
  EXPECT_THAT(read->prompts[0].reviews, SizeIs(2));
}

}  // namespace
}  // namespace phaseboard::test
