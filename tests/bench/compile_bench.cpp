// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <benchmark/benchmark.h>

#include <QGuiApplication>

#include "diagrams/compiler/figure_compiler.h"

namespace {

using phaseboard::DiagramId;
using phaseboard::compiler::SvgFigureCompiler;
using phaseboard::ports::FigureSource;

FigureSource sourceOf(const std::string& name) {
  std::ifstream in(PHASEBOARD_FIGURES "/" + name + ".dot", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return {DiagramId("q/" + name), name + ".dot", text.str()};
}

/// From source text to SVG, as `pack build` does it for each figure.
void compileFigure(benchmark::State& state, const std::string& name) {
  const FigureSource source = sourceOf(name);
  const SvgFigureCompiler compiler;
  for (auto _ : state) {
    const auto result = compiler.compile(source, {});
    if (!result.figure)
      state.SkipWithError("the source has problems");
    benchmark::DoNotOptimize(result);
  }
}

BENCHMARK_CAPTURE(compileFigure, ads_serving, "ads-serving")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compileFigure, learning_loop, "learning-loop")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compileFigure, two_tower, "two-tower")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compileFigure, grouped_fan_in, "harm-heads")->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  const QGuiApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
