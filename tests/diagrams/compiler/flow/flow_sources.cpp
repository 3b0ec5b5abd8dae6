// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/compiler/flow/flow_sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/compiler/flow/flow_compiler.h"
#include "tests/support/places.h"

namespace phaseboard::compiler {
namespace {

const std::filesystem::path kSamples = test::inSources("tests/data/figures");

std::string statement(const std::string& head, const std::string& required,
                      const std::string& more) {
  const std::string tooltip =
      more.find("tooltip=") == std::string::npos ? "tooltip=\"" + kWhy + "\"" : "";
  return head + " [" + required + " " + more + " " + tooltip + "];\n";
}

}  // namespace

std::string aFlow(const std::string& body) {
  return "digraph f { graph [title=\"A figure\", tooltip=\"What the whole figure wants to teach "
         "its "
         "reader.\"];\n" +
         body + "}\n";
}

std::string aNode(const std::string& id, const std::string& cell, const std::string& more) {
  const std::string label =
      more.find("label=") == std::string::npos ? "label=\"Card " + id + "\"" : "";
  return statement(id, "at=\"" + cell + "\" " + label, more);
}

std::string anEdge(const std::string& from, const std::string& to, const std::string& more) {
  return statement(from + " -> " + to, "", more);
}

ports::FigureResult compiled(const std::string& text) {
  return SvgFigureCompiler().compile({DiagramId("q/f"), "f.dot", text}, {});
}

std::vector<std::string> problemsIn(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto& problem : compiled(text).problems) {
    std::ostringstream line;
    line << problem;
    lines.push_back(line.str());
  }
  return lines;
}

std::vector<std::string> sampleFigures() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kSamples)) {
    if (entry.path().extension() == ".dot")
      names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

ports::FigureSource sampleSource(const std::string& name) {
  std::ifstream in(kSamples / (name + ".dot"), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return {DiagramId("q/" + name), name + ".dot", text.str()};
}

FlowFigure laidOutSample(const std::string& name) {
  Diagnostics problems;
  auto figure = layOutFlow(sampleSource(name), {}, problems);
  EXPECT_THAT(problems, testing::IsEmpty());
  return figure.value_or(FlowFigure{});
}

}  // namespace phaseboard::compiler
