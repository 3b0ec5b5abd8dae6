// SPDX-License-Identifier: Apache-2.0
#include "app/review/part_prompts.h"

#include <algorithm>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/review/serving_figure.h"

namespace phaseboard::review {
namespace {

using test::servingFigure;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<Prompt> laterPromptsOf(const content::Diagram& figure) {
  framework::Framework framework;
  framework.phases = {{PhaseId{"serve"}, 6, "Serve", "Serve", ""},
                      {PhaseId{"monitor"}, 7, "Monitor", "Monitor", ""},
                      {PhaseId{"model"}, 4, "Develop the model", "Model", ""}};
  return laterPartPrompts(figure, QuestionId{"ads"}, framework);
}

std::vector<std::string> idsOfPrompts(const std::vector<Prompt>& prompts) {
  std::vector<std::string> all;
  for (const Prompt& prompt : prompts)
    all.push_back(prompt.id.value());
  return all;
}

Prompt promptNamed(const std::vector<Prompt>& prompts, const std::string& id) {
  for (const Prompt& prompt : prompts)
    if (prompt.id.value() == id)
      return prompt;
  ADD_FAILURE() << "no prompt " << id;
  return {};
}

TEST(LaterPartPrompts, AskWhereEachNodeIs) {
  const Prompt prompt = promptNamed(laterPromptsOf(servingFigure()), "click-part:ads/path/rank");

  EXPECT_EQ(prompt.ask, "Where is “Ranker”?");
  EXPECT_EQ(prompt.answer, "Ranker");
  EXPECT_EQ(prompt.part, PartId{"rank"});
}

TEST(LaterPartPrompts, AskWhichConnectionCarriesALabel) {
  const Prompt prompt =
      promptNamed(laterPromptsOf(servingFigure()), "click-part:ads/path/fetch--rank");

  EXPECT_EQ(prompt.ask, "Which connection carries “candidates”?");
  EXPECT_EQ(prompt.answer, "From “Fetcher” to “Ranker”.");
}

TEST(LaterPartPrompts, AskWhatIsMissingBetweenItsNeighbours) {
  const auto prompts = laterPromptsOf(servingFigure());

  EXPECT_EQ(promptNamed(prompts, "missing-part:ads/path/rank").ask,
            "Something is missing between “Fetcher” and “Event log”. What belongs here, and what "
            "does it do?");
  EXPECT_THAT(idsOfPrompts(prompts), Not(Contains("missing-part:ads/path/app")));
  EXPECT_THAT(idsOfPrompts(prompts), Not(Contains("missing-part:ads/path/log")));
}

TEST(LaterPartPrompts, AskWhatComesNext) {
  const auto prompts = laterPromptsOf(servingFigure());

  EXPECT_EQ(promptNamed(prompts, "next-hop:ads/path/rank").answer, "**Event log**");
  EXPECT_EQ(promptNamed(prompts, "next-hop:ads/path/app").answer, "**Fetcher** and **Cache**");
  EXPECT_THAT(idsOfPrompts(prompts), Not(Contains("next-hop:ads/path/log")));
}

TEST(LaterPartPrompts, AskThePhaseOfWhatStandsForAConceptOrHasItsOwn) {
  content::Diagram figure = servingFigure();
  figure.parts[2].conceptId = ConceptId{"ranking"};
  figure.parts[4].phase = PhaseId{"monitor"};

  const auto prompts = laterPromptsOf(figure);

  EXPECT_EQ(promptNamed(prompts, "part-phase:ads/path/rank").answer, "**6 Serve**");
  EXPECT_EQ(promptNamed(prompts, "part-phase:ads/path/rank").conceptId, ConceptId{"ranking"});
  EXPECT_EQ(promptNamed(prompts, "part-phase:ads/path/log").answer, "**7 Monitor**");
  EXPECT_THAT(idsOfPrompts(prompts), Not(Contains("part-phase:ads/path/app")));
}

TEST(LaterPartPrompts, AskNoPhaseOfWhatIsNamedLikeOne) {
  content::Diagram figure = servingFigure();
  for (content::Part& part : figure.parts)
    part.conceptId = ConceptId{"c"};
  for (const auto& [title, isAsked] : {std::pair{"Ranker", true},
                                       {"Serve", false},
                                       {"serve", false},
                                       {"6 Serve", false},
                                       {"Monitor", false},
                                       {"Develop", false},
                                       {"Monitor job", true}}) {
    figure.parts[2].title = title;
    const auto ids = idsOfPrompts(laterPromptsOf(figure));
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "part-phase:ads/path/rank") == 1, isAsked)
        << title;
  }
}

TEST(LaterPartPrompts, AskNothingInAFigureWithoutEdges) {
  content::Diagram figure = servingFigure();
  figure.parts.resize(5);

  EXPECT_THAT(laterPromptsOf(figure), IsEmpty());
}

TEST(LaterPartPrompts, FindTheOnlyConnectionOfASmallFigureToo) {
  content::Diagram figure = servingFigure();
  figure.parts = {figure.parts[0], figure.parts[1], figure.parts[5]};

  EXPECT_THAT(idsOfPrompts(laterPromptsOf(figure)), ElementsAre("click-part:ads/path/app--fetch"));
}

}  // namespace
}  // namespace phaseboard::review
