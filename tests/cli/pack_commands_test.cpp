// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>

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
using testing::IsEmpty;
using testing::StartsWith;

const std::string kMini = test::inSources("tests/data/mini-pack").string();

class PackCommands : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const {
    return (m_folder / name).string();
  }
  /// The mini pack, compiled.
  [[nodiscard]] std::string built() const {
    const CliRun run = runCli({"pack", "build", kMini, "-o", path("mini.pack")});
    EXPECT_EQ(run.code, 0) << run.complaints;
    return path("mini.pack");
  }
  /// Its sources, to be spoilt.
  [[nodiscard]] std::string copied() const {
    fs::copy(kMini, m_folder / "sources", fs::copy_options::recursive);
    return path("sources");
  }

  test::TemporaryFolder m_folder;
};

TEST_F(PackCommands, BuildTwiceGivesTheSameBytes) {
  ASSERT_EQ(runCli({"pack", "build", kMini, "-o", path("a.pack")}).code, 0);
  ASSERT_EQ(runCli({"pack", "build", kMini, "-o", path("b.pack")}).code, 0);

  EXPECT_EQ(test::contentsOf(path("a.pack")), test::contentsOf(path("b.pack")));
}

TEST_F(PackCommands, BuildGivesTheSameBytesOnOneThreadAndOnMany) {
  ASSERT_EQ(runCli({"pack", "build", kMini, "-o", path("a.pack"), "--workers", "1"}).code, 0);
  ASSERT_EQ(runCli({"pack", "build", kMini, "-o", path("b.pack"), "--workers", "5"}).code, 0);

  EXPECT_EQ(test::contentsOf(path("a.pack")), test::contentsOf(path("b.pack")));
}

TEST_F(PackCommands, BuildWithACacheCompilesOnlyWhatChanged) {
  const std::string sources = copied();
  const auto build = [&](const std::string& file) {
    return runCli({"pack", "build", sources, "-o", path(file), "--cache", path("kept"), "--json"});
  };
  const auto first = build("a.pack").json();
  const auto second = build("b.pack").json();
  std::string changed;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(sources) / "diagrams")) {
    if (entry.path().extension() == ".yaml")
      changed = entry.path().string();
  }
  const std::string text = test::contentsOf(changed);
  std::ofstream(changed, std::ios::binary) << text << "\n";
  const auto third = build("c.pack").json();

  EXPECT_EQ(first["compiled"], first["diagrams"]);
  EXPECT_EQ(second["compiled"], 0);
  EXPECT_EQ(third["compiled"], 1);
  EXPECT_EQ(test::contentsOf(path("a.pack")), test::contentsOf(path("b.pack")));
}

TEST_F(PackCommands, BuildSaysEveryMistakeAndWritesNothing) {
  const std::string sources = copied();
  m_folder.write("sources/pack.yaml", "id: mini\nversion: x\n");
  m_folder.write("sources/questions/spam-filter/prompts.yaml", "prompts:\n\t- id: a\n");

  const CliRun run = runCli({"pack", "build", sources, "-o", path("mini.pack")});

  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_EQ(run.complaints, sources + "/pack.yaml:1: pack: licence is missing\n" + sources +
                                "/pack.yaml:1: pack: title is missing\n" + sources +
                                "/pack.yaml:2: pack: version \"x\" is not of the form 1.2.3\n" +
                                sources +
                                "/questions/spam-filter/prompts.yaml:2: a tab; indent and align "
                                "with spaces\n");
  EXPECT_FALSE(fs::exists(path("mini.pack")));
}

TEST_F(PackCommands, BuildKeepsTheOldPackWhenTheSourcesAreBroken) {
  const std::string file = built();
  const std::string before = test::contentsOf(file);
  const std::string sources = copied();
  fs::remove(m_folder / "sources/pack.yaml");

  EXPECT_EQ(runCli({"pack", "build", sources, "-o", file}).code, 1);

  EXPECT_EQ(test::contentsOf(file), before);
}

TEST_F(PackCommands, BuildBesideAPackLeansOnItsFrameworkAndConcepts) {
  const std::string host = built();
  m_folder.write("own/pack.yaml", "id: own\nversion: 1.0.0\ntitle: Mine\nlicence: mine\n");
  m_folder.write(
      "own/questions/shop/question.yaml",
      "id: shop\nkind: interview\ntitle: Shop\nsubtitle: Find\ninterviewer: Design it.\n");
  m_folder.write("own/questions/shop/2-serve.yaml",
                 "question: shop\nphase: serve\nsummary: See [it](concept:feature-store).\n");

  const CliRun alone = runCli({"pack", "build", path("own"), "-o", path("own.pack")});
  const CliRun beside =
      runCli({"pack", "build", path("own"), "-o", path("own.pack"), "--beside", host});

  EXPECT_EQ(alone.code, 1) << "it has no framework of its own";
  EXPECT_THAT(alone.complaints, HasSubstr("framework.yaml"));
  EXPECT_EQ(beside.code, 0) << beside.complaints;
  EXPECT_EQ(runCli({"pack", "check", path("own.pack")}).code, 0);
  m_folder.write("own/questions/shop/2-serve.yaml",
                 "question: shop\nphase: serve\nsummary: See [it](concept:no-such).\n");
  const CliRun broken =
      runCli({"pack", "build", path("own"), "-o", path("own.pack"), "--beside", host});
  EXPECT_EQ(broken.code, 1);
  EXPECT_THAT(broken.complaints, HasSubstr("2-serve.yaml:3: "));
}

TEST_F(PackCommands, BuildReportsMistakesAsJsonToo) {
  const std::string sources = copied();
  m_folder.write("sources/pack.yaml", "id: mini\nversion: 1.0.0\ntitle: x\n");

  const CliRun run = runCli({"pack", "build", sources, "-o", path("x.pack"), "--json"});

  EXPECT_EQ(run.code, 1);
  const auto errors = run.json()["errors"];
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0]["file"], sources + "/pack.yaml");
  EXPECT_EQ(errors[0]["line"], 1);
  EXPECT_EQ(errors[0]["message"], "pack: licence is missing");
}

TEST_F(PackCommands, BuildIntoAMissingFolderFailsInOneLine) {
  const CliRun run = runCli({"pack", "build", kMini, "-o", path("none/mini.pack")});

  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.complaints, StartsWith("phaseboard-cli: ReadOnly: "));
  EXPECT_EQ(std::count(run.complaints.begin(), run.complaints.end(), '\n'), 1);
}

TEST_F(PackCommands, ListCountsAsScriptsRelyOn) {
  const auto list = runCli({"pack", "list", built(), "--json"}).json();

  std::vector<std::string> keys;
  for (const auto& [key, value] : list.items())
    keys.push_back(key);
  EXPECT_THAT(keys, testing::UnorderedElementsAre("pack", "version", "questions", "phases", "notes",
                                                  "key_points", "diagrams", "parts", "concepts",
                                                  "prompts", "by_question"));
  EXPECT_EQ(list["pack"], "mini");
  EXPECT_EQ(list["version"], "1.2.3");
  EXPECT_EQ(list["questions"], 1);
  EXPECT_EQ(list["phases"], 2);
  EXPECT_EQ(list["notes"], 2);
  EXPECT_EQ(list["key_points"], 12);
  EXPECT_EQ(list["diagrams"], 2);
  EXPECT_EQ(list["concepts"], 3);
  ASSERT_EQ(list["by_question"].size(), 1U);
  const auto question = list["by_question"][0];
  EXPECT_EQ(question["id"], "spam-filter");
  EXPECT_EQ(question["parts"], list["parts"]);
  EXPECT_EQ(question["prompts"], list["prompts"]);
}

TEST_F(PackCommands, CheckTellsASoundPackFromADamagedOne) {
  const std::string file = built();
  EXPECT_EQ(runCli({"pack", "check", file, "--json"}).json()["ok"], true);

  const std::string bytes = test::contentsOf(file);
  const std::string cut = m_folder.write("cut.pack", bytes.substr(0, bytes.size() / 2)).string();

  const CliRun run = runCli({"pack", "check", cut});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.complaints, testing::Not(IsEmpty()));
  EXPECT_EQ(runCli({"pack", "check", kMini + "/pack.yaml"}).code, 1);
}

TEST_F(PackCommands, RenderWritesEachFigureInTheAskedThemeAndFormat) {
  const std::string file = built();

  ASSERT_EQ(
      runCli({"pack", "render", file, "--theme", "dark", "--format", "png", "-o", path("figures")})
          .code,
      0);
  ASSERT_EQ(runCli({"pack", "render", file, "-o", path("figures")}).code, 0);

  for (const char* name : {"request-path", "threshold-curve"}) {
    const fs::path figure = m_folder / "figures" / "spam-filter" / name;
    EXPECT_THAT(test::contentsOf(figure.string() + ".dark.png"), StartsWith("\x89PNG"));
    EXPECT_THAT(test::contentsOf(figure.string() + ".light.svg"), HasSubstr("<svg"));
  }
}

TEST_F(PackCommands, RenderDiffersBetweenThemesInColoursAlone) {
  const std::string file = built();
  for (const char* theme : {"light", "dark"})
    ASSERT_EQ(runCli({"pack", "render", file, "--theme", theme, "-o", path("figures"), "--only",
                      "spam-filter/request-path"})
                  .code,
              0);
  const fs::path folder = m_folder / "figures" / "spam-filter";
  const std::string light = test::contentsOf(folder / "request-path.light.svg");
  const std::string dark = test::contentsOf(folder / "request-path.dark.svg");

  EXPECT_NE(light, dark);
  EXPECT_EQ(light.substr(light.find("</style>")), dark.substr(dark.find("</style>")));
  EXPECT_FALSE(fs::exists(folder / "threshold-curve.light.svg"));
}

TEST_F(PackCommands, RenderRefusesAnUnknownFigure) {
  const CliRun run = runCli({"pack", "render", built(), "-o", path("figures"), "--only", "x"});

  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.complaints, HasSubstr("NotFound: x"));
  EXPECT_FALSE(fs::exists(path("figures")));
}

TEST_F(PackCommands, SearchPrintsResultsAsScriptsRelyOn) {
  const auto found =
      runCli({"search", "calibration", "--pack", built(), "--limit", "3", "--json"}).json();

  EXPECT_EQ(found["query"], "calibration");
  ASSERT_LE(found["results"].size(), 3U);
  const auto first = found["results"].at(0);
  EXPECT_EQ(first["kind"], "concept");
  EXPECT_EQ(first["id"], "calibration");
  EXPECT_EQ(first["title"], "Calibration");
  EXPECT_TRUE(first["snippet"].is_string());
  EXPECT_GT(first["score"].get<double>(), 0);
}

TEST(CommandLine, TellsWrongUsageFromWrongInput) {
  EXPECT_EQ(runCli({}).code, 2);
  EXPECT_EQ(runCli({"pack", "build"}).code, 2);
  EXPECT_EQ(runCli({"nonsense"}).code, 2);
  EXPECT_EQ(runCli({"pack", "list", "/nonexistent.pack"}).code, 1);
  EXPECT_EQ(runCli({"--help"}).code, 0);
}

TEST(CommandLine, SaysItsVersion) {
  EXPECT_EQ(runCli({"--version"}).out, "phaseboard-cli " PHASEBOARD_VERSION "\n");
}

TEST(CommandLine, ReportsErrorsAsOneObjectWithJson) {
  const auto error = runCli({"pack", "list", "/nonexistent.pack", "--json"}).json()["error"];

  EXPECT_EQ(error["kind"], "NotFound");
  EXPECT_EQ(error["subject"], "/nonexistent.pack");
}

}  // namespace
}  // namespace phaseboard
