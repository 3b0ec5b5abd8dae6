// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"

namespace phaseboard {
namespace {

/// The pack that we ship, compiled once for all tests here.
class ShippedPack : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    ASSERT_TRUE(style::registerFonts());
    s_compiled = new content::CompiledPack(
        content::compilePack(test::inSources("resources/pack"), compiler::SvgFigureCompiler{}, 2));
  }
  static void TearDownTestSuite() {
    delete s_compiled;
    s_compiled = nullptr;
  }
  void SetUp() override {
    std::ostringstream said;
    for (const Diagnostic& problem : s_compiled->problems)
      said << problem << '\n';
    ASSERT_TRUE(s_compiled->pack.has_value()) << said.str();
  }
  static const content::Pack& pack() { return *s_compiled->pack; }

 private:
  static content::CompiledPack* s_compiled;
};

content::CompiledPack* ShippedPack::s_compiled = nullptr;

TEST_F(ShippedPack, HasSevenPhasesInFourStagesOf45Minutes) {
  EXPECT_EQ(pack().framework.phases.size(), 7U);
  EXPECT_EQ(pack().framework.stages.size(), 4U);
  EXPECT_EQ(pack().framework.sessionMinutes, 45);
}

TEST_F(ShippedPack, HasAdClickPredictionInFull) {
  const auto question = std::find_if(
      pack().questions.begin(), pack().questions.end(),
      [](const content::Question& q) { return q.id.value() == "ad-click-prediction"; });

  ASSERT_NE(question, pack().questions.end());
  EXPECT_EQ(question->notes.size(), 7U);
  EXPECT_GE(question->diagrams.size(), 20U);
  EXPECT_TRUE(question->cover.has_value());
  EXPECT_FALSE(question->prompts.empty());
}

/// The depth that the guide for content asks of a note.
void expectInFull(const content::Note& note) {
  SCOPED_TRACE(note.question.value() + " " + note.phase.value());
  std::set<content::Level> asked;
  for (const content::FollowUp& followUp : note.followUps)
    asked.insert(followUp.level);

  EXPECT_THAT(note.keyPoints.size(), testing::AllOf(testing::Ge(6U), testing::Le(10U)));
  for (const content::KeyPoint& point : note.keyPoints)
    EXPECT_FALSE(point.why.empty() || point.alternative.empty()) << point.id;
  EXPECT_GE(note.tradeOffs.size(), 3U);
  EXPECT_GE(note.numbers.size(), 5U);
  EXPECT_GE(note.pitfalls.size(), 4U);
  EXPECT_EQ(asked.size(), 3U) << "mid, senior and staff";
  EXPECT_GE(note.sources.size(), 4U);
}

TEST_F(ShippedPack, AnswersEveryPhaseOfAnInterviewQuestionInFull) {
  for (const content::Question& question : pack().questions)
    if (question.kind == content::QuestionKind::Interview)
      for (const content::Note& note : question.notes)
        expectInFull(note);
}

TEST_F(ShippedPack, DrawsEachInterviewQuestionInManyKindsOfFigure) {
  for (const content::Question& question : pack().questions) {
    std::set<std::string> kinds;
    for (const content::Diagram& figure : question.diagrams)
      kinds.insert(figure.kind);
    EXPECT_GE(kinds.size(), 10U) << question.id;
  }
}

TEST_F(ShippedPack, ShowsAFigureInEveryPhase) {
  for (const content::Question& question : pack().questions)
    for (const content::Note& note : question.notes)
      EXPECT_FALSE(note.diagrams.empty()) << question.id << " " << note.phase;
}

TEST_F(ShippedPack, HasFortyConceptsOrMore) {
  EXPECT_GE(pack().concepts.size(), 40U);
}

}  // namespace
}  // namespace phaseboard
