// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "app/review/prompt_derivation.h"
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
    compiledOnce = std::make_unique<content::CompiledPack>(content::compilePack(
        test::inSources("resources/pack"), compiler::SvgFigureCompiler{}, {.workers = 2}));
  }
  static void TearDownTestSuite() { compiledOnce.reset(); }
  void SetUp() override {
    std::ostringstream said;
    for (const Diagnostic& problem : compiledOnce->problems)
      said << problem << '\n';
    ASSERT_TRUE(compiledOnce->pack.has_value()) << said.str();
  }
  static const content::Pack& pack() { return *compiledOnce->pack; }

 private:
  static inline std::unique_ptr<content::CompiledPack> compiledOnce;
};

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

TEST_F(ShippedPack, AsksAtThreeLevelsInEveryQuestion) {
  for (const content::Question& question : pack().questions) {
    std::set<content::Level> ofPoints;
    std::set<content::Level> ofFollowUps;
    for (const content::Note& note : question.notes) {
      for (const content::KeyPoint& point : note.keyPoints)
        ofPoints.insert(point.level);
      for (const content::FollowUp& followUp : note.followUps)
        ofFollowUps.insert(followUp.level);
    }
    EXPECT_EQ(ofPoints.size(), 3U) << question.id;
    EXPECT_EQ(ofFollowUps.size(), 3U) << question.id;
    EXPECT_GE(question.diagrams.size(), question.kind == content::QuestionKind::Primer ? 40U : 21U)
        << question.id;
    EXPECT_GE(question.dialogue.size(), 10U) << question.id;
    EXPECT_GE(question.prompts.size(), 20U) << question.id;
  }
}

TEST_F(ShippedPack, GivesEachPhaseOfThePrimerItsPurposeItsChecklistAndADecision) {
  const auto primer = std::find_if(
      pack().questions.begin(), pack().questions.end(),
      [](const content::Question& q) { return q.kind == content::QuestionKind::Primer; });

  ASSERT_NE(primer, pack().questions.end());
  for (const content::Note& note : primer->notes) {
    const auto hasChapter = [&](const std::string& ending) {
      return std::any_of(
          note.chapters.begin(), note.chapters.end(),
          [&](const content::Chapter& chapter) { return chapter.id.value().ends_with(ending); });
    };
    const bool decides = std::any_of(primer->diagrams.begin(), primer->diagrams.end(),
                                     [&](const content::Diagram& figure) {
                                       return figure.phase == note.phase && figure.kind == "tree";
                                     });
    EXPECT_TRUE(hasChapter(note.phase.value() + "-what-for")) << note.phase;
    EXPECT_TRUE(hasChapter(note.phase.value() + "-checklist-reasons")) << note.phase;
    EXPECT_TRUE(decides) << note.phase;
  }
}

TEST_F(ShippedPack, HasConceptsThatAreUsedAndFoundByTheirOwnNames) {
  std::set<std::string> used;
  std::map<std::string, std::string> ownerOfName;
  const auto use = [&](const std::vector<ConceptId>& concepts) {
    for (const ConceptId& idea : concepts)
      used.insert(idea.value());
  };
  for (const content::Question& question : pack().questions) {
    for (const content::Diagram& figure : question.diagrams)
      for (const content::Part& part : figure.parts)
        if (part.conceptId)
          used.insert(part.conceptId->value());
    for (const content::Note& note : question.notes) {
      for (const content::KeyPoint& point : note.keyPoints) {
        use(point.concepts);
        EXPECT_FALSE(point.concepts.empty()) << question.id << " " << point.id;
      }
      for (const content::Chapter& chapter : note.chapters)
        use(chapter.concepts);
    }
    for (const content::AuthoredPrompt& prompt : question.prompts)
      use(prompt.concepts);
  }
  const auto claim = [&](const content::Concept& idea, const std::string& name) {
    const auto [entry, isNew] = ownerOfName.emplace(name, idea.id.value());
    EXPECT_TRUE(isNew || entry->second == idea.id.value())
        << name << " names " << entry->second << " and " << idea.id;
  };

  EXPECT_GE(pack().concepts.size(), 120U);
  for (const content::Concept& idea : pack().concepts) {
    EXPECT_FALSE(idea.synonyms.empty()) << idea.id;
    EXPECT_TRUE(used.count(idea.id.value())) << idea.id << " is named nowhere";
    claim(idea, idea.title);
    for (const std::string& synonym : idea.synonyms)
      claim(idea, synonym);
  }
}

TEST_F(ShippedPack, AsksTwoKindsOrMoreAboutEveryNodeAndLabelledEdge) {
  std::map<std::string, std::set<review::PromptKind>> kinds;
  for (const review::Prompt& prompt : review::derivePrompts(pack()))
    kinds[prompt.target.value()].insert(prompt.kind);

  int parts = 0;
  for (const content::Question& question : pack().questions)
    for (const content::Diagram& diagram : question.diagrams)
      for (const content::Part& part : diagram.parts) {
        const bool isAsked = part.kind == content::PartKind::Node ||
                             (part.kind == content::PartKind::Edge && !part.label.empty());
        if (!isAsked)
          continue;
        ++parts;
        EXPECT_GE(kinds[content::partTarget(diagram.id, part.id).value()].size(), 2U)
            << diagram.id << ' ' << part.id;
      }
  EXPECT_GT(parts, 1'000);
}

TEST_F(ShippedPack, HasPromptsOfEveryKindButTheUsersOwn) {
  std::set<review::PromptKind> kinds;
  std::set<PromptId> ids;
  const auto prompts = review::derivePrompts(pack());
  for (const review::Prompt& prompt : prompts) {
    kinds.insert(prompt.kind);
    ids.insert(prompt.id);
  }

  EXPECT_EQ(ids.size(), prompts.size());
  for (const review::PromptKind kind : review::kPromptKinds)
    EXPECT_EQ(kinds.contains(kind), kind != review::PromptKind::Own) << kind;
}

}  // namespace
}  // namespace phaseboard
