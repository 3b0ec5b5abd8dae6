// SPDX-License-Identifier: Apache-2.0
#include "app/memory/csv.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

ReviewTable replayTable(const std::string& rows) {
  std::istringstream in("prompt,elapsed_days,rating\n" + rows);
  return readReviews(in, ReviewColumns::Replay);
}

ReviewTable evaluateTable(const std::string& rows) {
  std::istringstream in("prompt,day,rating,elapsed_days\n" + rows);
  return readReviews(in, ReviewColumns::Evaluate);
}

TEST(ReviewTable, HoldsTheRowsInOrder) {
  const ReviewTable table = replayTable("a,0,3\nb,0,1\na,12,4\n");

  ASSERT_EQ(table.error, std::nullopt);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[2].prompt, "a");
  EXPECT_EQ(table.rows[2].elapsedDays, 12);
  EXPECT_EQ(table.rows[2].rating, Rating::Easy);
}

TEST(ReviewTable, HasAnotherOrderOfColumnsToEvaluate) {
  const ReviewTable table = evaluateTable("a,700,3,-1\na,705,1,5\n");

  ASSERT_EQ(table.error, std::nullopt);
  EXPECT_EQ(table.rows[0].elapsedDays, 0);
  EXPECT_EQ(table.rows[1].day, 705);
  EXPECT_EQ(table.rows[1].rating, Rating::Again);
  EXPECT_EQ(table.rows[1].elapsedDays, 5);
}

TEST(ReviewTable, ReadsQuotesReturnsMarksAndEmptyLines) {
  std::istringstream in(
      "\xEF\xBB\xBFprompt,elapsed_days,rating\r\n\"a \"\"b\"\", c\",0,3\r\n\r\nlast,0,1");

  const ReviewTable table = readReviews(in, ReviewColumns::Replay);

  ASSERT_EQ(table.error, std::nullopt);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].prompt, "a \"b\", c");
  EXPECT_EQ(csvField(table.rows[0].prompt), "\"a \"\"b\"\", c\"");
  EXPECT_EQ(table.rows[1].prompt, "last");
}

TEST(ReviewTable, MayHaveNoRows) {
  EXPECT_EQ(replayTable("").error, std::nullopt);
}

TEST(ReviewTable, MustHaveItsHeader) {
  for (const char* text : {"", "\n", "a,0,3\n", "prompt,day,rating,elapsed_days\n"}) {
    std::istringstream in(text);
    EXPECT_EQ(readReviews(in, ReviewColumns::Replay).error,
              (CsvError{1, "the header must be prompt,elapsed_days,rating"}))
        << text;
  }
}

struct Bad {
  const char* row;
  const char* message;
};

TEST(ReviewTable, NamesTheLineAndTheFault) {
  for (const Bad& bad : std::initializer_list<Bad>{
           {"b,0", "expected 3 fields, found 2"},
           {"b,0,3,4", "expected 3 fields, found 4"},
           {",0,3", "the prompt is empty"},
           {"b,0,0", "rating is not 1, 2, 3 or 4: 0"},
           {"b,0,5", "rating is not 1, 2, 3 or 4: 5"},
           {"b,0,good", "rating is not 1, 2, 3 or 4: good"},
           {"b,x,3", "elapsed_days is not a whole number from 0 to 36600: x"},
           {"b,0.5,3", "elapsed_days is not a whole number from 0 to 36600: 0.5"},
           {"a,-1,3", "elapsed_days is not a whole number from 0 to 36600: -1"},
           {"a,99999999999,3", "elapsed_days is not a whole number from 0 to 36600: 99999999999"},
           {"b,4,3", "the first review of b must have 0 elapsed days, not 4"},
           {"\"b,0,3", "a quote is not closed"}}) {
    const ReviewTable table = replayTable(std::string("a,0,3\n") + bad.row + "\na,1,3\n");
    EXPECT_EQ(table.error, (CsvError{3, bad.message}));
    EXPECT_TRUE(table.rows.empty());
  }
  EXPECT_EQ(evaluateTable("a,monday,3,0\n").error,
            (CsvError{2, "day is not a whole number: monday"}));
}

}  // namespace
}  // namespace phaseboard::memory
