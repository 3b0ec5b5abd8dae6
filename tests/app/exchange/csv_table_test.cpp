// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/csv_table.h"

#include <gmock/gmock.h>

#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using exchange::csvCell;
using exchange::readCsv;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string csvProblem(std::string_view text) {
  const auto rows = readCsv(text, "f.csv");
  EXPECT_THAT(rows, FailsWith(ErrorKind::InvalidInput));
  return rows ? std::string() : rows.error().detail;
}

TEST(CsvTable, ReadsQuotesCommasAndLineBreaksInFields) {
  const auto rows = readCsv("a,\"b,\"\"c\"\"\r\nd\",e\r\n\r\nf,,g", "f.csv");

  ASSERT_THAT(rows, IsOk());
  ASSERT_THAT(*rows, SizeIs(2));
  EXPECT_THAT((*rows)[0].fields, ElementsAre("a", "b,\"c\"\nd", "e"));
  EXPECT_THAT((*rows)[1].fields, ElementsAre("f", "", "g"));
  EXPECT_EQ((*rows)[1].line, 4);
}

TEST(CsvTable, TakesSemicolonsTabsAndAByteOrderMark) {
  for (const char* text : {"\xEF\xBB\xBF"
                           "ask;answer\na,b;c",
                           "ask\tanswer\na,b\tc"}) {
    const auto rows = readCsv(text, "f.csv");
    ASSERT_THAT(rows, IsOk());
    EXPECT_THAT((*rows)[0].fields, ElementsAre("ask", "answer"));
    EXPECT_THAT((*rows)[1].fields, ElementsAre("a,b", "c"));
  }
}

TEST(CsvTable, NamesTheLineOfWhatItCannotRead) {
  EXPECT_EQ(csvProblem("a,b\n\"open"), "line 2: a quote is never closed");
  EXPECT_EQ(csvProblem("a\n\"b\"c"), "line 2: text after a closing quote");
  EXPECT_EQ(csvProblem("a\nb\nc\"d"), "line 3: a quote inside a field that is not in quotes");
}

TEST(CsvTable, RefusesWhatIsNoTextOrTooMuch) {
  EXPECT_THAT(csvProblem("a,\xff"), HasSubstr("UTF-8"));
  EXPECT_THAT(csvProblem(std::string_view("a\0b", 3)), HasSubstr("text"));
  EXPECT_THAT(csvProblem(std::string(150, ',')), HasSubstr("100 columns"));
  EXPECT_THAT(csvProblem(std::string(64'000'001, 'a')), HasSubstr("64 MB"));
  std::string tall;
  for (int row = 0; row < 200'002; ++row)
    tall += "a\n";
  EXPECT_THAT(csvProblem(tall), HasSubstr("200,000 rows"));
}

TEST(CsvTable, WritesCellsThatReadBack) {
  for (const std::string text :
       {"plain", "with, comma", "with \"quotes\"", "two\nlines", "a;b", ""}) {
    const auto rows = readCsv("first," + csvCell(text), "f.csv");
    ASSERT_THAT(rows, IsOk());
    EXPECT_EQ((*rows)[0].fields[1], text);
  }
}

TEST(CsvTable, DisarmsWhatASpreadsheetWouldCalculate) {
  EXPECT_EQ(csvCell("=1+2"), "\"'=1+2\"");
  EXPECT_EQ(csvCell("@SUM(A1)"), "\"'@SUM(A1)\"");
  EXPECT_EQ(csvCell("- a list"), "- a list");
}

}  // namespace
}  // namespace phaseboard::test
