// SPDX-License-Identifier: Apache-2.0
#include "app/mock/mentions.h"

#include <gtest/gtest.h>

#include "app/mock/words.h"

namespace phaseboard::test {
namespace {

using mock::Mention;
using mock::Sought;

std::vector<Sought> servingPoints() {
  return {{"batch",
           "Score the 200 candidates of a request as one batch and split it over four cores.",
           {"Batching"},
           false,
           {}},
          {"fallback",
           "Give each stage a next best answer: light-ranker score, segment defaults, "
           "cached top ads, and at last no ad.",
           {"Fallback", "graceful degradation"},
           false,
           {}},
          {"log",
           "Hand the impression record to a local buffer and a message log after the "
           "response, never inside the 100 ms.",
           {"Message log", "Kafka"},
           false,
           {}},
          {"calibrate",
           "Calibrate the score on the last day with isotonic regression.",
           {"Calibration"},
           false,
           {}}};
}

const Mention& mentionOf(const std::vector<Mention>& all, const std::string& id) {
  for (const Mention& one : all)
    if (one.id == id)
      return one;
  ADD_FAILURE() << id;
  return all.front();
}

std::vector<std::string> foundIn(const std::string& text) {
  std::vector<std::string> found;
  for (const Mention& mention : mock::findMentions(text, servingPoints()))
    if (mention.isFound)
      found.push_back(mention.id);
  return found;
}

TEST(Mentions, FindsAPointInOtherWordsAndEndings) {
  EXPECT_EQ(foundIn("All candidates of one request are scored in a single batch, split on 4 cores"),
            std::vector<std::string>{"batch"});
  EXPECT_EQ(foundIn("We calibrated the scores with isotonic regressions every day"),
            std::vector<std::string>{"calibrate"});
  EXPECT_EQ(foundIn("Records of impressions go to a buffer and a log after the response"),
            std::vector<std::string>{"log"});
}

TEST(Mentions, FindsNothingInATextAboutSomethingElse) {
  EXPECT_TRUE(foundIn("").empty());
  EXPECT_TRUE(foundIn("The user scrolls the feed and sees posts of friends.").empty());
  EXPECT_TRUE(foundIn("score").empty());
}

TEST(Mentions, TakesAnAliasWithHalfOfTheWords) {
  EXPECT_EQ(foundIn("Graceful degradation: cached ads, then segment defaults"),
            std::vector<std::string>{"fallback"});
  EXPECT_TRUE(foundIn("Kafka").empty());
}

TEST(Mentions, TakesAnAliasAloneWhereThatIsEnough) {
  const std::vector<Sought> sought{{"0", {}, {"fallback", "time to live"}, true, {}}};

  EXPECT_TRUE(mock::findMentions("a Time-to-live of a day", sought).front().isFound);
  EXPECT_TRUE(mock::findMentions("some fallbacks", sought).front().isFound);
  EXPECT_FALSE(mock::findMentions("time", sought).front().isFound);
}

TEST(Mentions, TakesTwoHintsThatShareNoWord) {
  const std::vector<Sought> sought{{"0", {}, {}, true, {"cache", "cached", "old", "old cache"}}};

  EXPECT_FALSE(mock::findMentions("from the cache", sought).front().isFound);
  EXPECT_FALSE(mock::findMentions("cached in a cache", sought).front().isFound);
  EXPECT_TRUE(mock::findMentions("an old copy from the cache", sought).front().isFound);
  EXPECT_TRUE(mock::findMentions("from the cache", sought).front().spans.empty());
}

TEST(Mentions, PointsAtTheWordsThatSayIt) {
  const std::string text = "First Batching: score 200 candidates over four cores. Done.";

  const std::vector<Mention> all = mock::findMentions(text, servingPoints());
  const Mention& batch = mentionOf(all, "batch");

  ASSERT_TRUE(batch.isFound);
  std::vector<std::string> said;
  for (const mock::Span& span : batch.spans)
    said.push_back(text.substr(span.from, span.to - span.from));
  EXPECT_EQ(said, (std::vector<std::string>{"Batching", "score", "200", "candidates", "over",
                                            "four", "cores"}));
}

TEST(Mentions, KeepsSpansInsideTheTextWhateverItsBytes) {
  for (const std::string text :
       {"caf\xc3\xa9 batch \xe2\x80\x94 200 candidates, four cores", "\xff batch \xfe cores 200"}) {
    for (const Mention& mention : mock::findMentions(text, servingPoints()))
      for (const mock::Span& span : mention.spans) {
        EXPECT_LT(span.from, span.to);
        EXPECT_LE(span.to, text.size());
      }
  }
}

TEST(Mentions, TellsStemsFromWordsThatOnlyBeginAlike) {
  EXPECT_TRUE(mock::areAlike(U"calibrated", U"calibration"));
  EXPECT_TRUE(mock::areAlike(U"train", U"training"));
  EXPECT_TRUE(mock::areAlike(U"latencey", U"latency"));
  EXPECT_FALSE(mock::areAlike(U"context", U"content"));
  EXPECT_FALSE(mock::areAlike(U"model", U"modern"));
  EXPECT_FALSE(mock::areAlike(U"fp16", U"fp32"));
  EXPECT_FALSE(mock::areAlike(U"loss", U"cost"));
}

}  // namespace
}  // namespace phaseboard::test
