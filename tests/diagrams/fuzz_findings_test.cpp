// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/fuzz/targets.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::fuzz {
namespace {

namespace fs = std::filesystem;

/// Every file below tests/data/<folder>, read with `target`.
int readAll(const std::string& folder, bool (*target)(std::string_view)) {
  int count = 0;
  std::error_code ignored;
  for (const auto& entry :
       fs::directory_iterator(test::inSources("tests/data/" + folder), ignored)) {
    EXPECT_TRUE(target(test::contentsOf(entry.path()))) << entry.path();
    ++count;
  }
  return count;
}

TEST(FuzzFindings, DoNoHarmAnyMore) {
  readAll("fuzz-findings/figure_reader", figureReader);
  readAll("fuzz-findings/path_reader", pathReader);
  readAll("fuzz-findings/dot_reader", dotReader);
  readAll("fuzz-findings/foreign_svg", foreignSvg);
}

TEST(FuzzFindings, SeedsAreReadWithoutHarm) {
  EXPECT_GT(readAll("fuzz-seeds", figureReader), 3);
  EXPECT_GT(readAll("foreign-svg", foreignSvg), 2);
  EXPECT_GT(readAll("figures", dotReader), 3);
}

}  // namespace
}  // namespace phaseboard::fuzz
