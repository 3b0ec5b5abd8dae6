// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/graph_difference.h"

#include <gmock/gmock.h>

namespace phaseboard::graphs {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

content::Part node(const std::string& id) {
  content::Part part;
  part.id = PartId(id);
  part.title = id;
  return part;
}

content::Part edge(const std::string& from, const std::string& to, const std::string& label = {},
                   const std::string& id = {}) {
  content::Part part;
  part.id = PartId(id.empty() ? from + "--" + to : id);
  part.kind = content::PartKind::Edge;
  part.from = PartId(from);
  part.to = PartId(to);
  part.label = label;
  return part;
}

std::vector<content::Part> serving() {
  return {node("user"),
          node("server"),
          node("model"),
          node("store"),
          edge("user", "server", "request"),
          edge("server", "model", "400 ads"),
          edge("store", "model")};
}

GraphDifference compare(const std::vector<content::Part>& one,
                        const std::vector<content::Part>& other) {
  return compareGraphs(graphOf(one), graphOf(other));
}

TEST(GraphDifference, FindsNothingBetweenAFigureAndItself) {
  const GraphDifference found = compare(serving(), serving());

  EXPECT_EQ(found.score, 1);
  EXPECT_THAT(found.missing, IsEmpty());
  EXPECT_THAT(found.extra, IsEmpty());
  EXPECT_EQ(found.edges, EdgeDifference{});
  EXPECT_EQ(found.common.size(), 7U);
}

TEST(GraphDifference, CallsTwoEmptyFiguresTheSame) {
  EXPECT_EQ(compare({}, {}).score, 1);
}

TEST(GraphDifference, ListsAMissingNodeWithItsEdges) {
  auto other = serving();
  std::erase_if(other, [](const content::Part& part) {
    return part.id == PartId("store") || part.id == PartId("store--model");
  });

  const GraphDifference found = compare(serving(), other);

  EXPECT_THAT(found.missing, ElementsAre(PartId("store")));
  EXPECT_THAT(found.edges.missing, ElementsAre(PartId("store--model")));
  EXPECT_NEAR(found.score, 2 * 5.0 / 12, 1e-12);
}

TEST(GraphDifference, ListsWhatIsExtra) {
  auto other = serving();
  other.push_back(node("auction"));
  other.push_back(edge("model", "auction"));

  const GraphDifference found = compare(serving(), other);

  EXPECT_THAT(found.extra, ElementsAre(PartId("auction")));
  EXPECT_THAT(found.edges.extra, ElementsAre(PartId("model--auction")));
}

TEST(GraphDifference, TellsAReversedEdgeFromAMissingOne) {
  auto other = serving();
  other.back() = edge("model", "store");

  const GraphDifference found = compare(serving(), other);

  EXPECT_THAT(found.edges.reversed, ElementsAre(PartId("store--model")));
  EXPECT_THAT(found.edges.missing, IsEmpty());
  EXPECT_THAT(found.edges.extra, IsEmpty());
  EXPECT_NEAR(found.score, 2 * 6.5 / 14, 1e-12);
  EXPECT_EQ(found.common.at(PartId("store--model")), PartId("model--store"));
}

TEST(GraphDifference, NamesARelabelledEdge) {
  auto other = serving();
  other[5] = edge("server", "model", "200 ads");

  EXPECT_THAT(compare(serving(), other).edges.relabelled, ElementsAre(PartId("server--model")));
}

TEST(GraphDifference, DoesNotMindTheCaseOfALabel) {
  auto other = serving();
  other[4] = edge("user", "server", "Request.");

  EXPECT_EQ(compare(serving(), other).score, 1);
}

TEST(GraphDifference, PairsParallelEdgesByTheirLabels) {
  const std::vector<content::Part> one{node("a"), node("b"), edge("a", "b", "x", "first"),
                                       edge("a", "b", "y", "second")};
  const std::vector<content::Part> other{node("a"), node("b"), edge("a", "b", "y", "upper")};

  const GraphDifference found = compare(one, other);

  EXPECT_THAT(found.edges.missing, ElementsAre(PartId("first")));
  EXPECT_EQ(found.common.at(PartId("second")), PartId("upper"));
  EXPECT_THAT(found.edges.relabelled, IsEmpty());
}

TEST(GraphDifference, DoesNotDependOnTheOrderOfTheParts) {
  auto other = serving();
  std::reverse(other.begin(), other.end());

  EXPECT_EQ(compare(serving(), other).score, 1);
}

TEST(GraphDifference, ComparesLargeFiguresInNoTime) {
  std::vector<content::Part> parts;
  for (int i = 0; i < 200; ++i) {
    parts.push_back(node("n" + std::to_string(i)));
    if (i > 0)
      parts.push_back(edge("n" + std::to_string(i - 1), "n" + std::to_string(i)));
  }

  EXPECT_EQ(compare(parts, parts).score, 1);
}

}  // namespace
}  // namespace phaseboard::graphs
