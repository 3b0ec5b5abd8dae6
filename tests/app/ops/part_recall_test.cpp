// SPDX-License-Identifier: Apache-2.0
#include "app/ops/part_recall.h"

#include <gmock/gmock.h>

#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using test::IsOk;

const DiagramId kRecalledFigure{"ads/serving"};

review::Prompt promptAbout(const char* part, review::PromptKind kind,
                           const DiagramId& figure = kRecalledFigure) {
  review::Prompt prompt;
  prompt.target = content::partTarget(figure, PartId(part));
  prompt.id = review::promptId(kind, prompt.target);
  prompt.kind = kind;
  prompt.question = QuestionId{"ads"};
  prompt.phase = PhaseId{"serve"};
  prompt.diagram = figure;
  prompt.part = PartId(part);
  return prompt;
}

class PartRecallTest : public testing::Test {
 protected:
  void answer(const review::Prompt& prompt, memory::Rating rating) {
    ASSERT_THAT(m_open.desk.answerPrompt(prompt, rating, Millis{5'000}), IsOk());
    m_open.clock.advanceSeconds(15);
  }
  [[nodiscard]] std::map<PartId, double> recall() const {
    const StudyDay today = studyDay(m_open.clock.now(), UtcOffset{0}, kDefaultDayStart);
    auto read = readPartRecall(m_pack, *m_open.store, kRecalledFigure, today);
    EXPECT_THAT(read, IsOk());
    return *read;
  }

  test::OpenDesk m_open = test::OpenDesk::inMemory();
  review::Prompt m_name = promptAbout("model", review::PromptKind::NamePart);
  review::Prompt m_why = promptAbout("model", review::PromptKind::PartPurpose);
  review::Prompt m_store = promptAbout("store", review::PromptKind::NamePart);
  review::Prompt m_elsewhere =
      promptAbout("model", review::PromptKind::NamePart, DiagramId{"ads/training"});
  test::PromptPack m_pack{{m_name, m_why, m_store, m_elsewhere}};
};

TEST_F(PartRecallTest, KnowsNothingOfPartsThatWereNeverAsked) {
  answer(m_elsewhere, memory::Rating::Good);

  EXPECT_THAT(recall(), testing::IsEmpty());
}

TEST_F(PartRecallTest, IsTheMeanOfWhatWasAskedAboutAPart) {
  answer(m_name, memory::Rating::Easy);
  answer(m_why, memory::Rating::Again);
  answer(m_store, memory::Rating::Easy);
  m_open.clock.advanceDays(20);

  const std::map<PartId, double> parts = recall();

  ASSERT_EQ(parts.size(), 2U);
  EXPECT_LT(parts.at(PartId("model")), parts.at(PartId("store")));
  EXPECT_GT(parts.at(PartId("model")), 0);
  EXPECT_LT(parts.at(PartId("store")), 1);
}

TEST_F(PartRecallTest, FadesFromDayToDay) {
  answer(m_store, memory::Rating::Good);
  m_open.clock.advanceDays(2);
  const double soon = recall().at(PartId("store"));

  m_open.clock.advanceDays(30);

  EXPECT_LT(recall().at(PartId("store")), soon);
}

TEST(ConceptRecall, IsTheMeanOverEverythingThatAsksForIt) {
  test::OpenDesk open = test::OpenDesk::inMemory();
  review::Prompt here = promptAbout("model", review::PromptKind::NamePart);
  review::Prompt there =
      promptAbout("model", review::PromptKind::NamePart, DiagramId{"ads/training"});
  review::Prompt later = promptAbout("store", review::PromptKind::NamePart);
  const review::Prompt other = promptAbout("store", review::PromptKind::PartPurpose);
  for (review::Prompt* one : {&here, &there, &later})
    one->conceptId = ConceptId{"two-towers"};
  const test::PromptPack pack{{here, there, later, other}};
  for (const review::Prompt& answered : {here, there, other})
    ASSERT_THAT(open.desk.answerPrompt(answered, memory::Rating::Good, Millis{5'000}), IsOk());
  open.clock.advanceDays(3);
  const auto table = PromptTable::read(pack, *open.store);
  ASSERT_THAT(table, IsOk());
  const StudyDay today = studyDay(open.clock.now(), UtcOffset{0}, kDefaultDayStart);

  const auto all = readConceptRecall(*table, ConceptId{"two-towers"}, today);

  ASSERT_THAT(all, IsOk());
  EXPECT_EQ(all->asked, 2);
  EXPECT_EQ(all->notAsked, 1);
  EXPECT_GT(all->recall, 0.5);
  EXPECT_LT(all->recall, 1);
}

}  // namespace
}  // namespace phaseboard::ops
