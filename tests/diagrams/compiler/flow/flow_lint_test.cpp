// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_lint.h"

#include <ostream>

#include <gmock/gmock.h>

#include "tests/diagrams/compiler/flow/flow_sources.h"

namespace phaseboard::compiler {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

/// Two connected cards, in lines 2 to 4, that nothing is wrong with.
std::string goodPair() {
  return aNode("a", "0,0") + aNode("b", "1,0") + anEdge("a", "b");
}

TEST(FlowLint, FindsNothingInAGoodFigure) {
  EXPECT_THAT(problemsIn(aFlow(goodPair())), IsEmpty());
}

struct BrokenSource {
  const char* name;
  std::string text;
  std::string expected;  ///< begins with the place

  friend std::ostream& operator<<(std::ostream& out, const BrokenSource& source) {
    return out << source.name;
  }
};

class BrokenSources : public testing::TestWithParam<BrokenSource> {};

TEST_P(BrokenSources, AreReportedAtTheirLine) {
  const auto problems = problemsIn(GetParam().text);

  EXPECT_THAT(problems, Contains(StartsWith(GetParam().expected)));
  EXPECT_FALSE(compiled(GetParam().text).figure.has_value());
}

std::string withTwoNodes(const std::string& first, const std::string& second,
                         const std::string& edge) {
  return aFlow(first + second + edge);
}

const std::string kA = aNode("a", "0,0");
const std::string kB = aNode("b", "1,0");
const std::string kAB = anEdge("a", "b");

std::string manyNodes(int count) {
  std::string body;
  for (int i = 0; i < count; ++i)
    body += aNode("n" + std::to_string(i), std::to_string(i % 6) + "," + std::to_string(i / 6));
  for (int i = 1; i < count; ++i)
    body += anEdge("n" + std::to_string(i - 1), "n" + std::to_string(i));
  return aFlow(body);
}

INSTANTIATE_TEST_SUITE_P(
    FlowLint, BrokenSources,
    testing::Values(
        BrokenSource{"SyntaxError", "digraph f {\n a [label=\"x\"]\n ]\n}", "f.dot:3: "},
        BrokenSource{"OtherName",
                     "digraph g { graph [title=T tooltip=\"" + kWhy + "\"];\n" + goodPair() + "}",
                     "f.dot:1: the digraph is called 'g'"},
        BrokenSource{"NoTitle",
                     "digraph f { graph [tooltip=\"" + kWhy + "\"];\n" + goodPair() + "}",
                     "f.dot:1: figure: give the graph a title"},
        BrokenSource{"NoTooltip", withTwoNodes(aNode("a", "0,0", "tooltip=\"\""), kB, kAB),
                     "f.dot:2: node 'a': give it a tooltip"},
        BrokenSource{"ShortTooltip",
                     withTwoNodes(kA, kB, anEdge("a", "b", "tooltip=\"Too short.\"")),
                     "f.dot:4: edge 'a -> b': the tooltip has 10 characters"},
        BrokenSource{"NoLabel", withTwoNodes(aNode("a", "0,0", "label=\"\""), kB, kAB),
                     "f.dot:2: node 'a': give it a label"},
        BrokenSource{"UnknownClass", withTwoNodes(kA, aNode("b", "1,0", "class=servise"), kAB),
                     "f.dot:3: node 'b': unknown class 'servise'; use service, process"},
        BrokenSource{"UnknownEdgeClass", withTwoNodes(kA, kB, anEdge("a", "b", "class=stream")),
                     "f.dot:4: edge 'a -> b': unknown class 'stream'"},
        BrokenSource{"UnknownLaneClass",
                     aFlow("subgraph cluster_l { label=L; class=blue; tooltip=\"" + kWhy + "\";\n" +
                           goodPair() + "}\n"),
                     "f.dot:2: lane 'l': unknown class 'blue'"},
        BrokenSource{"LaneWithoutTooltip",
                     aFlow("subgraph cluster_l { label=L;\n" + goodPair() + "}\n"),
                     "f.dot:2: lane 'l': give it a tooltip"},
        BrokenSource{"UnknownIcon", withTwoNodes(aNode("a", "0,0", "icon=unicorn"), kB, kAB),
                     "f.dot:2: node 'a': unknown icon 'unicorn'"},
        BrokenSource{"UnknownFormula", withTwoNodes(aNode("a", "0,0", "math=\"x^2\""), kB, kAB),
                     "f.dot:2: node 'a': no outlines for the formula 'x^2'"},
        BrokenSource{"UnknownAttribute", withTwoNodes(aNode("a", "0,0", "subtitle=\"x\""), kB, kAB),
                     "f.dot:2: node 'a': unknown attribute 'subtitle'"},
        BrokenSource{"RawColour", withTwoNodes(aNode("a", "0,0", "fillcolor=\"#ff0000\""), kB, kAB),
                     "f.dot:2: node 'a': 'fillcolor' is not for authors"},
        BrokenSource{"BadId",
                     withTwoNodes(aNode("\"A_1\"", "0,0", "label=x"), kB, anEdge("\"A_1\"", "b")),
                     "f.dot:2: node 'A_1': the id must be lower case letters"},
        BrokenSource{
            "TakenId",
            aFlow("subgraph cluster_a { label=L; tooltip=\"" + kWhy + "\";\n" + goodPair() + "}\n"),
            "f.dot:3: node 'a': the id 'a' is taken"},
        BrokenSource{"SecondEdge", withTwoNodes(kA, kB, kAB + kAB),
                     "f.dot:5: edge 'a -> b': a second edge between the same nodes"},
        BrokenSource{"UndeclaredNode", withTwoNodes(kA, kB, kAB + anEdge("b", "c")),
                     "f.dot:5: node 'c': is the end of an edge but is never declared"},
        BrokenSource{"Orphan", withTwoNodes(kA, kB, kAB + aNode("c", "2,0")),
                     "f.dot:5: node 'c': no edge leads to it or from it"},
        BrokenSource{"SelfLoop", withTwoNodes(kA, kB, kAB + anEdge("a", "a")),
                     "f.dot:5: edge 'a -> a': leads from a node to itself"},
        BrokenSource{"StepGap",
                     withTwoNodes(kA, kB, anEdge("a", "b", "step=1") + anEdge("b", "a", "step=3")),
                     "f.dot:5: step 3 follows no step 2"},
        BrokenSource{"BadStep", withTwoNodes(kA, kB, anEdge("a", "b", "step=first")),
                     "f.dot:4: edge 'a -> b': step must be a number from 1"},
        BrokenSource{"BadCell", withTwoNodes(aNode("a", "left"), kB, kAB),
                     "f.dot:2: node 'a': at must be two numbers"},
        BrokenSource{"OddCell", withTwoNodes(aNode("a", "0.3,0"), kB, kAB),
                     "f.dot:2: node 'a': at=\"column,row\" counts cells"},
        BrokenSource{"OneWithoutCell",
                     withTwoNodes(kA, "b [label=B tooltip=\"" + kWhy + "\"];\n", kAB),
                     "f.dot:3: node 'b': give it a cell"},
        BrokenSource{"SameCell", withTwoNodes(kA, aNode("b", "0,0"), kAB),
                     "f.dot:3: node 'b': touches node 'a'"},
        BrokenSource{"WordTooWide",
                     withTwoNodes(aNode("a", "0,0", "label=\"Donaudampfschifffahrtsgesellschaft\""),
                                  kB, kAB),
                     "f.dot:2: node 'a': 'Donaudampfschifffahrtsgesellschaft' is wider"},
        BrokenSource{"ListWithoutItems", withTwoNodes(aNode("a", "0,0", "kind=list"), kB, kAB),
                     "f.dot:2: node 'a': kind=list and kind=tower need items"},
        BrokenSource{
            "StrangerInLane",
            aFlow("subgraph cluster_l { label=L; tooltip=\"" + kWhy + "\";\n" + aNode("a", "0,0") +
                  aNode("c", "2,0") + "}\n" + kB + kAB + anEdge("b", "c")),
            "f.dot:6: node 'b': stands in lane 'l' without belonging to it"},
        BrokenSource{"EdgeInLaneClaimsNode",
                     aFlow("subgraph cluster_l { label=L; tooltip=\"" + kWhy + "\";\n" + kA +
                           anEdge("a", "b") + "}\nsubgraph cluster_m { label=M; tooltip=\"" + kWhy +
                           "\";\n" + kB + "}\n"),
                     "f.dot:7: node 'b': stands in lane 'l' and in lane 'm'"},
        BrokenSource{"TooManyNodes", manyNodes(17), "f.dot:18: the figure has 17 nodes; split it"},
        BrokenSource{"TooWide",
                     withTwoNodes(aNode("a", "0,0", "minw=600"), aNode("b", "2,0", "minw=600"),
                                  kAB + aNode("c", "1,0", "minw=600") + anEdge("b", "c")),
                     "f.dot:0: the canvas is"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(FlowLint, ReportsAllMistakesInSourceOrder) {
  const auto problems =
      problemsIn(aFlow(aNode("a", "0,0", "icon=unicorn") + aNode("b", "1,0", "class=blue") +
                       anEdge("a", "b", "step=2")));

  EXPECT_THAT(problems, ElementsAre(StartsWith("f.dot:2: "), StartsWith("f.dot:3: "),
                                    StartsWith("f.dot:4: ")));
}

TEST(FlowLint, ReportsALabelWithoutRoomAndSaysWhatToDo) {
  const std::string crowded =
      aNode("a", "0,0") + aNode("b", "1,0") +
      anEdge("a", "b", "label=\"a very long label\" headport=n tailport=n") + aNode("c", "0,1") +
      anEdge("a", "c", "label=\"another long label\" tailport=e headport=e");

  const auto problems = problemsIn(aFlow(crowded));

  for (const auto& problem : problems)
    EXPECT_THAT(problem, AllOf(HasSubstr("label"), HasSubstr("shorten it")));
}

TEST(FlowLint, AcceptsANoteWithoutAnEdge) {
  EXPECT_THAT(problemsIn(aFlow(goodPair() + aNode("remark", "0,1", "class=note"))), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::compiler
