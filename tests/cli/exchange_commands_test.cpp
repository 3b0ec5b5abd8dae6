// SPDX-License-Identifier: Apache-2.0
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
using testing::SizeIs;

/// The commands over the mini pack and a notebook of their own.
class ExchangeCommands : public testing::Test {
 protected:
  void SetUp() override {
    const std::string sources = test::inSources("tests/data/mini-pack").string();
    ASSERT_EQ(runCli({"pack", "build", sources, "-o", path("mini.pack")}).code, 0);
    m_folder.write("cards.csv", "ask,answer\nWhat is AUC?,A rank measure\nWhat is CTR?,A share\n");
    m_brought = import({"cards.csv"});
    ASSERT_EQ(m_brought.code, 0) << m_brought.complaints;
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (m_folder / name).string();
  }
  [[nodiscard]] CliRun run(std::vector<std::string> arguments) const {
    for (const std::string& more :
         {std::string("--pack"), path("mini.pack"), std::string("--notebook"), path("notebook.db"),
          std::string("--json")})
      arguments.push_back(more);
    return runCli(arguments);
  }
  [[nodiscard]] CliRun import(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"import",      path(more.front()), "--question",
                                       "spam-filter", "--phase",          "clarify"};
    arguments.insert(arguments.end(), more.begin() + 1, more.end());
    return run(arguments);
  }

  test::TemporaryFolder m_folder;
  CliRun m_brought;
};

TEST_F(ExchangeCommands, ImportCountsAndDoesNotDouble) {
  EXPECT_EQ(m_brought.json()["created"], 2);
  const CliRun again = import({"cards.csv"});

  ASSERT_EQ(again.code, 0);
  EXPECT_EQ(again.json()["created"], 0);
  EXPECT_EQ(again.json()["unchanged"], 2);
}

TEST_F(ExchangeCommands, PreviewSaysWhatWouldComeAndWritesNothing) {
  m_folder.write("more.md", "# Why?\nBecause.\n");
  const std::string before = test::contentsOf(m_folder / "notebook.db");
  const CliRun preview = import({"more.md", "--preview"});

  ASSERT_EQ(preview.code, 0) << preview.complaints;
  EXPECT_EQ(preview.json()["created"], 1);
  EXPECT_EQ(test::contentsOf(m_folder / "notebook.db"), before);
}

TEST_F(ExchangeCommands, JsonAndCsvHoldTheNotebook) {
  ASSERT_EQ(run({"export", "--format", "json", "-o", path("n.json")}).code, 0);
  ASSERT_EQ(run({"export", "--format", "csv", "-o", path("tables")}).code, 0);

  const auto notebook = nlohmann::json::parse(test::contentsOf(m_folder / "n.json"));
  EXPECT_THAT(notebook["tables"]["own_prompt"], SizeIs(2));
  EXPECT_THAT(test::contentsOf(m_folder / "tables" / "own_prompt.csv"), HasSubstr("What is AUC?"));
}

TEST_F(ExchangeCommands, MarkdownIsAFolderWithEveryFigure) {
  for (const std::string figures : {"svg", "png"}) {
    const std::string folder = path("notes-" + figures);
    const CliRun written =
        run({"export", "--format", "markdown", "-o", folder, "--figures", figures});
    ASSERT_EQ(written.code, 0) << written.complaints;
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      count += entry.is_regular_file() ? 1 : 0;
      if (entry.path().extension() != ".md")
        continue;
      // Every picture that the text names is there.
      const std::string text = test::contentsOf(entry.path());
      for (std::size_t at = text.find("]("); at != std::string::npos;
           at = text.find("](", at + 2)) {
        const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
        EXPECT_TRUE(!target.starts_with("figures/") || fs::exists(fs::path(folder) / target))
            << target;
      }
    }
    EXPECT_EQ(written.json()["files"], count);
    EXPECT_GT(count, 1);
  }
}

TEST_F(ExchangeCommands, AnExportedDeckComesHomeUnchanged) {
  const CliRun written = run({"export", "--format", "anki", "-o", path("deck.apkg")});
  ASSERT_EQ(written.code, 0) << written.complaints;
  const CliRun back = import({"deck.apkg", "--preview"});

  ASSERT_EQ(back.code, 0) << back.complaints;
  EXPECT_EQ(back.json()["created"], 0);
  EXPECT_EQ(back.json()["unknown"], 0);
  EXPECT_GE(back.json()["known"], 1);
  EXPECT_EQ(back.json()["unchanged"], 2);
}

TEST_F(ExchangeCommands, RefusalsAreOneLineAndLeaveNothing) {
  m_folder.write("bad.apkg", "no archive");
  m_folder.write("bad.csv", "a,b\n1,2\n");
  for (const char* name : {"bad.apkg", "bad.csv", "missing.md", "mini.pack"}) {
    const CliRun refused = import({name});
    EXPECT_EQ(refused.code, 1) << name;
    EXPECT_TRUE(refused.json().contains("error")) << name;
  }
  const CliRun there = run({"export", "--format", "csv", "-o", m_folder.path().string()});
  EXPECT_EQ(there.code, 1);
  const CliRun unknown =
      run({"export", "--format", "markdown", "-o", path("x"), "--question", "no-such"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_FALSE(fs::exists(m_folder / "x"));
}

}  // namespace
}  // namespace phaseboard
