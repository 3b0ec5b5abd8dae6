// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/figure_comparison.h"

#include <gmock/gmock.h>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using content::PartKind;
using scene::Emphasis;

content::Part aNode(const char* id, const char* title) {
  content::Part part;
  part.id = PartId(id);
  part.title = title;
  part.shape = "service";
  return part;
}

content::Part anEdge(const char* from, const char* to, const char* label) {
  content::Part part;
  part.id = PartId(std::string(from) + "--" + to);
  part.kind = PartKind::Edge;
  part.title = part.id.value();
  part.label = label;
  part.from = PartId(from);
  part.to = PartId(to);
  return part;
}

content::Diagram aFigure(std::vector<content::Part> parts) {
  content::Diagram figure;
  figure.parts = std::move(parts);
  return figure;
}

class FigureComparisonTest : public testing::Test {
 protected:
  content::Diagram m_first =
      aFigure({aNode("user", "User"), aNode("server", "Ad server"), aNode("cache", "Cache"),
               anEdge("user", "server", "request"), anEdge("server", "cache", "key")});
  content::Diagram m_second =
      aFigure({aNode("user", "User"), aNode("server", "Ad server"), aNode("gate", "Rate limiter"),
               anEdge("user", "server", "click"), anEdge("gate", "server", "")});
};

TEST_F(FigureComparisonTest, ShowsWhatBothHaveInGrey) {
  const FigureComparison compared = compareFigures(m_first, m_second);

  EXPECT_EQ(compared.reference.of(PartId("user")), Emphasis::Grey);
  EXPECT_EQ(compared.other.of(PartId("user")), Emphasis::Grey);
}

TEST_F(FigureComparisonTest, ColoursWhatOnlyOneHas) {
  const FigureComparison compared = compareFigures(m_first, m_second);

  EXPECT_EQ(compared.reference.of(PartId("cache")), Emphasis::Missing);
  EXPECT_EQ(compared.reference.of(PartId("server--cache")), Emphasis::Missing);
  EXPECT_EQ(compared.other.of(PartId("gate")), Emphasis::Extra);
  EXPECT_EQ(compared.other.of(PartId("gate--server")), Emphasis::Extra);
}

TEST_F(FigureComparisonTest, ColoursAChangedConnectionInBoth) {
  const FigureComparison compared = compareFigures(m_first, m_second);

  EXPECT_EQ(compared.reference.of(PartId("user--server")), Emphasis::Changed);
  EXPECT_EQ(compared.other.of(PartId("user--server")), Emphasis::Changed);
}

TEST_F(FigureComparisonTest, SaysEveryDifferenceInWords) {
  const FigureComparison compared = compareFigures(m_first, m_second);
  std::vector<std::string> words;
  for (const DifferenceLine& line : linesOf(compared, m_first, m_second))
    words.push_back(fromQt(line.words));

  EXPECT_THAT(words, testing::UnorderedElementsAre("Only in the first: Cache",
                                                   "Only in the second: Rate limiter",
                                                   "Connection only in the first: server--cache",
                                                   "Connection only in the second: gate--server",
                                                   "Says something else: user--server"));
}

TEST_F(FigureComparisonTest, FindsNoDifferenceInTheSameFigure) {
  const FigureComparison compared = compareFigures(m_first, m_first);

  EXPECT_TRUE(linesOf(compared, m_first, m_first).empty());
  EXPECT_TRUE(compared.summary.startsWith(QStringLiteral("100 %"))) << fromQt(compared.summary);
}

}  // namespace
}  // namespace phaseboard::ui
