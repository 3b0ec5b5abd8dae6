// SPDX-License-Identifier: Apache-2.0
#include "app/ops/rebuild.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/review/rebuild_prompt.h"
#include "tests/app/board/board_builder.h"
#include "tests/app/review/serving_figure.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using board::ElementId;
using testing::ElementsAre;
using testing::IsEmpty;

/// A pack with one figure (app -> fetch -> rank -> log, app -> cache) and its prompts.
class FigurePack : public test::PromptPack {
 public:
  FigurePack() : FigurePack(review::test::servingFigure()) {}

  [[nodiscard]] Result<content::Diagram> diagram(const DiagramId& id) const override {
    if (id == m_figure.id)
      return m_figure;
    return fail(ErrorKind::NotFound, id.value());
  }
  [[nodiscard]] const std::vector<ports::QuestionCard>& questions() const override {
    return m_cards;
  }
  [[nodiscard]] const content::Diagram& figure() const { return m_figure; }

 private:
  explicit FigurePack(content::Diagram figure)
      : PromptPack(promptsOf(figure)), m_figure(std::move(figure)) {
    ports::QuestionCard card;
    card.id = m_figure.question;
    card.title = "Ads";
    ports::DiagramCard shown;
    shown.id = m_figure.id;
    shown.kind = "flow";
    shown.title = "Path";
    ports::DiagramCard plot;
    plot.id = DiagramId{"ads/plot"};
    plot.kind = "plot";
    card.diagrams = {shown, plot};
    m_cards = {card};
  }

  static std::vector<review::Prompt> promptsOf(const content::Diagram& figure) {
    std::vector<review::Prompt> prompts;
    for (const content::Part& part : figure.parts) {
      const auto kind = part.kind == content::PartKind::Edge ? review::PromptKind::EdgeMeaning
                                                             : review::PromptKind::NamePart;
      review::Prompt prompt = review::makePrompt(kind, content::partTarget(figure.id, part.id),
                                                 figure.question, figure.phase, "ask", "answer");
      prompt.diagram = figure.id;
      prompt.part = part.id;
      prompts.push_back(std::move(prompt));
    }
    prompts.push_back(*review::rebuildPrompt(figure, figure.question));
    return prompts;
  }

  content::Diagram m_figure;
  std::vector<ports::QuestionCard> m_cards;
};

class RebuildTest : public testing::Test {
 protected:
  RebuildJudgement judged(const board::Document& document,
                          board::Level level = board::Level::NothingGiven) {
    auto found = judgeRebuild(m_pack, m_pack.figure().id, level, document);
    EXPECT_THAT(found, test::IsOk());
    return std::move(*found);
  }

  static std::vector<std::pair<std::string, memory::Rating>> gradesOf(
      const RebuildJudgement& judgement) {
    std::vector<std::pair<std::string, memory::Rating>> grades;
    for (const SuggestedGrade& grade : judgement.grades)
      grades.emplace_back(grade.part ? grade.part->value() : "the whole", grade.rating);
    return grades;
  }

  /// The whole figure: parts 1 to 5, edges 6 to 9.
  static board::Document wholeFigure() {
    board::Document drawn = test::aChain({"App", "Fetcher", "Ranker", "Event log"});
    test::mustDraw(drawn, board::placePart(drawn, "Cache", board::PartKind::Store, {0, 200},
                                           test::anExtent()));
    test::mustDraw(drawn, board::connectParts(drawn, ElementId{1}, ElementId{8}));
    for (const auto& [id, words] : {std::pair{5, "request"}, {6, "candidates"}, {9, "request"}})
      test::mustDraw(drawn, board::relabel(drawn, ElementId{id}, words));
    return drawn;
  }

  FigurePack m_pack;
};

TEST_F(RebuildTest, SuggestsEasyForTheWholeAndNothingElseWhenAllIsThere) {
  const auto found = judged(wholeFigure());

  EXPECT_EQ(found.score, 1);
  EXPECT_THAT(gradesOf(found), ElementsAre(std::pair{"the whole", memory::Rating::Easy}));
}

TEST_F(RebuildTest, SuggestsAgainForEachPartAndEdgeThatIsMissingOrTurnedRound) {
  board::Document drawn = wholeFigure();
  test::mustDraw(drawn, board::removeSelection(drawn, {ElementId{8}}));
  test::mustDraw(drawn, board::reverseEdges(drawn, {ElementId{6}}));

  const auto found = judged(drawn);

  const auto again = memory::Rating::Again;
  EXPECT_THAT(
      gradesOf(found),
      ElementsAre(std::pair{"the whole", ratingForScore(found.score)}, std::pair{"cache", again},
                  std::pair{"app--cache", again}, std::pair{"fetch--rank", again}));
  EXPECT_LT(found.score, 0.95);
}

TEST_F(RebuildTest, SuggestsAgainForAnEmptyBoard) {
  const auto found = judged({});

  EXPECT_EQ(found.score, 0);
  EXPECT_EQ(found.grades.front().rating, memory::Rating::Again);
  EXPECT_EQ(found.grades.size(), 1U + m_pack.figure().parts.size());
}

TEST_F(RebuildTest, CountsNoPartThatWasGiven) {
  board::Document given;
  test::mustDraw(given, givenFor(m_pack.figure(), board::Level::PartsGiven, test::anExtent()));

  EXPECT_EQ(judged(given, board::Level::PartsGiven).score, 0);
  EXPECT_GT(judged(given, board::Level::NothingGiven).score, 0.3);
}

TEST_F(RebuildTest, GivesEveryPartInPlacesThatTellNothing) {
  content::Diagram other = m_pack.figure();
  std::reverse(other.parts.begin(), other.parts.end());

  const auto named = givenFor(m_pack.figure(), board::Level::PartsGiven, test::anExtent());
  const auto hidden = givenFor(m_pack.figure(), board::Level::NamesHidden, test::anExtent());

  EXPECT_EQ(named.size(), 5U);
  EXPECT_EQ(named, givenFor(other, board::Level::PartsGiven, test::anExtent()));
  EXPECT_TRUE(std::all_of(hidden.begin(), hidden.end(), [](const board::Change& change) {
    return std::get<board::Part>(*change.after).name.empty();
  }));
  EXPECT_THAT(givenFor(m_pack.figure(), board::Level::NothingGiven, test::anExtent()), IsEmpty());
}

TEST_F(RebuildTest, OffersFiguresThatCanBeDrawnWithHowTheyCameOutBefore) {
  board::BoardInfo first;
  first.diagram = m_pack.figure().id;
  first.outcome = board::Outcome{Instant{2'000}, 0.5};
  board::BoardInfo second = first;
  second.outcome = board::Outcome{Instant{1'000}, 0.25};
  board::BoardInfo unfinished = first;
  unfinished.outcome.reset();

  const auto choices = rebuildChoices(m_pack, {first, second, unfinished});

  ASSERT_EQ(choices.size(), 1U);
  EXPECT_EQ(choices.front().question, "Ads");
  EXPECT_THAT(choices.front().attempts, ElementsAre(*second.outcome, *first.outcome));
  EXPECT_EQ(rebuildChoices(m_pack, {}, DiagramId{"ads/plot"}).size(), 2U);
}

}  // namespace
}  // namespace phaseboard::ops
