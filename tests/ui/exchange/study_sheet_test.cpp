// SPDX-License-Identifier: Apache-2.0
#include "ui/exchange/study_sheet.h"

#include <gmock/gmock.h>

#include "tests/support/exchange_session.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

TEST(StudySheet, IsAPdfOfSeveralPagesWithoutPictures) {
  const ExchangeSession open;
  const auto reading = open.files.openReading();
  ASSERT_THAT(reading, IsOk());
  const auto sheet = ui::studySheet(**reading, kShippedQuestion, {});

  ASSERT_THAT(sheet, IsOk());
  EXPECT_TRUE(sheet->startsWith("%PDF-"));
  EXPECT_TRUE(sheet->trimmed().endsWith("%%EOF"));
  EXPECT_GT(sheet->count("/Type /Page\n"), 3);
  // Figures are drawn, not photographed.
  EXPECT_EQ(sheet->count("/Subtype /Image"), 0);
}

TEST(StudySheet, StopsWhenAsked) {
  const ExchangeSession open;
  const auto reading = open.files.openReading();
  ASSERT_THAT(reading, IsOk());
  const auto sheet =
      ui::studySheet(**reading, kShippedQuestion, [](std::int64_t, std::int64_t) { return false; });

  ASSERT_FALSE(sheet);
  EXPECT_TRUE(exchange::isStopped(sheet.error()));
}

TEST(StudySheet, AnUnknownQuestionIsNotFound) {
  const ExchangeSession open;
  const auto reading = open.files.openReading();
  ASSERT_THAT(reading, IsOk());
  EXPECT_THAT(ui::studySheet(**reading, QuestionId{"no-such"}, {}), FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::test
