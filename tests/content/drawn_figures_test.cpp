// SPDX-License-Identifier: Apache-2.0
#include <future>
#include <sstream>

#include <gmock/gmock.h>

#include "db/pack/pack_reader.h"
#include "diagrams/style/fonts.h"
#include "tests/diagrams/geometry/measures.h"
#include "tests/support/places.h"

namespace phaseboard {
namespace {

/// Every figure that we ship, as the built pack holds it.
std::vector<content::Diagram> shippedFigures() {
  std::vector<content::Diagram> figures;
  const auto pack = db::PackReader::open(test::inBuild("resources/mlsd.pack"));
  if (!pack)
    return figures;
  for (const auto& question : (*pack)->questions())
    for (const auto& card : question.diagrams)
      figures.push_back((*pack)->diagram(card.id).value());
  return figures;
}

// What is found does not depend on a sanitizer, which takes ten times as long: it sees every fifth.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kFigureStep = 5;
#else
constexpr std::size_t kFigureStep = 1;
#endif

/// What is wrong with every second figure of those looked at, beginning with `first`.
std::string complaints(const std::vector<content::Diagram>& figures, std::size_t first) {
  std::ostringstream said;
  for (std::size_t i = first * kFigureStep; i < figures.size(); i += 2 * kFigureStep)
    for (const auto& breach : geometry::breachesIn(figures[i].svg))
      said << figures[i].id << ": " << breach << '\n';
  return said.str();
}

TEST(DrawnFigures, AreFreeOfCollisionsFaintWordsAndSmallPrintByTheirInk) {
  ASSERT_TRUE(style::registerFonts());
  const std::vector<content::Diagram> figures = shippedFigures();
  ASSERT_GT(figures.size(), 200U);

  auto odd = std::async(std::launch::async, [&] { return complaints(figures, 1); });
  const std::string even = complaints(figures, 0);

  EXPECT_EQ(even + odd.get(), "");
}

}  // namespace
}  // namespace phaseboard
