// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <future>
#include <set>

#include <gmock/gmock.h>

#include "diagrams/foreign/foreign_limits.h"
#include "tests/diagrams/foreign/foreign_samples.h"
#include "tests/diagrams/foreign/hostile_files.h"

namespace phaseboard::foreign {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What reaches the renderer names nothing outside itself.
void expectClean(const std::string& name, std::string svg) {
  for (const std::string own :
       {"xmlns=\"http://www.w3.org/2000/svg\"", "xmlns:xlink=\"http://www.w3.org/1999/xlink\""})
    svg.erase(svg.find(own), own.size());
  for (const char* word : {"http", "file:", "/etc", "<script", "<!", "<?", "onload", "javascript",
                           "@import", "<style", "dasharray=\"0.0001"})
    EXPECT_THAT(svg, Not(HasSubstr(word))) << name;
  for (std::size_t at = svg.find("href="); at != std::string::npos; at = svg.find("href=", at + 1))
    EXPECT_EQ(svg.compare(at, 20, "href=\"data:image/png"), 0) << name;
}

TEST(HostileSvg, AreMoreThanTwoHundredFilesOfDifferentNames) {
  std::set<std::string> names;
  for (const HostileFile& file : hostileFiles())
    names.insert(file.name);

  EXPECT_EQ(names.size(), hostileFiles().size());
  EXPECT_GT(names.size(), 200U);
}

TEST(HostileSvg, IsRefusedWithItsLineAndReasonOrReadWithinTheLimits) {
  for (const HostileFile& file : hostileFiles()) {
    const auto begin = std::chrono::steady_clock::now();
    const auto figure = readForeignFigure(file.svg);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;

    EXPECT_LT(taken.count(), 3) << file.name;  // a Debug build on a busy machine
    if (figure) {
      EXPECT_FALSE(file.mustBeRefused) << file.name;
      EXPECT_LT(figure->svg.size(), 16 * limit::kBytes) << file.name;
      EXPECT_LE(figure->parts.size(), limit::kParts) << file.name;
      expectClean(file.name, figure->svg);
    } else {
      EXPECT_EQ(figure.error().kind, ErrorKind::InvalidInput) << file.name;
      EXPECT_THAT(figure.error().detail, HasSubstr("line ")) << file.name;
      EXPECT_GT(figure.error().detail.size(), 20U) << file.name;
    }
  }
}

TEST(HostileSvg, IsPaintedByTheHelperWithinItsLimitsWhenItOpens) {
  std::vector<std::pair<std::string, ForeignFigure>> opened;
  for (const HostileFile& file : hostileFiles()) {
    if (auto figure = readForeignFigure(file.svg))
      opened.emplace_back(file.name, std::move(*figure));
  }
  ASSERT_GT(opened.size(), 10U);
  const auto paintSome = [&opened](std::size_t first) {
    for (std::size_t i = first; i < opened.size(); i += 2) {
      const auto picture = paintForeignFigure(opened[i].second, testHelper());
      if (!picture)
        EXPECT_EQ(picture.error().kind, ErrorKind::InvalidInput)
            << opened[i].first << ": " << picture.error();
      else
        EXPECT_LE(picture->image.sizeInBytes(), limit::kPixels * 4 * 1.1) << opened[i].first;
    }
  };
  auto other = std::async(std::launch::async, paintSome, 1);
  paintSome(0);
  other.get();
}

}  // namespace
}  // namespace phaseboard::foreign
