// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_compiler.h"

#include <string>

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kTree = R"(id: fig
kind: tree
title: Which one?
description: Two answers and what follows from them.
nodes:
  - id: root
    label: A question
    explanation: What is asked first, because everything else depends on it.
  - id: left
    parent: root
    branch: "no"
    why: Where the answer leads when it is no, and why that is so.
    label: Left
    explanation: What to do then, and what it costs to have chosen it.
  - id: right
    parent: root
    branch: "yes"
    why: Where the answer leads when it is yes, and why that is so.
    label: Right
    explanation: What to do then, and what it costs to have chosen it.
)";

const std::string kPlot = R"(id: fig
kind: plot
title: How does it grow?
description: One curve over one axis, which is as plain as a plot can be.
x: {label: days, min: 0, max: 10}
y: {label: rate, min: 0, max: 1}
series:
  - id: curve
    label: the rate
    points: [[0, 0.1], [10, 0.9]]
    explanation: It grows from the first day to the last without a break.
)";

ports::FigureResult compiled(const std::string& text,
                             const std::map<std::string, content::Formula>& formulas = {}) {
  return compileChart({DiagramId("q/fig"), "fig.yaml", text}, formulas);
}

std::string with(std::string text, const std::string& what, const std::string& instead) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), instead);
}

struct Broken {
  const char* name;
  std::string text;
  int line;
  const char* message;
};

std::ostream& operator<<(std::ostream& out, const Broken& broken) {
  return out << broken.name;
}

class BrokenChart : public testing::TestWithParam<Broken> {};

TEST_P(BrokenChart, IsRefusedWithFileAndLine) {
  const ports::FigureResult result = compiled(GetParam().text);

  EXPECT_FALSE(result.figure.has_value());
  EXPECT_THAT(result.problems,
              Contains(testing::AllOf(Field(&Diagnostic::file, "fig.yaml"),
                                      Field(&Diagnostic::line, GetParam().line),
                                      Field(&Diagnostic::message, HasSubstr(GetParam().message)))));
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, BrokenChart,
    testing::Values(
        Broken{"Syntax", with(kTree, "nodes:", "nodes: ["), 6, "this is not YAML"},
        Broken{"Tab", with(kTree, "    label: Left", "\tlabel: Left"), 13, "there is a tab"},
        Broken{"Encoding", with(kTree, "Left", "L\xff"), 13, "not valid UTF-8"},
        Broken{"NoMapping", "- one\n- two\n", 1, "is not a mapping"},
        Broken{"Kind", with(kTree, "kind: tree", "kind: shrub"), 1, "the kind 'shrub'"},
        Broken{"IdOfFile", with(kTree, "id: fig", "id: figure"), 1, "its file says 'fig'"},
        Broken{"NoTitle", with(kTree, "title: Which one?\n", ""), 1, "has no 'title'"},
        Broken{"UnknownField", with(kTree, "    label: Left", "    lable: Left"), 13,
               "node 'left' has the unknown field 'lable'"},
        Broken{"FieldTwice", with(kTree, "label: Left", "label: Left\n    label: Right"), 14,
               "the field 'label' twice"},
        Broken{"NoLabel", with(kTree, "    label: Left\n", ""), 9, "node 'left' has no 'label'"},
        Broken{"NoExplanation", with(kPlot, "    explanation: It", "    sub: It"), 8,
               "series 'curve' has no explanation"},
        Broken{"ShortExplanation",
               with(kPlot, "It grows from the first day to the last without a break.", "It grows."),
               8, "an explanation of 40 characters"},
        Broken{"UnknownClass", with(kPlot, "id: curve", "id: curve\n    class: modle"), 8,
               "the class 'modle', which is none of service"},
        Broken{"RawColour", with(kPlot, "id: curve", "id: curve\n    class: \"#ff0000\""), 8,
               "the class '#ff0000'"},
        Broken{"UnknownIcon", with(kTree, "id: left", "id: left\n    icon: brian"), 9,
               "the unknown icon 'brian'"},
        Broken{"BadId", with(kTree, "id: right", "id: Right"), 15, "the id 'Right'"},
        Broken{"IdTwice", with(kTree, "id: right", "id: left"), 15,
               "the id 'left' is already used on line 9"},
        Broken{"UnknownParent", with(kTree, "parent: root", "parent: rot"), 9,
               "needs a 'parent' that stands before it"},
        Broken{"NoWhy",
               with(kTree,
                    "    why: Where the answer leads when it is no, and why that is "
                    "so.\n",
                    ""),
               9, "needs a 'why'"},
        Broken{"LongWord", with(kTree, "label: Left", "label: Donaudampfschifffahrtsgesellschaft"),
               9, "a word wider than its card"},
        Broken{"NotANumber", with(kPlot, "[10, 0.9]", "[ten, 0.9]"), 10,
               "needs a number, not 'ten'"},
        Broken{"PointOutside", with(kPlot, "[10, 0.9]", "[10, 1.9]"), 10, "outside the axes"},
        Broken{"PointsFall", with(kPlot, "[[0, 0.1], [10, 0.9]]", "[[10, 0.1], [0, 0.9]]"), 10,
               "by rising x"},
        Broken{"EmptyAxis", with(kPlot, "min: 0, max: 10", "min: 10, max: 10"), 5,
               "a 'min' below its 'max'"},
        Broken{"TickOutside", with(kPlot, "max: 10}", "max: 10, ticks: [0, 11]}"), 5,
               "a tick at 11"},
        Broken{"LogOfZero", with(kPlot, "max: 10}", "max: 10, log: true}"), 5, "above 0"},
        Broken{"TooWide", kPlot + "width: 1600\n", 1, "the most is 1480 by 1000"},
        Broken{"TicksTouch",
               with(kPlot, "max: 10}", "max: 10, ticks: [[1, a long word], [1.1, another one]]}"),
               1, "touches the one before it"},
        Broken{"NoOutlines", kPlot + "formula: 'x^2'\n", 1, "a formula without outlines: x^2"}),
    [](const testing::TestParamInfo<Broken>& broken) { return std::string(broken.param.name); });

TEST(ChartCompiler, ReportsAllMistakesInTheOrderOfTheirLines) {
  std::string text = with(kTree, "label: A question", "lable: A question");
  text = with(text, "label: Right", "label: Right\n    icon: brian");

  const ports::FigureResult result = compiled(text);

  std::vector<int> lines;
  for (const Diagnostic& problem : result.problems)
    lines.push_back(problem.line);
  EXPECT_THAT(lines, ElementsAre(6, 7, 15));
}

TEST(ChartCompiler, KeepsPartsWithTheirEndsAndText) {
  const ports::FigureResult result = compiled(kTree);

  ASSERT_THAT(result.problems, IsEmpty());
  const content::Diagram& figure = *result.figure;
  EXPECT_EQ(figure.id, DiagramId("q/fig"));
  EXPECT_EQ(figure.question, QuestionId("q"));
  EXPECT_EQ(figure.kind, "tree");
  ASSERT_EQ(figure.parts.size(), 5U);
  EXPECT_EQ(figure.parts.front().id, PartId("root"));
  const content::Part& edge = figure.parts[1];
  EXPECT_EQ(edge.id, PartId("root--left"));
  EXPECT_EQ(edge.kind, content::PartKind::Edge);
  EXPECT_EQ(edge.from, PartId("root"));
  EXPECT_EQ(edge.to, PartId("left"));
  EXPECT_EQ(edge.label, "no");
  EXPECT_EQ(edge.shape, "flow");
}

TEST(ChartCompiler, ChangesAPartsHashOnlyWithWhatPeopleAreAsked) {
  const auto hashOf = [](const std::string& text) {
    return compiled(text).figure->parts.front().hash;
  };
  const std::uint64_t hash = hashOf(kPlot);

  EXPECT_EQ(hashOf(with(kPlot, "0.9", "0.8")), hash);
  EXPECT_NE(hashOf(with(kPlot, "the rate", "a rate")), hash);
  EXPECT_NE(hashOf(with(kPlot, "It grows", "It rises")), hash);
}

TEST(ChartCompiler, TypesetsTheFormulaOfAFigureBelowIt) {
  const std::map<std::string, content::Formula> formulas{
      {"x^2", {2000, 900, 250, "M0 0L500 -500Z"}}};

  const ports::FigureResult plain = compiled(kPlot);
  const ports::FigureResult typeset = compiled(kPlot + "formula: 'x^2'\n", formulas);

  ASSERT_THAT(typeset.problems, IsEmpty());
  EXPECT_GT(typeset.figure->height, plain.figure->height);
  EXPECT_THAT(typeset.figure->svg, HasSubstr("M0 0L500 -500Z"));
}

TEST(ChartCompiler, EscapesWhatXmlWouldMisread) {
  const ports::FigureResult result = compiled(with(kPlot, "the rate", "a < b & \"c\""));

  ASSERT_THAT(result.problems, IsEmpty());
  EXPECT_THAT(result.figure->svg, HasSubstr("a &lt; b &amp; "));
  EXPECT_EQ(result.figure->parts.front().title, "a < b & \"c\"");
}

}  // namespace
}  // namespace phaseboard::compiler
