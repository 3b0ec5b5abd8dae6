// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_file.h"

#include <filesystem>
#include <set>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>

#include "db/checked_pages.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "db/pack/schema.h"
#include "tests/support/fake_clock.h"
#include "tests/support/page_damage.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::db {
namespace {

using test::FailsWith;
using test::IsOk;
using testing::IsEmpty;
using testing::Not;

class PackFile : public testing::Test {
 protected:
  void SetUp() override { ASSERT_THAT(writePack(test::miniPack(), m_file), IsOk()); }

  /// Changes the file as somebody could who has SQLite.
  void tamper(const std::string& sql) const {
    SQLite::Database database(m_file.string(), SQLite::OPEN_READWRITE, 0, checkedVfs());
    database.exec(sql);
  }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "mini.pack";
};

TEST_F(PackFile, IsWrittenAloneAndSound) {
  EXPECT_THAT(checkPackFile(m_file), IsOk());
  EXPECT_THAT(*checkPackFile(m_file), IsEmpty());
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
    ++files;
  EXPECT_EQ(files, 1);
}

TEST_F(PackFile, HasTheSameBytesWhenItIsWrittenTwice) {
  ASSERT_THAT(writePack(test::miniPack(), m_folder / "again.pack"), IsOk());

  EXPECT_EQ(test::contentsOf(m_file), test::contentsOf(m_folder / "again.pack"));
}

TEST_F(PackFile, ReplacesAnOlderOneAsAWhole) {
  const auto opened = PackReader::open(m_file);
  ASSERT_THAT(opened, IsOk());

  ASSERT_THAT(writePack(test::miniPack(), m_file), IsOk());

  // Who has the old file open goes on reading it.
  EXPECT_THAT((*opened)->question(QuestionId{"spam-filter"}), IsOk());
}

TEST_F(PackFile, LeavesNothingBehindWhereItCannotBeWritten) {
  EXPECT_THAT(writePack(test::miniPack(), m_folder / "none" / "mini.pack"),
              FailsWith(ErrorKind::ReadOnly));
  std::filesystem::create_directory(m_folder / "taken.pack");
  EXPECT_FALSE(writePack(test::miniPack(), m_folder / "taken.pack").has_value());
  EXPECT_THAT(test::contentsOf(m_file), Not(IsEmpty()));
  for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
    EXPECT_EQ(entry.path().string().find("draft"), std::string::npos) << entry.path();
}

TEST_F(PackFile, IsReadFromAFolderWithStrangeSigns) {
  const auto strange = m_folder / "a?b#c%20d é.pack";
  std::filesystem::copy_file(m_file, strange);

  EXPECT_THAT(PackReader::open(strange), IsOk());
}

TEST_F(PackFile, IsRefusedWhenItIsNone) {
  EXPECT_THAT(PackReader::open(m_folder / "absent"), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(PackReader::open(m_folder.path()), FailsWith(ErrorKind::ForeignFile));
  EXPECT_THAT(PackReader::open(m_folder.write("empty", "")), FailsWith(ErrorKind::ForeignFile));
  EXPECT_THAT(PackReader::open(m_folder.write("text", std::string(500, 'x'))),
              FailsWith(ErrorKind::ForeignFile));
  {
    SQLite::Database(m_folder / "other.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t (x)");
  }
  EXPECT_THAT(PackReader::open(m_folder / "other.db"), FailsWith(ErrorKind::ForeignFile));
}

TEST_F(PackFile, OfALaterFormatIsRefusedAsTooNew) {
  tamper("PRAGMA user_version = " + std::to_string(kPackFormat + 1));

  EXPECT_THAT(PackReader::open(m_file), FailsWith(ErrorKind::FileTooNew));
}

TEST_F(PackFile, OfTheFormatBeforeDrawingsIsStillRead) {
  tamper("DROP TABLE drawing");
  tamper("PRAGMA user_version = 2");

  const auto pack = PackReader::open(m_file);

  ASSERT_THAT(pack, IsOk());
  const auto figure = (*pack)->diagram((*pack)->questions().front().diagrams.front().id);
  ASSERT_THAT(figure, IsOk());
  EXPECT_THAT(figure->svg, Not(IsEmpty()));
  EXPECT_THAT(figure->drawing, IsEmpty());
}

TEST_F(PackFile, KeepsTheDrawingOfAFigureByteForByte) {
  content::Pack pack = test::miniPack();
  content::Diagram& figure = pack.questions.front().diagrams.front();
  figure.drawing = std::string("a\0b\xff", 4);
  ASSERT_THAT(writePack(pack, m_file), IsOk());

  const auto opened = PackReader::open(m_file);

  ASSERT_THAT(opened, IsOk());
  EXPECT_EQ((*opened)->diagram(figure.id)->drawing, figure.drawing);
}

TEST_F(PackFile, WithAnotherSchemaIsRefused) {
  for (const char* sql :
       {"CREATE TABLE extra (x)", "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON rename BEGIN DELETE FROM rename; END",
        "DROP TABLE rename", "CREATE INDEX i ON note (summary)",
        "ALTER TABLE rename ADD COLUMN more TEXT", "CREATE VIRTUAL TABLE f USING fts5(x)"}) {
    SCOPED_TRACE(sql);
    ASSERT_THAT(writePack(test::miniPack(), m_file), IsOk());
    tamper(sql);
    EXPECT_THAT(PackReader::open(m_file), FailsWith(ErrorKind::Damaged));
  }
}

TEST_F(PackFile, ThatIsCutShortIsFoundDamaged) {
  const std::string whole = test::contentsOf(m_file);
  for (const std::size_t kept : {std::size_t{100}, std::size_t{4096}, whole.size() / 2}) {
    SCOPED_TRACE(kept);
    const auto cut = m_folder.write("cut.pack", whole.substr(0, kept));
    const auto checked = checkPackFile(cut);
    EXPECT_TRUE(!checked.has_value() || !checked->empty());
  }
}

/// Whatever the bytes are, reading ends with values or an error, also when somebody made the
/// checksums fit.
TEST_F(PackFile, WithScatteredBytesNeverBringsTheProgramDown) {
  const std::string whole = test::contentsOf(m_file);
  test::SeededChance chance(42);
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    std::string bytes = whole;
    for (int i = 0; i < 40; ++i)
      bytes[100 + chance.next() % (bytes.size() - 100)] = static_cast<char>(chance.next());
    const auto file = m_folder.write("broken.pack", test::withFittingChecksums(bytes));
    const auto checked = checkPackFile(file);
    refused += !checked || !checked->empty() ? 1 : 0;
    const auto opened = PackReader::open(file);
    if (!opened)
      continue;
    for (const ports::QuestionCard& card : (*opened)->questions()) {
      static_cast<void>((*opened)->question(card.id));
      static_cast<void>((*opened)->note(card.id, PhaseId{"serve"}));
      for (const ports::DiagramCard& figure : card.diagrams)
        static_cast<void>((*opened)->diagram(figure.id));
    }
    for (const review::Prompt& prompt : (*opened)->prompts())
      static_cast<void>((*opened)->prompt(prompt.id));
    static_cast<void>((*opened)->concepts());
    static_cast<void>((*opened)->search(search::parseQuery("the spam mo"), 20));
  }
  EXPECT_GT(refused, 100);
}

TEST(PackSchema, NamesEachTableOnce) {
  std::set<std::string_view> statements(kPackSchema.begin(), kPackSchema.end());

  EXPECT_EQ(statements.size(), kPackSchema.size());
}

}  // namespace
}  // namespace phaseboard::db
