// SPDX-License-Identifier: Apache-2.0
#include "app/ops/left_behind.h"

#include <gmock/gmock.h>

#include "app/ops/placed_annotations.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using test::IsOk;
using testing::IsEmpty;
using testing::SizeIs;

class LeftBehindTest : public testing::Test {
 protected:
  std::vector<LeftBehind> read() {
    const auto own = m_open.store->ownPrompts();
    EXPECT_THAT(own, IsOk());
    auto all = readLeftBehind(m_pack, *m_open.store, *own, nullptr);
    EXPECT_THAT(all, IsOk());
    return *all;
  }

  test::OpenDesk m_open = test::OpenDesk::inMemory();
  test::PromptPack m_pack{{}};
};

TEST_F(LeftBehindTest, CountsWhatWasWrittenAboutAQuestionThatIsGone) {
  const QuestionId gone{"my-question"};
  ASSERT_THAT(m_open.desk.writeAnswer({gone, PhaseId{"model"}}, "Two towers."), IsOk());
  ASSERT_THAT(m_open.desk.keepDraft({gone, PhaseId{"serve"}}, "Half a", {}), IsOk());
  review::Prompt prompt;
  prompt.question = gone;
  prompt.phase = PhaseId{"model"};
  prompt.ask = "Why?";
  prompt.answer = "So.";
  ASSERT_THAT(m_open.desk.createPrompt(prompt), IsOk());

  const auto all = read();

  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].question, gone);
  EXPECT_THAT(all[0].answers, SizeIs(2));
  EXPECT_EQ(all[0].ownPrompts, 1);
  EXPECT_EQ(all[0].annotations, 0);
}

TEST_F(LeftBehindTest, IsEmptyWithoutAnythingWritten) {
  EXPECT_THAT(read(), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::ops
