// SPDX-License-Identifier: Apache-2.0
#include "app/review/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr StudyDay kSelectionDay{1000};

class SelectionTest : public testing::Test {
 protected:
  SelectionTest() {
    add("ads", "data", PromptKind::Number, 40);
    add("ads", "model", PromptKind::Pitfall, 4);
    add("feed", "model", PromptKind::Number, 12);
    add("feed", "serve", PromptKind::NamePart, 0);
    for (std::size_t i = 0; i < m_prompts.size(); ++i)
      m_all.push_back({&m_prompts[i], m_states[i].reps > 0 ? &m_states[i] : nullptr, i == 2});
  }

  /// Stability 0: never answered.
  void add(const char* question, const char* phase, PromptKind kind, double stability) {
    Prompt prompt;
    prompt.question = QuestionId{question};
    prompt.phase = PhaseId{phase};
    prompt.kind = kind;
    prompt.id = promptId(kind, TargetId{std::string(question) + "/" + phase});
    prompt.siblingGroup = question;
    m_prompts.push_back(prompt);
    PromptState state;
    if (stability > 0) {
      state.standing = Standing::Review;
      state.memory = memory::MemoryState{stability, 5};
      state.reps = 3;
      state.lastDay = plusDays(kSelectionDay, -10);
      state.dueDay = plusDays(kSelectionDay, 5);
    }
    m_states.push_back(state);
  }

  std::vector<std::string> chosen(const Selection& selection) {
    std::vector<std::string> names;
    for (const Prompt* prompt : chosenPrompts(m_all, selection, kSelectionDay, {}))
      names.push_back(prompt->id.value());
    return names;
  }

  std::vector<Prompt> m_prompts;
  std::vector<PromptState> m_states;
  std::vector<Selectable> m_all;
};

TEST_F(SelectionTest, PutsWhatIsMostAtRiskFirst) {
  EXPECT_THAT(chosen({.wanted = Wanted::All}),
              ElementsAre("pitfall:ads/model", "number:feed/model", "number:ads/data",
                          "name-part:feed/serve"));
}

TEST_F(SelectionTest, ChoosesByQuestionPhaseAndKind) {
  EXPECT_THAT(chosen({.questions = {QuestionId{"feed"}}}), ElementsAre("number:feed/model"));
  EXPECT_THAT(chosen({.phases = {PhaseId{"model"}}}),
              ElementsAre("pitfall:ads/model", "number:feed/model"));
  EXPECT_THAT(chosen({.questions = {QuestionId{"ads"}}, .kinds = {PromptKind::Number}}),
              ElementsAre("number:ads/data"));
  EXPECT_THAT(chosen({.questions = {QuestionId{"none"}}, .wanted = Wanted::All}), IsEmpty());
}

TEST_F(SelectionTest, ChoosesFlaggedHardAndFreshlyForgottenOnes) {
  EXPECT_THAT(chosen({.wanted = Wanted::Flagged}), ElementsAre("number:feed/model"));
  EXPECT_THAT(chosen({.wanted = Wanted::Hard}), IsEmpty());
  m_states[0].lapses = 3;
  EXPECT_THAT(chosen({.wanted = Wanted::Hard}), ElementsAre("number:ads/data"));
  EXPECT_THAT(chosen({.wanted = Wanted::Recent}), IsEmpty());
  m_states[0].standing = Standing::Relearning;
  m_states[0].lastDay = kSelectionDay;
  EXPECT_THAT(chosen({.wanted = Wanted::Recent}), ElementsAre("number:ads/data"));
}

TEST_F(SelectionTest, TakesNoMoreThanAskedFor) {
  EXPECT_THAT(chosen({.most = 1}), ElementsAre("pitfall:ads/model"));
}

}  // namespace
}  // namespace phaseboard::review
