// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/dot_reader.h"

#include <thread>

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

std::optional<RawGraph> read(const std::string& source, Diagnostics* problems = nullptr) {
  Diagnostics own;
  return readDot("f.dot", source, problems != nullptr ? *problems : own);
}

void expectNextIsReadAsItStands() {
  Diagnostics problems;
  const auto graph = read("digraph g { a [label=\"A > b\"]; a -> b }", &problems);
  EXPECT_THAT(problems, IsEmpty());
  ASSERT_TRUE(graph.has_value());
  EXPECT_EQ(graph->name, "g");
  EXPECT_THAT(graph->nodes, SizeIs(2));
}

TEST(DotReader, FindsTheLineOfEveryStatement) {
  const auto graph = read(
      "// a comment with -> and { inside\n"
      "digraph \"two-tower\" {\n"
      "  subgraph cluster_lane { label=\"L\";\n"
      "    a [label=\"a -> b; {\"];\n"
      "\n"
      "    \"b-c\" [label=\"two\n"
      "lines\"]; }\n"
      "  a -> \"b-c\" [label=x]; a -> \"b-c\"\n"
      "  /* over\n"
      "     lines */ \"b-c\" -> a -> a;\n"
      "}\n");

  ASSERT_TRUE(graph.has_value());
  EXPECT_EQ(graph->name, "two-tower");
  EXPECT_EQ(graph->line, 2);
  EXPECT_THAT(graph->clusters, ElementsAre(Field(&RawCluster::line, 3)));
  EXPECT_THAT(graph->nodes, ElementsAre(Field(&RawNode::line, 4), Field(&RawNode::line, 6)));
  EXPECT_THAT(graph->edges, ElementsAre(Field(&RawEdge::line, 8), Field(&RawEdge::line, 8),
                                        Field(&RawEdge::line, 10), Field(&RawEdge::line, 10)));
}

TEST(DotReader, TellsWhatStandsBehindTheFigure) {
  for (const char* beyond : {"a -> b [oops", "}", "digraph g { c }", "\"words\""}) {
    SCOPED_TRACE(beyond);
    Diagnostics problems;
    EXPECT_TRUE(
        read(std::string("digraph f {\n  a [label=\"}\"]; subgraph cluster_c { b }\n}\n// end\n") +
                 beyond + "\n",
             &problems));
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems.front().line, 5);
  }
  Diagnostics none;
  EXPECT_TRUE(read("digraph f { a }\n// the end }\n/* { */\n", &none));
  EXPECT_THAT(none, IsEmpty());
}

TEST(DotReader, TellsALanesOwnAttributesFromThoseOfTheFigure) {
  const auto graph = read(
      "digraph f { graph [tooltip=\"of the figure\"];\n"
      "subgraph cluster_a { label=\"A\"; x; subgraph cluster_b { label=\"B\"; y } } }");

  ASSERT_TRUE(graph.has_value());
  ASSERT_THAT(graph->clusters, SizeIs(2));
  EXPECT_THAT(graph->clusters[0].attributes, ElementsAre(Pair("label", "A")));
  EXPECT_THAT(graph->clusters[1].attributes, ElementsAre(Pair("label", "B")));
  EXPECT_EQ(graph->clusters[1].parent, "a");
}

TEST(DotReader, KeepsLanesInSourceOrder) {
  std::string source = "digraph f {\n";
  for (const char* id : {"zebra", "apple", "mango", "kiwi", "fig"})
    source += "subgraph cluster_" + std::string(id) + " { n_" + id + " }\n";

  const auto graph = read(source + "}");

  ASSERT_TRUE(graph.has_value());
  EXPECT_THAT(graph->clusters,
              ElementsAre(Field(&RawCluster::id, "zebra"), Field(&RawCluster::id, "apple"),
                          Field(&RawCluster::id, "mango"), Field(&RawCluster::id, "kiwi"),
                          Field(&RawCluster::id, "fig")));
}

TEST(DotReader, ReportsASyntaxErrorWithItsLine) {
  Diagnostics problems;

  const auto graph = read("digraph f {\n  a -> b;\n  a -> -> b;\n}\n", &problems);

  EXPECT_FALSE(graph.has_value());
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].line, 3);
  EXPECT_THAT(problems[0].message, HasSubstr("syntax error"));
}

TEST(DotReader, CountsLinesAnewAfterABrokenSource) {
  Diagnostics problems;
  (void)read("digraph f {\n\n\n\n a -> ;\n}", &problems);
  problems.clear();

  (void)read("digraph f {\n a -> ;\n}", &problems);

  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].line, 2);
}

TEST(DotReader, ReadsASourceAfterAnyUnfinishedOne) {
  for (const char* unfinished :
       {"digraph f { a [label=\"x", "digraph f { a [label=<<b>x", "digraph f { a /* x",
        "digraph f { a [label=\"x\" +", "digraph f { # x", "digraph f { subgraph cluster_a {"}) {
    SCOPED_TRACE(unfinished);
    EXPECT_FALSE(read(unfinished).has_value());
    expectNextIsReadAsItStands();
  }
}

TEST(DotReader, ReadsASourceAfterOneWithWordsBehindIts) {
  for (const char* behind : {"\"x", "<<b>x", "/* x", "subgraph", "digraph h { c }", "\xff", "} }",
                             "\"x\" + \"", "a <", "a <a"}) {
    SCOPED_TRACE(behind);
    static_cast<void>(read(std::string("digraph f { a } ") + behind));
    expectNextIsReadAsItStands();
  }
}

TEST(DotReader, RefusesWhatIsNoDirectedGraph) {
  for (const char* source : {"", "graph f { a -- b }", "nonsense", "{\"json\": 1}", "\xff\xfe{"}) {
    SCOPED_TRACE(source);
    Diagnostics problems;

    const auto graph = read(source, &problems);

    EXPECT_FALSE(graph.has_value());
    EXPECT_THAT(problems, SizeIs(1));
  }
}

TEST(DotReader, ReportsANodeDeclaredTwice) {
  Diagnostics problems;

  (void)read("digraph f {\n a [label=x];\n a [label=y];\n}", &problems);

  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].line, 3);
}

TEST(DotReader, MayBeUsedFromSeveralThreads) {
  std::vector<std::thread> threads;
  std::vector<std::size_t> edges(4);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    threads.emplace_back([i, &edges] {
      for (int round = 0; round < 50; ++round)
        edges[i] += read("digraph f { a -> b -> c; }")->edges.size();
    });
  }
  for (auto& thread : threads)
    thread.join();

  EXPECT_THAT(edges, ElementsAre(100, 100, 100, 100));
}

}  // namespace
}  // namespace phaseboard::compiler
