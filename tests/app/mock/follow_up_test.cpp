// SPDX-License-Identifier: Apache-2.0
#include "app/mock/follow_up.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/app/mock/mock_builder.h"

namespace phaseboard::test {
namespace {

using mock::Expected;
using mock::FollowUp;
using mock::Rule;

content::Part node(const char* id, const char* role, const char* title) {
  content::Part part;
  part.id = PartId{id};
  part.kind = content::PartKind::Node;
  part.shape = role;
  part.title = title;
  part.explanation = std::string(title) + " does its work.";
  return part;
}

content::Part edge(const char* from, const char* to, const char* label, int step = 0) {
  content::Part part;
  part.id = PartId{std::string(from) + "--" + to};
  part.kind = content::PartKind::Edge;
  part.shape = "flow";
  part.label = label;
  part.title = label;
  part.from = PartId{from};
  part.to = PartId{to};
  if (step > 0)
    part.step = step;
  return part;
}

content::Diagram aReference() {
  content::Diagram figure;
  figure.id = DiagramId{"rides/matching"};
  figure.parts = {node("rider", "actor", "Rider"),
                  node("gateway", "service", "Gateway"),
                  node("retrieval", "process", "Driver search"),
                  node("ranker", "model", "Match model"),
                  node("features", "store", "Feature store"),
                  node("join", "process", "Label join"),
                  node("auc", "metric", "Calibration by city"),
                  node("rules", "policy", "Safety rules"),
                  edge("rider", "gateway", "request", 1),
                  edge("gateway", "retrieval", "place", 2),
                  edge("retrieval", "ranker", "50 drivers", 3),
                  edge("features", "ranker", "features"),
                  edge("ranker", "rules", "scores", 4),
                  edge("rules", "rider", "offer", 5),
                  edge("gateway", "join", "offers"),
                  edge("join", "features", "outcomes")};
  return figure;
}

std::vector<content::Note> someNotes() {
  content::Note serve;
  serve.phase = PhaseId{"serve"};
  serve.followUps = {{ItemId{"rides/why-cells"}, "Why cells and not a tree?",
                      "Cells are cheap. They move with [the map](concept:map).",
                      content::Level::Staff}};
  content::Note model;
  model.phase = PhaseId{"model"};
  model.followUps = {{ItemId{"rides/why-pairs"}, "Why pairs?", "Pairs rank.", content::Level::Mid}};
  return {model, serve};
}

std::vector<FollowUp> allFor(const mock::Plan& plan) {
  return mock::followUpsFor(aReference(), {}, someNotes(), plan);
}

const FollowUp* first(const std::vector<FollowUp>& all, Rule rule) {
  for (const FollowUp& one : all)
    if (one.rule == rule)
      return &one;
  return nullptr;
}

TEST(FollowUps, ArisesByEveryRule) {
  const auto all = allFor(aPlan());

  for (const Rule rule : mock::kRules)
    EXPECT_NE(first(all, rule), nullptr) << mock::nameOf(rule);
}

TEST(FollowUps, HasAnIdOfItsOwnAndSomethingToMentionEach) {
  std::set<std::string> ids;
  for (const FollowUp& one : allFor(aPlan())) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_FALSE(one.points.empty()) << one.id;
  }
}

TEST(FollowUps, AreTheSameForTheSameSeedAndOthersForAnother) {
  const auto one = allFor(aPlan(mock::Form::Whole, mock::Style::Neutral, 5));
  const auto again = allFor(aPlan(mock::Form::Whole, mock::Style::Neutral, 5));
  std::set<std::string> firsts;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    firsts.insert(allFor(aPlan(mock::Form::Whole, mock::Style::Neutral, seed)).front().id);

  ASSERT_EQ(one.size(), again.size());
  for (std::size_t i = 0; i < one.size(); ++i)
    EXPECT_EQ(one[i].id, again[i].id);
  EXPECT_GT(firsts.size(), 5U);
}

TEST(FollowUps, TakesTurnsBetweenTheRules) {
  const auto all = allFor(aPlan());

  std::set<Rule> rules;
  for (std::size_t i = 0; i < mock::kRules.size(); ++i)
    rules.insert(all.at(i).rule);
  EXPECT_EQ(rules.size(), mock::kRules.size());
}

TEST(FollowUps, SaysWhatGoesWithoutARemovedPart) {
  for (const FollowUp& one : allFor(aPlan())) {
    if (one.rule != Rule::RemovePart || one.names.front() != "Driver search")
      continue;
    EXPECT_EQ(one.points.at(0).text, "Driver search does its work.");
    EXPECT_EQ(one.points.at(1).expected, Expected::Starved);
    EXPECT_EQ(one.points.at(1).names, std::vector<std::string>{"Match model"});
    return;
  }
  FAIL() << "nobody asked about the search";
}

TEST(FollowUps, NeverRemovesWhoIsServed) {
  for (const FollowUp& one : allFor(aPlan()))
    EXPECT_FALSE(one.rule == Rule::RemovePart && one.names.front() == "Rider");
}

TEST(FollowUps, FollowsTheNumberedPathWhenLoadGrows) {
  const auto all = allFor(aPlan());
  const FollowUp* tenfold = first(all, Rule::Tenfold);

  ASSERT_NE(tenfold, nullptr);
  EXPECT_EQ(tenfold->points.front().names,
            (std::vector<std::string>{"Gateway", "Driver search", "Match model", "Safety rules"}));
}

TEST(FollowUps, NamesWhereLabelsAreJoined) {
  const auto all = allFor(aPlan());
  const FollowUp* late = first(all, Rule::LabelsLate);

  ASSERT_NE(late, nullptr);
  EXPECT_EQ(late->names, std::vector<std::string>{"Label join"});
}

TEST(FollowUps, KeepsToThePhasesOfAShortForm) {
  for (const FollowUp& one : allFor(aPlan(mock::Form::OneStage)))
    EXPECT_NE(one.id, "rides/why-cells");
  const auto round = allFor(aPlan(mock::Form::FollowUps));
  EXPECT_NE(first(round, Rule::Authored), nullptr);
}

TEST(FollowUps, AsksAFigureThatHasNothingNothing) {
  content::Diagram empty;
  empty.id = DiagramId{"rides/empty"};

  EXPECT_TRUE(mock::followUpsFor(empty, {}, {}, aPlan()).empty());
}

TEST(FollowUps, ComeEarlierAndMoreOftenTheMoreDemandingTheStyle) {
  const auto plan = [](mock::Style style) { return aPlan(mock::Form::Whole, style); };
  using mock::Style;

  EXPECT_EQ(mock::followUpsDue(plan(Style::Demanding), minutes(13), 0), 0U);
  EXPECT_EQ(mock::followUpsDue(plan(Style::Demanding), minutes(14), 0), 1U);
  EXPECT_EQ(mock::followUpsDue(plan(Style::Guiding), minutes(33), 0), 0U);
  EXPECT_EQ(mock::followUpsDue(plan(Style::Guiding), minutes(34), 0), 1U);
  for (const Style style : mock::kStyles)
    EXPECT_EQ(mock::followUpsDue(plan(style), minutes(45), 0), mock::followUpCount(plan(style)));
}

TEST(FollowUps, ComeOneAfterTheOtherInARound) {
  const mock::Plan plan = aPlan(mock::Form::FollowUps, mock::Style::Guiding);

  EXPECT_EQ(mock::followUpsDue(plan, minutes(0), 0), 1U);
  EXPECT_EQ(mock::followUpsDue(plan, minutes(9), 0), 1U);
  EXPECT_EQ(mock::followUpsDue(plan, minutes(1), 2), 3U);
  EXPECT_EQ(mock::followUpsDue(plan, minutes(1), 9), 4U);
}

TEST(FollowUps, HearWhatAGoodAnswerMentions) {
  for (const FollowUp& one : allFor(aPlan())) {
    if (one.rule != Rule::RemovePart || one.names.front() != "Driver search")
      continue;
    const auto mentions = mock::findMentions(
        "The match model gets no candidates. Fall back to the nearest free driver, with an alert.",
        mock::soughtIn(one));
    EXPECT_FALSE(mentions.at(0).isFound);
    EXPECT_TRUE(mentions.at(1).isFound);
    EXPECT_TRUE(mentions.at(2).isFound);
    EXPECT_TRUE(mentions.at(3).isFound);
  }
}

TEST(FollowUps, HearNothingInWordsThatAreSaidOfAnything) {
  for (const FollowUp& one : allFor(aPlan())) {
    if (one.rule == Rule::Authored)
      continue;
    for (const std::string text : {"It has a cache.", "The model is old.", "I would wait.",
                                   "That is a question of budget.", "There is a log."})
      for (const mock::Mention& mention : mock::findMentions(text, mock::soughtIn(one)))
        EXPECT_FALSE(mention.isFound) << one.id << " point " << mention.id << ": " << text;
  }
}

TEST(FollowUps, TakesAnAuthoredAnswerApartIntoSentences) {
  const auto all = allFor(aPlan());
  for (const FollowUp& one : all)
    if (one.id == "rides/why-cells") {
      ASSERT_EQ(one.points.size(), 2U);
      EXPECT_EQ(one.points.at(1).text, "They move with the map.");
    }
}

}  // namespace
}  // namespace phaseboard::test
