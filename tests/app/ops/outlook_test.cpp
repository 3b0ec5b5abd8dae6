// SPDX-License-Identifier: Apache-2.0
#include "app/ops/outlook.h"

#include <gmock/gmock.h>

#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::ops {
namespace {

using test::aPrompt;
using test::FailsWith;
using test::IsOk;

class OutlookTest : public testing::Test {
 protected:
  [[nodiscard]] Result<Outlook> outlook(const ports::PackLibrary& pack, const OutlookWish& wish) {
    const auto table = PromptTable::read(pack, *m_open.store);
    const auto plan = readStudyPlan(pack, *m_open.store, m_open.clock.now(), UtcOffset{0});
    EXPECT_THAT(table, IsOk());
    EXPECT_THAT(plan, IsOk());
    return simulateOutlook(*table, *plan, wish);
  }

  test::OpenDesk m_open = test::OpenDesk::inMemory();
  test::PromptPack m_pack{{aPrompt("first"), aPrompt("second"), aPrompt("third")}};
};

TEST_F(OutlookTest, BeginsWhatIsNewAndKnowsMoreAfterwards) {
  OutlookWish wish;
  wish.newPerDay = 1;
  wish.days = 10;

  const auto played = outlook(m_pack, wish);

  ASSERT_THAT(played, IsOk());
  EXPECT_EQ(played->minutes.size(), 10U);
  EXPECT_EQ(played->known.size(), 10U);
  EXPECT_EQ(played->begun, 3);
  EXPECT_GT(played->known.back(), played->known.front());
  EXPECT_GT(played->hours, 0);
}

TEST_F(OutlookTest, GoesOnFromWhatWasAnswered) {
  ASSERT_THAT(m_open.desk.answerPrompt(aPrompt("first"), memory::Rating::Easy, Millis{9'000}),
              IsOk());
  OutlookWish wish;
  wish.days = 30;

  const auto played = outlook(m_pack, wish);

  ASSERT_THAT(played, IsOk());
  EXPECT_EQ(played->begun, 2);
}

TEST_F(OutlookTest, LeavesOutWhatIsSuspended) {
  ASSERT_THAT(m_open.desk.suspendPrompt(aPrompt("first").id, true), IsOk());
  OutlookWish wish;
  wish.days = 30;

  EXPECT_EQ(outlook(m_pack, wish)->begun, 2);
}

TEST_F(OutlookTest, HasNothingToDoWithoutPrompts) {
  const auto played = outlook(test::PromptPack{{}}, {});

  ASSERT_THAT(played, IsOk());
  EXPECT_EQ(played->begun, 0);
  EXPECT_EQ(played->hours, 0);
}

TEST_F(OutlookTest, RefusesNoDaysAndMoreThanTwoYears) {
  OutlookWish wish;
  for (const int days : {0, -1, 731}) {
    wish.days = days;
    EXPECT_THAT(outlook(m_pack, wish), FailsWith(ErrorKind::InvalidInput)) << days;
  }
}

}  // namespace
}  // namespace phaseboard::ops
