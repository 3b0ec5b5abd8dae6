// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

namespace fs = std::filesystem;

const fs::path kData = test::inSources("tests/data");

/// Each folder holds the files that differ from the mini pack, `removed.txt` with those that are
/// gone, and `expected.txt` with what the compiler must say.
std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(kData / "broken-packs"))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class BrokenPack : public testing::TestWithParam<std::string> {
 protected:
  [[nodiscard]] fs::path folder() const { return kData / "broken-packs" / GetParam(); }

  void layOut(const fs::path& sources) const {
    constexpr auto kOver = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
    fs::copy(kData / "mini-pack", sources, kOver);
    fs::copy(folder(), sources, kOver);
    std::ifstream removed(folder() / "removed.txt");
    for (std::string name; std::getline(removed, name);)
      fs::remove(sources / name);
  }
};

TEST_P(BrokenPack, IsRefusedWithEveryMistakeAndItsPlace) {
  const test::TemporaryFolder temporary;
  layOut(temporary / "sources");
  ASSERT_TRUE(style::registerFonts());

  const content::CompiledPack compiled =
      content::compilePack(temporary / "sources", compiler::SvgFigureCompiler{}, {.workers = 2});

  EXPECT_FALSE(compiled.pack.has_value());
  std::ostringstream said;
  for (const Diagnostic& problem : compiled.problems)
    said << problem << '\n';
  if (std::getenv("UPDATE_GOLDEN") != nullptr)
    std::ofstream(folder() / "expected.txt", std::ios::binary) << said.str();
  EXPECT_EQ(said.str(), test::contentsOf(folder() / "expected.txt"));
  EXPECT_FALSE(said.str().empty());
}

/// The folder's name as a test may be called.
std::string testName(const testing::TestParamInfo<std::string>& folder) {
  std::string name = folder.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Sources, BrokenPack, testing::ValuesIn(cases()), testName);

}  // namespace
}  // namespace phaseboard
