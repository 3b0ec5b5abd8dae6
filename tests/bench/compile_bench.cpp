// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include <QGuiApplication>

#include "app/content/source/figure_stage.h"
#include "app/content/source/formula_source.h"
#include "diagrams/compiler/figure_cache.h"
#include "diagrams/compiler/figure_compiler.h"

namespace {

namespace fs = std::filesystem;
namespace content = phaseboard::content;
using phaseboard::DiagramId;
using phaseboard::compiler::CachedFigureCompiler;
using phaseboard::compiler::SvgFigureCompiler;
using phaseboard::ports::FigureSource;

std::string contentsOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

FigureSource sourceOf(const std::string& name) {
  return {DiagramId("q/" + name), name + ".dot",
          contentsOf(PHASEBOARD_FIGURES "/" + name + ".dot")};
}

/// Figures of our catalogue, again from the beginning until there are `count`.
std::vector<FigureSource> catalogue(std::size_t count) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(PHASEBOARD_CATALOGUE)) {
    if (entry.path().extension() == ".dot" || entry.path().extension() == ".yaml")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<FigureSource> sources;
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path& file = files[i % files.size()];
    const std::string otherwise(i / files.size(), '\n');  // so that no two are the same
    sources.push_back(
        {DiagramId(file.parent_path().filename().string() + "/" + file.stem().string()),
         file.filename().string(), contentsOf(file) + otherwise});
  }
  return sources;
}

std::map<std::string, content::Formula> packFormulas() {
  content::Ledger ledger;
  const auto root =
      content::readSourceTree("formulas.json", contentsOf(PHASEBOARD_FORMULAS), ledger.problems);
  return root ? content::readFormulas(*root, content::FileLog(ledger, "formulas.json"))
              : std::map<std::string, content::Formula>{};
}

/// 300 figures on both cores: from nothing, or with all but one kept from before.
void compileCatalogue(benchmark::State& state, bool isKept) {
  const auto formulas = packFormulas();
  auto sources = catalogue(300);
  const fs::path folder = fs::temp_directory_path() / "phaseboard-compile-bench";
  const SvgFigureCompiler plain;
  const int workers = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  int turn = 0;
  for (auto _ : state) {
    if (!isKept)
      fs::remove_all(folder);
    sources.front().text += "\n";
    const CachedFigureCompiler compiler(plain, folder);
    const auto results = content::compileFigures(sources, formulas, compiler, workers);
    for (const auto& result : results) {
      if (!result.figure)
        state.SkipWithError("a figure has problems");
    }
    if (isKept && turn++ > 0 && compiler.compiled() != 1)
      state.SkipWithError("more than the changed figure was compiled");
  }
  fs::remove_all(folder);
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
BENCHMARK_CAPTURE(compileCatalogue, from_nothing, false)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(3);
BENCHMARK_CAPTURE(compileCatalogue, one_changed, true)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(4);

}  // namespace

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  const QGuiApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
