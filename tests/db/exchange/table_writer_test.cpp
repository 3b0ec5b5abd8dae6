// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/table_writer.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/exchange/csv_table.h"
#include "db/connection.h"
#include "tests/support/failing_files.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using ports::TableFormat;
using testing::HasSubstr;
using testing::SizeIs;

class TableWriterTest : public testing::Test {
 protected:
  TableWriterTest() { writeSample(m_open); }

  Status write(const fs::path& to, TableFormat format, const exchange::Progress& progress = {}) {
    return db::writeNotebookTables(m_files, *m_open.store, to, format, m_open.clock.now(),
                                   progress);
  }
  std::int64_t count(const std::string& table) {
    auto& database = m_open.store->connection().database();
    return database.execAndGet("SELECT count(*) FROM " + table).getInt64();
  }

  OpenDesk m_open = OpenDesk::inMemory();
  TemporaryFolder m_folder;
  FailingFiles m_files;
};

TEST_F(TableWriterTest, JsonHoldsEveryRowOfEveryTable) {
  ASSERT_THAT(write(m_folder / "notebook.json", TableFormat::Json), IsOk());
  const auto json = nlohmann::json::parse(contentsOf(m_folder / "notebook.json"));

  EXPECT_EQ(json["format"], "phaseboard-notebook");
  EXPECT_EQ(json["exported_at"], toIso(m_open.clock.now()));
  for (const char* table : {"answer_version", "review", "setting", "tick", "own_prompt",
                            "annotation", "board", "mock", "favourite", "schedule"}) {
    ASSERT_TRUE(json["tables"].contains(table)) << table;
    EXPECT_EQ(json["tables"][table].size(), static_cast<std::size_t>(count(table))) << table;
  }
  EXPECT_FALSE(json["tables"].contains("undo_step"));
  EXPECT_FALSE(json["tables"].contains("own_text_data"));
  const auto& review = json["tables"]["review"].front();
  EXPECT_THAT(review["taken_at"].get<std::string>(), HasSubstr("2026-"));
  EXPECT_THAT(review["id"].get<std::string>(), SizeIs(36));
}

TEST_F(TableWriterTest, CsvHoldsTheSameRows) {
  ASSERT_THAT(write(m_folder / "tables", TableFormat::Csv), IsOk());

  const auto rows = exchange::readCsv(contentsOf(m_folder / "tables" / "review.csv"), "review.csv");
  ASSERT_THAT(rows, IsOk());
  EXPECT_EQ(rows->size(), static_cast<std::size_t>(count("review")) + 1);
  EXPECT_EQ(rows->front().fields[1], "prompt");
  const auto answers =
      exchange::readCsv(contentsOf(m_folder / "tables" / "answer_version.csv"), "a.csv");
  ASSERT_THAT(answers, IsOk());
  EXPECT_EQ(answers->size(), static_cast<std::size_t>(count("answer_version")) + 1);
}

TEST_F(TableWriterTest, TextsThatAreAwkwardReadBack) {
  const std::string awkward = "a \"quote\", a, comma\nand \xE2\x86\x92 \\ {json}";
  ASSERT_THAT(m_open.desk.writeAnswer(kAdsModel, awkward), IsOk());
  ASSERT_THAT(write(m_folder / "n.json", TableFormat::Json), IsOk());

  const auto json = nlohmann::json::parse(contentsOf(m_folder / "n.json"));
  EXPECT_EQ(json["tables"]["answer_version"].back()["text"], awkward);
}

TEST_F(TableWriterTest, StoppedOrFailedNothingIsLeft) {
  const auto stop = [](std::int64_t, std::int64_t) { return false; };
  for (const TableFormat format : {TableFormat::Json, TableFormat::Csv}) {
    const Status stopped = write(m_folder / "out", format, stop);
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(exchange::isStopped(stopped.error()));
    for (int call = 1; call <= 4; ++call) {
      m_files.failAt(call, true);
      EXPECT_THAT(write(m_folder / "out", format), FailsWith(ErrorKind::DiskFull)) << call;
      m_files.failAt(0, false);
      EXPECT_FALSE(fs::exists(m_folder / "out"));
    }
  }
}

}  // namespace
}  // namespace phaseboard::test
