// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/incoming.h"

#include <gmock/gmock.h>

#include "app/exchange/incoming_csv.h"
#include "app/exchange/incoming_markdown.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using exchange::Incoming;
using exchange::incomingFromCsv;
using exchange::incomingFromMarkdown;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string markdownProblem(std::string_view text) {
  const auto incoming = incomingFromMarkdown(text, "f.md");
  EXPECT_THAT(incoming, FailsWith(ErrorKind::InvalidInput));
  return incoming ? std::string() : incoming.error().detail;
}

std::string tableProblem(std::string_view text) {
  const auto incoming = incomingFromCsv(text, "f.csv");
  EXPECT_THAT(incoming, FailsWith(ErrorKind::InvalidInput));
  return incoming ? std::string() : incoming.error().detail;
}

TEST(IncomingMarkdown, HeadingsAskAndTheTextBelowAnswers) {
  const auto read = incomingFromMarkdown(
      "My list\n\n# ads / model\n\n## Why log loss?\n\nIt is *proper*.\n\n- calibrated\n"
      "### And AUC?\nRanks only.\n",
      "f.md");

  ASSERT_THAT(read, IsOk());
  const Incoming& incoming = *read;
  ASSERT_THAT(incoming.prompts, SizeIs(2));
  EXPECT_EQ(incoming.prompts[0].ask, "Why log loss?");
  EXPECT_EQ(incoming.prompts[0].answer, "It is *proper*.\n\n- calibrated");
  EXPECT_EQ(incoming.prompts[0].question, QuestionId{"ads"});
  EXPECT_EQ(incoming.prompts[0].phase, PhaseId{"model"});
  EXPECT_EQ(incoming.prompts[1].ask, "And AUC?");
}

TEST(IncomingMarkdown, HeadingsInCodeAreText) {
  const auto read = incomingFromMarkdown("# Q\n```\n# not a heading\n```\n", "f.md");

  ASSERT_THAT(read, IsOk());
  EXPECT_THAT(read->prompts[0].answer, HasSubstr("# not a heading"));
}

TEST(IncomingMarkdown, SaysWhichHeadingHasNothingBelow) {
  EXPECT_EQ(markdownProblem("# a\ntext\n## b\n## c\ntext"),
            "line 3: nothing stands below this heading");
  EXPECT_THAT(markdownProblem("no heading"), HasSubstr("no heading"));
  EXPECT_THAT(markdownProblem("# a\n\xff"), HasSubstr("UTF-8"));
  EXPECT_THAT(markdownProblem(std::string("# a\nb\x01")), HasSubstr("control"));
}

TEST(IncomingCsv, FindsItsColumnsByName) {
  const auto read = incomingFromCsv(
      "Answer,Notes,Front,Phase,question_id,id\nA,x,Q,model,ads,own-1\nB,,R,,,\n", "f.csv");

  ASSERT_THAT(read, IsOk());
  ASSERT_THAT(read->prompts, SizeIs(2));
  EXPECT_EQ(read->prompts[0].ask, "Q");
  EXPECT_EQ(read->prompts[0].answer, "A");
  EXPECT_EQ(read->prompts[0].origin, "own-1");
  EXPECT_EQ(read->prompts[0].question, QuestionId{"ads"});
  EXPECT_THAT(read->remarks, ElementsAre("The column \"Notes\" is left out."));
}

TEST(IncomingCsv, LeavesOutWhatComesTwice) {
  const auto read = incomingFromCsv("ask,answer\nQ,A\nQ,A\nQ,B\n", "f.csv");

  ASSERT_THAT(read, IsOk());
  EXPECT_THAT(read->prompts, SizeIs(1));
  EXPECT_THAT(read->remarks, ElementsAre("2 rows that came twice are left out."));
}

TEST(IncomingCsv, SaysWhatIsWrong) {
  EXPECT_THAT(tableProblem(""), HasSubstr("empty"));
  EXPECT_THAT(tableProblem("a,b\nc,d"), HasSubstr("line 1"));
  EXPECT_THAT(tableProblem("ask,answer\nQ,"), HasSubstr("the answer of prompt 1 is empty"));
  EXPECT_THAT(tableProblem("ask,answer\nQ,A,more"), HasSubstr("line 2"));
  EXPECT_THAT(tableProblem("ask,answer\nQ," + std::string(100'001, 'x')), HasSubstr("100,000"));
}

TEST(IncomingIds, AreTheSameWheneverTheFileComesAgain) {
  const exchange::IncomingReview review{Instant{1'760'000'000'000}, memory::Rating::Good, {}, 0};

  EXPECT_EQ(exchange::promptFor("anki:abc:0"), exchange::promptFor("anki:abc:0"));
  EXPECT_NE(exchange::promptFor("anki:abc:0"), exchange::promptFor("anki:abc:1"));
  EXPECT_EQ(exchange::eventFor("a", review), exchange::eventFor("a", review));
  EXPECT_NE(exchange::eventFor("a", review), exchange::eventFor("b", review));
  EXPECT_EQ(exchange::eventFor("a", review).moment(), review.at);
}

TEST(IncomingIds, WhatWasExportedFromHereComesHome) {
  EXPECT_EQ(exchange::promptFor("key-point:ads/calibration"),
            PromptId{"key-point:ads/calibration"});
  EXPECT_THAT(exchange::promptFor("key-pint:ads/x").value(), testing::StartsWith("own:"));
}

}  // namespace
}  // namespace phaseboard::test
