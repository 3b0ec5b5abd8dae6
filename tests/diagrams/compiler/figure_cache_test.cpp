// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/figure_cache.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

namespace phaseboard::compiler {
namespace {

/// Gives every source a figure of its own and counts.
class CountingCompiler : public ports::FigureCompiler {
 public:
  ports::FigureResult compile(const ports::FigureSource& source,
                              const std::map<std::string, content::Formula>&) const override {
    ++calls;
    if (source.text == "bad")
      return {std::nullopt, {{source.file, 3, "is bad"}}};
    content::Diagram figure;
    figure.id = source.id;
    figure.question = QuestionId("q");
    figure.kind = "plot";
    figure.title = "Title of \"" + source.text + "\"";
    figure.width = 812.1250000000001;
    figure.height = 0.1;
    figure.svg = "<svg>\n" + source.text + "</svg>";
    figure.hash = 0xfedcba9876543210U;
    content::Part part;
    part.id = PartId("a--b");
    part.kind = content::PartKind::Edge;
    part.from = PartId("a");
    part.to = PartId("b");
    part.step = 3;
    part.conceptId = ConceptId("c");
    part.explanation = "Why – with a dash";
    part.hash = 42;
    figure.parts = {part};
    return {figure, {}};
  }

  mutable int calls = 0;
};

class FigureCache : public testing::Test {
 protected:
  [[nodiscard]] ports::FigureSource source(const std::string& text) const {
    return {DiagramId("q/f"), "q/f.yaml", text};
  }
  [[nodiscard]] std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> all;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "kept"))
      all.push_back(entry.path());
    return all;
  }
  [[nodiscard]] CachedFigureCompiler cached(std::uint64_t version = 1) const {
    return {m_compiler, m_folder / "kept", version};
  }

  test::TemporaryFolder m_folder;
  CountingCompiler m_compiler;
};

TEST_F(FigureCache, GivesWhatTheCompilerGaveWithoutCompilingAgain) {
  const auto first = cached().compile(source("text"), {});
  const auto second = cached().compile(source("text"), {});

  EXPECT_EQ(m_compiler.calls, 1);
  EXPECT_EQ(keptFigure(*second.figure), keptFigure(*first.figure));
  EXPECT_EQ(second.figure->width, 812.1250000000001);
  EXPECT_EQ(second.figure->parts.front().step, 3);
  EXPECT_EQ(second.figure->parts.front().explanation, "Why – with a dash");
  EXPECT_FALSE(second.figure->parts.front().phase.has_value());
}

TEST_F(FigureCache, CompilesAgainWhenSourceFormulasOrCompilerChanged) {
  const std::map<std::string, content::Formula> formulas{{"x", {}}};
  static_cast<void>(cached().compile(source("text"), {}));

  static_cast<void>(cached().compile(source("other text"), {}));
  static_cast<void>(cached().compile(source("text"), formulas));
  static_cast<void>(cached(2).compile(source("text"), {}));

  EXPECT_EQ(m_compiler.calls, 4);
}

TEST_F(FigureCache, KeepsNoFigureWithProblems) {
  static_cast<void>(cached().compile(source("bad"), {}));
  const auto again = cached().compile(source("bad"), {});

  EXPECT_EQ(m_compiler.calls, 2);
  EXPECT_EQ(again.problems.size(), 1U);
}

TEST_F(FigureCache, TakesADamagedFileForNone) {
  static_cast<void>(cached().compile(source("text"), {}));
  const std::string whole = test::contentsOf(files().front());
  for (const std::string& damaged :
       {std::string(), whole.substr(0, whole.size() / 2), std::string(whole).replace(40, 1, "~")}) {
    std::ofstream(files().front(), std::ios::binary) << damaged;
    const int before = m_compiler.calls;

    EXPECT_TRUE(cached().compile(source("text"), {}).figure);

    EXPECT_EQ(m_compiler.calls, before + 1);
  }
}

TEST_F(FigureCache, ForgetsWhatNobodyAskedFor) {
  static_cast<void>(cached().compile(source("old"), {}));
  const CachedFigureCompiler compiler = cached();
  static_cast<void>(compiler.compile(source("new"), {}));
  ASSERT_EQ(files().size(), 2U);

  compiler.forgetOthers();

  EXPECT_EQ(files().size(), 1U);
  static_cast<void>(cached().compile(source("new"), {}));
  EXPECT_EQ(m_compiler.calls, 2);
}

TEST_F(FigureCache, WorksWithoutAFolderThatCanBeWritten) {
  const CachedFigureCompiler compiler(m_compiler, "/proc/no/such/folder", 1);

  EXPECT_TRUE(compiler.compile(source("text"), {}).figure);
}

}  // namespace
}  // namespace phaseboard::compiler
