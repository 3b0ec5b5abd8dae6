// SPDX-License-Identifier: Apache-2.0
// The user's words in the place of shipped ones, through an update of the pack.
#include "app/ops/wordings.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/ops/asked_prompt.h"
#include "app/ops/update_operations.h"
#include "db/notebook/sqlite_seen_content_store.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "db/search/text_index.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using ops::WordingStanding;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class WordingsTest : public testing::Test {
 protected:
  std::unique_ptr<db::PackReader> open(const content::Pack& pack) {
    const auto file = m_folder / ("v" + std::to_string(++m_version) + ".pack");
    EXPECT_THAT(db::writePack(pack, file), IsOk());
    auto opened = db::PackReader::open(file);
    EXPECT_THAT(opened, IsOk());
    return std::move(*opened);
  }
  void reword(const std::string& target, const std::string& field, const std::string& text,
              const std::string& original) {
    ASSERT_THAT(m_open.desk.overrideText(target, field, text, original), IsOk());
  }
  std::vector<ops::PlacedWording> placed(const ports::PackLibrary& pack) {
    auto all = ops::placedWordings(pack, *m_open.store);
    EXPECT_THAT(all, IsOk());
    return std::move(*all);
  }

  TemporaryFolder m_folder;
  int m_version = 0;
  OpenDesk m_open = OpenDesk::inMemory();
  content::Pack m_pack = miniPack();
  content::KeyPoint& m_point = m_pack.questions.at(0).notes.at(1).keyPoints.at(0);
  content::Part& m_part = m_pack.questions.at(0).diagrams.at(0).parts.at(0);
  std::string m_partTarget =
      content::partTarget(m_pack.questions.at(0).diagrams.at(0).id, m_part.id).value();
};

TEST_F(WordingsTest, TakeThePlaceOfWhatIsShipped) {
  reword(m_point.id.value(), "why", "In my words.", m_point.why);
  reword(m_partTarget, "explanation", "What I make of it.", m_part.explanation);
  const auto wordings = ops::Wordings::read(*m_open.store);
  ASSERT_THAT(wordings, IsOk());

  wordings->apply(m_pack.questions.at(0).notes.at(1));
  wordings->apply(m_pack.questions.at(0).diagrams.at(0));

  EXPECT_EQ(m_point.why, "In my words.");
  EXPECT_EQ(m_part.explanation, "What I make of it.");
}

TEST_F(WordingsTest, RewordTheOptionsOfATradeOffAlsoWhereTheyAreAsked) {
  content::Note& note = m_pack.questions.at(0).notes.at(1);
  ASSERT_FALSE(note.tradeOffs.empty());
  content::TradeOff& tradeOff = note.tradeOffs.front();
  const auto pack = open(m_pack);
  const auto shipped = ops::rewordableTexts(*pack, tradeOff.id.value());
  ASSERT_THAT(shipped, IsOk());
  const auto options = std::find_if(shipped->begin(), shipped->end(),
                                    [](const auto& one) { return one.field == "options"; });
  ASSERT_NE(options, shipped->end());
  reword(tradeOff.id.value(), "options", "- **Mine.** *Buys:* peace *Costs:* money", options->text);

  const auto wordings = ops::Wordings::read(*m_open.store);
  ASSERT_THAT(wordings, IsOk());
  wordings->apply(note);
  const PromptId prompt =
      review::promptId(review::PromptKind::TradeOff, TargetId{tradeOff.id.value()});
  const auto asked = ops::readAskedPrompt(*pack, *m_open.store, prompt);

  ASSERT_THAT(tradeOff.options, SizeIs(1));
  EXPECT_EQ(tradeOff.options[0].option, "Mine");
  EXPECT_EQ(tradeOff.options[0].costs, "money");
  EXPECT_EQ(placed(*pack).at(0).standing, WordingStanding::Fits);
  ASSERT_THAT(asked, IsOk());
  EXPECT_THAT(asked->prompt.answer, testing::HasSubstr("*Buys:* peace"));
  EXPECT_THAT(asked->prompt.answer, testing::Not(testing::HasSubstr(options->text)));
}

TEST_F(WordingsTest, AreAskedAlsoOnceTheOriginalChanged) {
  reword(m_point.id.value(), "statement", "State it in my words.", m_point.statement);
  m_point.statement = "Something else altogether.";
  const auto pack = open(m_pack);

  const auto asked = ops::readAskedPrompt(
      *pack, *m_open.store,
      review::promptId(review::PromptKind::KeyPoint, TargetId{m_point.id.value()}));

  ASSERT_THAT(asked, IsOk());
  EXPECT_THAT(asked->prompt.ask, testing::HasSubstr("State it in my words."));
  EXPECT_THAT(asked->prompt.ask, testing::Not(testing::HasSubstr("Something else")));
}

TEST_F(WordingsTest, StayThroughAnUpdateThatSaysWhatChanged) {
  reword(m_point.id.value(), "why", "In my words.", m_point.why);
  EXPECT_EQ(placed(*open(m_pack)).at(0).standing, WordingStanding::Fits);
  m_point.why = "Another reason.";
  const auto updated = open(m_pack);

  const auto after = placed(*updated);

  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].standing, WordingStanding::Outdated);
  EXPECT_EQ(after[0].original, "Another reason.");
  EXPECT_EQ(after[0].words.text, "In my words.");
  reword(m_point.id.value(), "why", "In my words.", m_point.why);
  EXPECT_EQ(placed(*updated).at(0).standing, WordingStanding::Fits) << "the user has seen it";
}

TEST_F(WordingsTest, AreKeptWhenTheirPlaceIsGone) {
  const std::string why = m_point.why;
  reword(m_point.id.value(), "why", "In my words.", why);
  auto& points = m_pack.questions.at(0).notes.at(1).keyPoints;
  points.erase(points.begin());

  const auto after = placed(*open(m_pack));

  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].standing, WordingStanding::Lost);
  EXPECT_EQ(after[0].original, why);
}

TEST_F(WordingsTest, GoWithWhatThePackRenames) {
  const std::string old = m_point.id.value();
  reword(old, "why", "In my words.", m_point.why);
  m_point.id = ItemId{"spam-filter/better-name"};
  m_pack.renames[old] = m_point.id.value();
  const auto pack = open(m_pack);

  ASSERT_THAT(m_open.desk.followRenames(*pack), IsOk());

  EXPECT_THAT(m_open.store->overrides(old).value(), IsEmpty());
  EXPECT_EQ(placed(*pack).at(0).standing, WordingStanding::Fits);
}

TEST_F(WordingsTest, AreAskedInReview) {
  const auto pack = open(m_pack);
  for (const review::Prompt& listed : pack->prompts()) {
    const auto prompt = pack->prompt(listed.id);
    ASSERT_THAT(prompt, IsOk());
    if (prompt->target.value() != m_partTarget ||
        prompt->answer.find(m_part.explanation) == std::string::npos)
      continue;
    reword(m_partTarget, "explanation", "What I make of it.", m_part.explanation);
    const auto asked = ops::readAskedPrompt(*pack, *m_open.store, listed.id);
    ASSERT_THAT(asked, IsOk());
    EXPECT_THAT(asked->prompt.answer, testing::HasSubstr("What I make of it."));
    EXPECT_FALSE(asked->hasChanged) << "only the pack's words ask for a fresh start";
    return;
  }
  FAIL() << "no prompt asks for the explanation of " << m_partTarget;
}

TEST_F(WordingsTest, AreFoundByTheirWords) {
  reword(m_point.id.value(), "why", "Because of xylophones.", m_point.why);
  const auto pack = open(m_pack);
  const db::SharedTextIndex index(*pack, *m_open.store);

  const auto hits = index.search(search::parseQuery("xylophones"), 10);

  ASSERT_THAT(hits, IsOk());
  ASSERT_THAT(*hits, SizeIs(1));
  EXPECT_EQ(hits->front().kind, search::HitKind::Wording);
  EXPECT_EQ(hits->front().id, m_point.id.value());
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(index.search(search::parseQuery("xylophones"), 10).value(), IsEmpty());
}

class SeenPacks : public WordingsTest {
 protected:
  std::vector<content::QuestionUpdate> news(const db::PackReader& pack) {
    const auto contents = ops::readContents(pack);
    EXPECT_THAT(contents, IsOk());
    const auto seen = m_seen.seenContents();
    EXPECT_THAT(seen, IsOk());
    auto updates = content::compareContents(*seen, *contents, pack.renames());
    EXPECT_THAT(m_operations.rememberPacks("v" + std::to_string(m_version), *contents), IsOk());
    return updates;
  }

  db::SqliteSeenContentStore m_seen{*m_open.store};
  ops::UpdateOperations m_operations{*m_open.store, m_seen, m_open.clock};
};

TEST_F(SeenPacks, AreToldOnceWhenTheyChange) {
  EXPECT_THAT(news(*open(m_pack)), SizeIs(1)) << "everything is new at first";
  m_part.explanation = "Otherwise.";
  const auto updated = open(m_pack);

  const auto first = news(*updated);
  const auto second = news(*updated);

  ASSERT_THAT(first, SizeIs(1));
  EXPECT_THAT(first[0].changes, ElementsAre(content::ChangedContent{
                                    content::ContentChange::Changed,
                                    content::ContentKind::Explanation, m_partTarget}));
  EXPECT_THAT(second, IsEmpty());
  EXPECT_EQ(m_seen.seenStamp().value(), "v2");
}

TEST_F(SeenPacks, OfferOnlyPromptsForReviewThatWereAnsweredAndChanged) {
  const auto before = open(m_pack);
  (void)news(*before);
  for (const review::Prompt& listed : before->prompts()) {
    const auto prompt = before->prompt(listed.id);
    ASSERT_THAT(prompt, IsOk());
    ASSERT_THAT(m_open.desk.answerPrompt(*prompt, memory::Rating::Good, Millis{1'000}), IsOk());
  }
  m_part.explanation = "Otherwise.";
  const auto updated = open(m_pack);

  const auto again = ops::promptsToReviewAgain(news(*updated), *updated, *m_open.store);

  ASSERT_THAT(again, IsOk());
  ASSERT_THAT(*again, testing::Not(IsEmpty()));
  EXPECT_LT(again->size(), updated->prompts().size() / 2);
  for (const PromptId& id : *again) {
    const auto asked = ops::readAskedPrompt(*updated, *m_open.store, id);
    ASSERT_THAT(asked, IsOk());
    EXPECT_TRUE(asked->hasChanged) << id.value();
  }
}

}  // namespace
}  // namespace phaseboard::test
