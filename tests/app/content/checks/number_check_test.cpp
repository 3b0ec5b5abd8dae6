// SPDX-License-Identifier: Apache-2.0
#include "app/content/checks/number_check.h"

#include <gmock/gmock.h>

#include "tests/support/result_matchers.h"

namespace phaseboard::content {
namespace {

bool holds(const std::string& expression, const std::string& shown) {
  const Result<double> value = evaluateExpression(expression);
  const auto read = readShown(shown);
  return value.has_value() && read.has_value() && agrees(*value, *read);
}

TEST(NumberCheck, AcceptsWhatRoundsToTheShownDigits) {
  EXPECT_TRUE(holds("500e6 * 20 / 86400 * 3", "347 k"));
  EXPECT_TRUE(holds("500e6 * 20 / 86400 * 3", "347.2 k"));
  EXPECT_TRUE(holds("1.25e9", "1.3 B"));
  EXPECT_TRUE(holds("1.25e9", "1.2 B"));
  EXPECT_TRUE(holds("0.0917 / (0.0917 + (1 - 0.0917) / 0.1)", "1.00 %"));
  EXPECT_TRUE(holds("exp(-2.5)", "8.2 %"));
  EXPECT_TRUE(holds("1 / 0.96", "1.042"));
  EXPECT_TRUE(holds("10e9 * 1000", "10 T"));
  EXPECT_TRUE(holds("1000000 + 24", "1,000,024"));
  EXPECT_TRUE(holds("1.5e-6", "1.5e-6"));
  EXPECT_TRUE(holds("-3.2", "-3.2"));
}

TEST(NumberCheck, RefusesWhatRoundsToOtherDigits) {
  EXPECT_FALSE(holds("500e6 * 20 / 86400 * 3", "348 k"));
  EXPECT_FALSE(holds("500e6 * 20 / 86400 * 3", "347"));
  EXPECT_FALSE(holds("1.251e9", "1.2 B"));
  EXPECT_FALSE(holds("0.12", "12"));
  EXPECT_FALSE(holds("0.1251", "12.50 %"));
}

TEST(NumberCheck, ReadsOnlyNumbersAsShown) {
  for (const char* shown : {"", "k", "12 x", "about 3", "1,02", "1.2.3", "--3", "12 %%", ".5",
                            "1 2", "0x10", "1e", "12,34"}) {
    SCOPED_TRACE(shown);
    EXPECT_FALSE(readShown(shown).has_value());
  }
}

TEST(NumberCheck, RefusesExpressionsWithoutOneFiniteValue) {
  for (const std::string expression :
       {"", "1 / 0", "users * 2", "1, 2", "sqrt(-1)", "(1", "a = 5", "\"text\""}) {
    SCOPED_TRACE(expression);
    EXPECT_THAT(evaluateExpression(expression), test::FailsWith(ErrorKind::InvalidInput));
  }
  EXPECT_THAT(evaluateExpression(std::string(2000, '(')), test::FailsWith(ErrorKind::InvalidInput));
}

}  // namespace
}  // namespace phaseboard::content
