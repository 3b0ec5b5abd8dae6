// SPDX-License-Identifier: Apache-2.0
#include "app/content/option_list.h"

#include <gmock/gmock.h>

namespace phaseboard::content {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(OptionList, SaysWhatItWasMadeOf) {
  const std::vector<TradeOffOption> options{{"Cache", "speed", "stale answers"},
                                            {"No cache", "truth.\n\n- always", "*much* load"}};

  const auto back = optionsOfList(optionList(options));

  ASSERT_THAT(back, SizeIs(2));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(back[i].option, options[i].option);
    EXPECT_EQ(back[i].buys, options[i].buys);
    EXPECT_EQ(back[i].costs, options[i].costs);
  }
}

TEST(OptionList, KeepsWhatIsWrittenInAnotherForm) {
  const auto options = optionsOfList("Just cache it.\n- **Or not.** *Buys:* nothing\n\n- \n");

  ASSERT_THAT(options, SizeIs(2));
  EXPECT_EQ(options[0].option, "Just cache it.");
  EXPECT_EQ(options[1].option, "**Or not.** *Buys:* nothing");
  EXPECT_THAT(options[1].costs, IsEmpty());
}

TEST(OptionList, HasNoOptionsInBlankText) {
  EXPECT_THAT(optionsOfList(" \n"), IsEmpty());
}

}  // namespace
}  // namespace phaseboard::content
