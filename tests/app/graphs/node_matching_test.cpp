// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/node_matching.h"

#include <gmock/gmock.h>

namespace phaseboard::graphs {
namespace {

using Pairs = std::vector<std::optional<std::size_t>>;

GraphNode node(const std::string& id, const std::string& title, const std::string& role = "model") {
  return {PartId(id), false, role, title, {}, std::nullopt};
}

TEST(NodeMatching, TrustsAnIdAboveANewName) {
  const FigureGraph reference{{node("rank", "Heavy ranker"), node("light", "Light ranker")}, {}};
  const FigureGraph other{{node("light", "Heavy ranker"), node("rank", "Model")}, {}};

  EXPECT_EQ(matchNodes(reference, other), (Pairs{1, 0}));
}

TEST(NodeMatching, FindsANameWhateverItsCaseAndPunctuation) {
  const FigureGraph reference{{node("a", "Feature store (online)")}, {}};
  const FigureGraph other{{node("x", "Ranker"), node("y", "feature-store, ONLINE")}, {}};

  EXPECT_EQ(matchNodes(reference, other), Pairs{1});
}

TEST(NodeMatching, FindsAThingByItsConcept) {
  GraphNode reference = node("a", "Retrieval");
  reference.conceptId = ConceptId("candidate-generation");
  GraphNode other = node("b", "Candidates");
  other.conceptId = ConceptId("candidate-generation");

  EXPECT_EQ(matchNodes({{reference}, {}}, {{other}, {}}), Pairs{0});
}

TEST(NodeMatching, FindsAThingByASynonym) {
  GraphNode reference = node("a", "Candidate generation");
  reference.synonyms = {"Retrieval", "Recall stage"};

  EXPECT_EQ(matchNodes({{reference}, {}}, {{node("b", "retrieval")}, {}}), Pairs{0});
}

TEST(NodeMatching, NeverTakesAGroupForANode) {
  GraphNode group = node("serve", "Serving");
  group.isGroup = true;

  EXPECT_EQ(matchNodes({{group}, {}}, {{node("serve", "Serving")}, {}}), Pairs{std::nullopt});
}

TEST(NodeMatching, LeavesStrangersAlone) {
  EXPECT_EQ(matchNodes({{node("a", "Feature store")}, {}}, {{node("b", "Auction")}, {}}),
            Pairs{std::nullopt});
}

TEST(NodeMatching, AsksTheNeighboursWhenNamesAreEqual) {
  const FigureGraph reference{
      {node("log", "Log"), node("t1", "Cache"), node("t2", "Cache"), node("user", "User")},
      {{PartId("e1"), 0, 1, ""}, {PartId("e2"), 2, 3, ""}}};
  const FigureGraph other{
      {node("c1", "Cache"), node("c2", "Cache"), node("u", "User"), node("l", "Log")},
      {{PartId("f1"), 0, 2, ""}, {PartId("f2"), 3, 1, ""}}};

  EXPECT_EQ(matchNodes(reference, other), (Pairs{3, 1, 0, 2}));
}

}  // namespace
}  // namespace phaseboard::graphs
