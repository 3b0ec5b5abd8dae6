// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

using test::IsOk;

class MiniPack : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(style::registerFonts()); }

  static content::CompiledPack compile(int workers) {
    return content::compilePack(
        std::filesystem::path(PHASEBOARD_SOURCE_DIR) / "tests/data/mini-pack",
        compiler::SvgFigureCompiler{}, workers);
  }
};

TEST_F(MiniPack, CompilesWithoutAComplaint) {
  const content::CompiledPack compiled = compile(1);

  EXPECT_THAT(compiled.problems, testing::IsEmpty());
  ASSERT_TRUE(compiled.pack.has_value());
  EXPECT_EQ(compiled.pack->questions.at(0).diagrams.size(), 2U);
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
