// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

namespace fs = std::filesystem;
using test::CliRun;
using test::runCli;
using testing::HasSubstr;

/// Two notebooks of two devices with the same card.
class MergeCommands : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(runCli({"pack", "build", test::inSources("tests/data/mini-pack").string(), "-o",
                      path("mini.pack")})
                  .code,
              0);
    addCard("laptop.db", "recall", "2026-03-02T08:00:00Z");
    addCard("desktop.db", "recall", "2026-03-02T08:00:00Z");
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (m_folder / name).string();
  }
  void addCard(const std::string& notebook, const std::string& card, const std::string& now) {
    m_folder.write("card.csv", "ask,answer\nWhat is " + card + "?,It\n");
    ASSERT_EQ(runCli({"import", path("card.csv"), "--question", "spam-filter", "--phase", "clarify",
                      "--pack", path("mini.pack"), "--notebook", path(notebook), "--now", now})
                  .code,
              0);
  }
  [[nodiscard]] CliRun run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "notebook");
    arguments.emplace_back("--json");
    return runCli(arguments);
  }
  /// Without what SQLite keeps beside a file that was read.
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::count_if(
        fs::directory_iterator(m_folder.path()), fs::directory_iterator{}, [](const auto& entry) {
          const std::string name = entry.path().filename().string();
          return !name.ends_with("-wal") && !name.ends_with("-shm");
        }));
  }

  test::TemporaryFolder m_folder;
};

TEST_F(MergeCommands, MakesANewNotebookOfTwoAndLeavesThemAlone) {
  addCard("desktop.db", "precision", "2026-03-02T10:00:00Z");
  const std::string before = test::contentsOf(m_folder / "desktop.db");
  const std::size_t filesBefore = files();

  const CliRun merged =
      run({"merge", path("laptop.db"), path("desktop.db"), "-o", path("both.db")});

  ASSERT_EQ(merged.code, 0) << merged.complaints;
  EXPECT_EQ(merged.json()["others"], 1);
  EXPECT_EQ(test::contentsOf(m_folder / "desktop.db"), before);
  EXPECT_EQ(files(), filesBefore + 1) << "nothing but the new notebook";
  EXPECT_EQ(run({"check", "--notebook", path("both.db")}).code, 0);
  const CliRun again = run({"merge", path("desktop.db"), "--notebook", path("both.db")});
  ASSERT_EQ(again.code, 0) << again.complaints;
  EXPECT_EQ(again.json()["others"], 0);
}

TEST_F(MergeCommands, BacksUpBeforeAndAfterWhatCame) {
  addCard("desktop.db", "precision", "2026-03-02T10:00:00Z");

  const CliRun merged = run({"merge", path("desktop.db"), "--notebook", path("laptop.db"), "--now",
                             "2026-03-02T11:00:00Z"});

  ASSERT_EQ(merged.code, 0) << merged.complaints;
  EXPECT_TRUE(fs::exists(m_folder / "backups/laptop-20260302T110000000Z.db"));
  EXPECT_TRUE(fs::exists(m_folder / "backups/laptop-20260302T110000001Z.db"));
}

TEST_F(MergeCommands, RefusesWhatIsNoNotebookAndChangesNothing) {
  m_folder.write("noise.db", std::string(5'000, 'x'));
  const std::string before = test::contentsOf(m_folder / "laptop.db");

  for (const std::string& other : {path("noise.db"), path("missing.db"), path("laptop.db")}) {
    const CliRun refused = run({"merge", other, "--notebook", path("laptop.db")});
    EXPECT_NE(refused.code, 0) << other;
    EXPECT_THAT(refused.complaints, HasSubstr(other));
    const CliRun toOutput = run({"merge", path("laptop.db"), path("noise.db"), "-o", path("c.db")});
    EXPECT_NE(toOutput.code, 0);
    EXPECT_FALSE(fs::exists(m_folder / "c.db"));
  }
  EXPECT_EQ(test::contentsOf(m_folder / "laptop.db"), before);
}

TEST_F(MergeCommands, RefusesToWriteOverAFile) {
  const CliRun refused =
      run({"merge", path("laptop.db"), path("desktop.db"), "-o", path("mini.pack")});

  EXPECT_NE(refused.code, 0);
  EXPECT_THAT(refused.complaints, HasSubstr("mini.pack"));
}

TEST_F(MergeCommands, KeepsTwoNotebooksAlikeThroughAFolder) {
  addCard("desktop.db", "precision", "2026-03-02T10:00:00Z");
  fs::create_directory(m_folder / "shared");

  ASSERT_EQ(run({"sync", path("shared"), "--notebook", path("desktop.db")}).code, 0);
  const CliRun news = run({"sync", path("shared"), "--notebook", path("laptop.db")});
  const CliRun quiet = run({"sync", path("shared"), "--notebook", path("laptop.db")});

  ASSERT_EQ(news.code, 0) << news.complaints;
  EXPECT_EQ(news.json()["others"], 1);
  EXPECT_EQ(quiet.json()["others"], 0);
  EXPECT_FALSE(quiet.json()["told"]);
  const CliRun nowhere = run({"sync", path("nowhere"), "--notebook", path("laptop.db")});
  EXPECT_NE(nowhere.code, 0);
}

}  // namespace
}  // namespace phaseboard
