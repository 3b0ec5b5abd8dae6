// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

using test::IsOk;

class MiniPack : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(style::registerFonts()); }

  static content::CompiledPack compile(int workers) { return compile(sources(), workers); }
  static content::CompiledPack compile(const std::filesystem::path& sources, int workers) {
    return content::compilePack(sources, compiler::SvgFigureCompiler{}, {.workers = workers});
  }
  static std::filesystem::path sources() { return test::inSources("tests/data/mini-pack"); }
};

TEST_F(MiniPack, CompilesWithoutAComplaint) {
  const content::CompiledPack compiled = compile(1);

  EXPECT_THAT(compiled.problems, testing::IsEmpty());
  ASSERT_TRUE(compiled.pack.has_value());
  EXPECT_EQ(compiled.pack->questions.at(0).diagrams.size(), 2U);
}

TEST_F(MiniPack, MayKeepItsConceptsInSeveralFiles) {
  const test::TemporaryFolder folder;
  const auto copy = folder / "pack";
  std::filesystem::copy(sources(), copy, std::filesystem::copy_options::recursive);
  std::filesystem::create_directory(copy / "concepts");
  std::filesystem::rename(copy / "concepts.yaml", copy / "concepts/general.yaml");
  folder.write("pack/concepts/late.yaml",
               "concepts:\n"
               "  - id: late-label\n"
               "    title: Late label\n"
               "    summary: A label that arrives after the example was used.\n"
               "    explanation: Wait for it, or correct for what is missing.\n");

  const content::CompiledPack compiled = compile(copy, 1);

  EXPECT_THAT(compiled.problems, testing::IsEmpty());
  ASSERT_TRUE(compiled.pack.has_value());
  EXPECT_EQ(compiled.pack->concepts.size(), compile(1).pack->concepts.size() + 1);
}

TEST_F(MiniPack, PutsThePrimerBeforeTheQuestions) {
  const test::TemporaryFolder folder;
  const auto copy = folder / "pack";
  std::filesystem::copy(sources(), copy, std::filesystem::copy_options::recursive);
  for (const std::string part : {"diagrams", "questions"})
    std::filesystem::copy(copy / part / "spam-filter", copy / part / "the-framework",
                          std::filesystem::copy_options::recursive);
  for (const auto& entry : std::filesystem::directory_iterator(copy / "questions/the-framework")) {
    std::string text = test::contentsOf(entry.path());
    for (std::size_t at = 0; (at = text.find("spam-filter", at)) != std::string::npos;)
      text.replace(at, 11, "the-framework");
    if (entry.path().filename() == "question.yaml")
      text = "kind: primer\n" + text;
    folder.write("pack/questions/the-framework/" + entry.path().filename().string(), text);
  }

  const content::CompiledPack compiled = compile(copy, 1);

  EXPECT_THAT(compiled.problems, testing::IsEmpty());
  ASSERT_TRUE(compiled.pack.has_value());
  ASSERT_EQ(compiled.pack->questions.size(), 2U);
  EXPECT_EQ(compiled.pack->questions[0].id, QuestionId{"the-framework"});
  EXPECT_EQ(compiled.pack->questions[0].kind, content::QuestionKind::Primer);
}

TEST_F(MiniPack, GivesTheSameBytesWithAnyNumberOfWorkers) {
  const test::TemporaryFolder folder;
  std::string first;

  for (const int workers : {1, 2, 8}) {
    SCOPED_TRACE(workers);
    const content::CompiledPack compiled = compile(workers);
    ASSERT_TRUE(compiled.pack.has_value());
    ASSERT_THAT(db::writePack(*compiled.pack, folder / "a.pack"), IsOk());
    const std::string bytes = test::contentsOf(folder / "a.pack");
    if (first.empty())
      first = bytes;
    EXPECT_EQ(bytes, first);
  }
}

}  // namespace
}  // namespace phaseboard
