// SPDX-License-Identifier: Apache-2.0
#include "app/review/rebuild_prompt.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/review/prompt_derivation.h"
#include "app/review/prompt_sheet.h"
#include "tests/app/review/serving_figure.h"

namespace phaseboard::review {
namespace {

using test::servingFigure;
using testing::HasSubstr;

TEST(RebuildPrompt, AsksForTheFigureByTitleAndPurposeAndAnswersWithItsParts) {
  content::Diagram figure = servingFigure();
  figure.title = "Serving path";
  figure.description = "What happens to one request.";

  const auto prompt = rebuildPrompt(figure, QuestionId{"ads"});

  ASSERT_TRUE(prompt);
  EXPECT_EQ(prompt->id, PromptId{"rebuild-diagram:ads/path"});
  EXPECT_EQ(prompt->diagram, figure.id);
  EXPECT_FALSE(prompt->part);
  EXPECT_EQ(prompt->phase, figure.phase);
  EXPECT_THAT(prompt->ask, HasSubstr("Serving path"));
  EXPECT_THAT(prompt->ask, HasSubstr("What happens to one request."));
  EXPECT_THAT(prompt->answer, HasSubstr("Fetcher, Ranker"));
}

TEST(RebuildPrompt, LeavesOutFiguresWithFewPartsOrFewEdges) {
  content::Diagram small = servingFigure();
  std::erase_if(small.parts, [](const content::Part& part) {
    return part.id == PartId{"cache"} || part.id == PartId{"log"};
  });
  content::Diagram loose = servingFigure();
  loose.parts.resize(7);

  EXPECT_FALSE(rebuildPrompt(small, QuestionId{"ads"}));
  EXPECT_FALSE(rebuildPrompt(loose, QuestionId{"ads"}));
}

TEST(RebuildPrompt, ComesOnceForEachFigureAfterThePromptsAboutItsParts) {
  content::Question question;
  question.id = QuestionId{"ads"};
  question.diagrams = {servingFigure()};

  const auto prompts = derivePrompts(question, {});

  const auto isWhole = [](const Prompt& one) { return one.kind == PromptKind::RebuildDiagram; };
  EXPECT_EQ(std::count_if(prompts.begin(), prompts.end(), isWhole), 1);
  EXPECT_TRUE(isWhole(prompts.back()));
}

TEST(RebuildPrompt, IsDrawnAndGivesNothingOfTheFigureAway) {
  const content::Diagram figure = servingFigure();

  const PromptSheet sheet = sheetFor(*rebuildPrompt(figure, QuestionId{"ads"}), &figure, {});

  EXPECT_EQ(sheet.way, AnswerWay::Draw);
  EXPECT_TRUE(sheet.options.empty());
}

}  // namespace
}  // namespace phaseboard::review
