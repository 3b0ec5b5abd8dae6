// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_sheet.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/review/serving_figure.h"

namespace phaseboard::review {
namespace {

using test::servingFigure;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

framework::Framework frameworkOfTwo() {
  framework::Framework framework;
  framework.phases = {{PhaseId{"data"}, 3, "Prepare data", "Data", ""},
                      {PhaseId{"serve"}, 6, "Serve", "Serve", ""}};
  return framework;
}

Prompt promptAbout(PromptKind kind, const std::string& part) {
  Prompt prompt = makePrompt(kind, TargetId{"ads/path/" + part}, QuestionId{"ads"},
                             PhaseId{"serve"}, "ask", "answer");
  prompt.diagram = DiagramId{"ads/path"};
  prompt.part = PartId{part};
  return prompt;
}

PromptSheet sheetOf(PromptKind kind, const std::string& part) {
  const content::Diagram figure = servingFigure();
  return sheetFor(promptAbout(kind, part), &figure, frameworkOfTwo());
}

std::vector<std::string> rightOptions(const PromptSheet& sheet) {
  std::vector<std::string> right;
  for (const SheetOption& option : sheet.options)
    if (option.isRight)
      right.push_back(option.text);
  return right;
}

TEST(SheetFor, CoversOnlyTheAskedPartWhenItsNameIsAsked) {
  const PromptSheet asked = sheetOf(PromptKind::NamePart, "rank");

  EXPECT_EQ(asked.way, AnswerWay::Say);
  EXPECT_THAT(asked.covered, ElementsAre(PartId{"rank"}));
  EXPECT_THAT(asked.right, ElementsAre(PartId{"rank"}));
  EXPECT_FALSE(asked.coversEdgeLabels);
}

TEST(SheetFor, CoversTheTiesOfAMissingPartToo) {
  EXPECT_TRUE(sheetOf(PromptKind::MissingPart, "rank").coversEdgeLabels);
}

TEST(SheetFor, CoversEveryNodeWhenOneIsToBeFound) {
  const PromptSheet asked = sheetOf(PromptKind::ClickPart, "rank");

  EXPECT_EQ(asked.way, AnswerWay::Click);
  EXPECT_THAT(asked.covered, UnorderedElementsAre(PartId{"app"}, PartId{"fetch"}, PartId{"rank"},
                                                  PartId{"cache"}, PartId{"log"}));
  EXPECT_THAT(asked.right, ElementsAre(PartId{"rank"}));
}

TEST(SheetFor, TakesEveryConnectionThatCarriesTheSame) {
  const PromptSheet asked = sheetOf(PromptKind::ClickPart, "app--fetch");

  EXPECT_THAT(asked.covered, UnorderedElementsAre(PartId{"app--fetch"}, PartId{"fetch--rank"},
                                                  PartId{"app--cache"}));
  EXPECT_THAT(asked.right, UnorderedElementsAre(PartId{"app--fetch"}, PartId{"app--cache"}));
}

TEST(SheetFor, OffersOneRightNextHopAmongOthersThatAreNot) {
  const PromptSheet asked = sheetOf(PromptKind::NextHop, "fetch");

  EXPECT_EQ(asked.way, AnswerWay::Choose);
  EXPECT_THAT(asked.options, SizeIs(kHopOptions));
  EXPECT_THAT(rightOptions(asked), ElementsAre("Ranker"));
  EXPECT_THAT(asked.marked, ElementsAre(PartId{"fetch"}));
  EXPECT_THAT(asked.right, ElementsAre(PartId{"rank"}));
  EXPECT_EQ(std::ranges::count(asked.covered, PartId{"fetch"}), 0);
}

TEST(SheetFor, OffersTheSameOptionsEachTime) {
  EXPECT_EQ(sheetOf(PromptKind::NextHop, "fetch").options,
            sheetOf(PromptKind::NextHop, "fetch").options);
}

TEST(SheetFor, OffersAllPhasesAndHidesWhereTheFigureStands) {
  const PromptSheet asked = sheetOf(PromptKind::PartPhase, "rank");

  EXPECT_THAT(asked.options, SizeIs(2));
  EXPECT_THAT(rightOptions(asked), ElementsAre("Serve"));
  EXPECT_FALSE(asked.tellsPlace);
  EXPECT_THAT(asked.covered, IsEmpty());
}

TEST(SheetFor, LetsKeyPointsBeTicked) {
  const Prompt prompt = makePrompt(PromptKind::AnswerPhase, TargetId{"ads#serve"},
                                   QuestionId{"ads"}, PhaseId{"serve"}, "ask", "");

  const PromptSheet asked = sheetFor(prompt, nullptr, frameworkOfTwo());

  EXPECT_EQ(asked.way, AnswerWay::Write);
  EXPECT_TRUE(asked.hasTicks);
}

TEST(SheetFor, AsksWithoutAFigureThatLacksThePart) {
  EXPECT_EQ(sheetOf(PromptKind::NamePart, "gone").covered, std::vector<PartId>{});
}

TEST(ExpectedAnswer, KnowsTheNamesOfThePartAndOfItsConcept) {
  const content::Diagram figure = servingFigure();
  content::Concept idea;
  idea.title = "Second stage";
  idea.synonyms = {"re-ranker"};

  const ExpectedAnswer expected =
      expectedAnswer(promptAbout(PromptKind::NamePart, "rank"), &figure, &idea, nullptr);

  EXPECT_THAT(expected.accepted, testing::IsSupersetOf({"Ranker", "Second stage", "re-ranker"}));
}

TEST(ExpectedAnswer, IsTheNumberWithItsUnit) {
  content::Number number;
  number.shown = "350 k";
  number.unit = "requests/s";

  const ExpectedAnswer expected =
      expectedAnswer(promptAbout(PromptKind::Number, "rate"), nullptr, nullptr, &number);

  ASSERT_TRUE(expected.quantity.has_value());
  EXPECT_EQ(expected.quantity->least, 350'000);
}

TEST(ExpectedAnswer, IsNothingWhereTheAnswerIsLong) {
  Prompt prompt = makePrompt(PromptKind::Own, TargetId{"x"}, QuestionId{"ads"}, PhaseId{"serve"},
                             "ask", "Short.");
  EXPECT_TRUE(expectedAnswer(prompt, nullptr, nullptr, nullptr).isTypable());

  prompt.answer = std::string(200, 'x');
  EXPECT_FALSE(expectedAnswer(prompt, nullptr, nullptr, nullptr).isTypable());
  prompt.kind = PromptKind::Pitfall;
  EXPECT_FALSE(expectedAnswer(prompt, nullptr, nullptr, nullptr).isTypable());
}

}  // namespace
}  // namespace phaseboard::review
