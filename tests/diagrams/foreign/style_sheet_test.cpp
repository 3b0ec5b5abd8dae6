// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_sheet.h"

#include <gmock/gmock.h>

#include "tests/diagrams/foreign/foreign_samples.h"

namespace phaseboard::foreign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The fill of the element whose id is "it" when `css` is the style sheet.
std::string fillOfIt(const std::string& css, const std::string& elements) {
  const auto tree = readXmlTree(inSvg(elements));
  StyleSheet sheet(*tree);
  std::vector<std::pair<std::string, int>> skipped;
  EXPECT_TRUE(sheet.add(css, 1, skipped));
  EXPECT_THAT(skipped, IsEmpty());
  for (std::size_t i = 0; i < tree->nodes.size(); ++i) {
    if (tree->nodes[i].attribute("id") != "it")
      continue;
    auto set = sheet.propertiesOf(i).value();
    return set["fill"];
  }
  return "no such element";
}

constexpr auto kNested =
    "<g class='model part'><g class='inner'><rect id='it' class='card wide'/></g></g>";

TEST(StyleSheet, SelectsByWhatStandsAround) {
  EXPECT_EQ(fillOfIt(".model .card{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt("g .inner rect{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt(".inner .model .card{fill:red}", kNested), "");
  EXPECT_EQ(fillOfIt(".card .card{fill:red}", kNested), "");
}

TEST(StyleSheet, TellsParentsFromOthersAround) {
  EXPECT_EQ(fillOfIt(".inner > .card{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt(".inner>.card{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt(".model > .card{fill:red}", kNested), "");
  EXPECT_EQ(fillOfIt(".model > .inner > .card{fill:red}", kNested), "red");
}

TEST(StyleSheet, TriesEveryPlaceForAChainWithParents) {
  const auto* deep = "<g class='a'><g class='b'><g class='b'><rect id='it'/></g></g></g>";

  EXPECT_EQ(fillOfIt(".a > .b rect{fill:red}", deep), "red");
  EXPECT_EQ(fillOfIt(".a > .b > rect{fill:red}", deep), "");
}

TEST(StyleSheet, WantsEveryClassOfACompound) {
  EXPECT_EQ(fillOfIt(".wide.card{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt("rect.card.wide{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt("rect.card#it{fill:red}", kNested), "red");
  EXPECT_EQ(fillOfIt(".card.narrow{fill:red}", kNested), "");
  EXPECT_EQ(fillOfIt(".part.model *{fill:red}", kNested), "red");
}

TEST(StyleSheet, LetsTheMoreSpecificRuleWinAndThenTheLaterOne) {
  EXPECT_EQ(fillOfIt(".model .card{fill:red} .card{fill:blue}", kNested), "red");
  EXPECT_EQ(fillOfIt(".card{fill:red} .wide{fill:blue}", kNested), "blue");
  EXPECT_EQ(fillOfIt("#it{fill:red} .model .inner .card.wide{fill:blue}", kNested), "red");
  EXPECT_EQ(fillOfIt(".card{fill:red} g g rect{fill:blue} *{fill:green}", kNested), "red");
  EXPECT_EQ(fillOfIt(".model .card, .wide{fill:red} rect{fill:blue}", kNested), "red");
}

TEST(StyleSheet, NamesSelectorsThatItDoesNotUnderstand) {
  const auto tree = readXmlTree(inSvg(""));
  StyleSheet sheet(*tree);
  std::vector<std::pair<std::string, int>> skipped;

  ASSERT_TRUE(
      sheet.add("a + b{fill:red} a:hover{fill:red} [x]{fill:red} > a{fill:red}", 7, skipped));

  EXPECT_THAT(skipped,
              ElementsAre(std::pair("style rule a + b", 7), std::pair("style rule a:hover", 7),
                          std::pair("style rule [x]", 7), std::pair("style rule > a", 7)));
}

TEST(StyleSheet, RefusesWhatWouldTakeTooLongToMatch) {
  std::string css;
  for (int i = 0; i < 900; ++i)
    css += "* * * * * * *, g * * * * * *{fill:red}";
  css.resize(css.find('}', css.size() / 3) + 1);
  std::string elements = "<g><g><g><g><g><g><g><g><g><g>";
  for (int i = 0; i < 5'000; ++i)
    elements += "<rect/>";
  for (int i = 0; i < 10; ++i)
    elements += "</g>";
  const auto tree = readXmlTree(inSvg(elements));
  StyleSheet sheet(*tree);
  std::vector<std::pair<std::string, int>> skipped;
  ASSERT_TRUE(sheet.add(css, 1, skipped));

  Status status;
  for (std::size_t i = 0; i < tree->nodes.size() && status; ++i) {
    if (auto set = sheet.propertiesOf(i); !set)
      status = tl::unexpected(set.error());
  }

  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().detail, HasSubstr("style sheet asks for too much"));
}

}  // namespace
}  // namespace phaseboard::foreign
