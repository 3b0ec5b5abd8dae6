// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>

#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

using nlohmann::json;
using test::CliRun;
using test::runCli;
using testing::HasSubstr;

const std::string kServing =
    test::inSources("diagrams/catalogue/ad-click-prediction/serving-path.dot").string();
const std::string kFunnel =
    test::inSources("diagrams/catalogue/ad-click-prediction/funnel.yaml").string();

class DiagramCommands : public testing::Test {
 protected:
  std::string source(const std::string& name, const std::string& text) {
    m_folder.write(name, text);
    return (m_folder / name).string();
  }

  test::TemporaryFolder m_folder;
};

TEST_F(DiagramCommands, DiffOfAFigureWithItselfIsEmpty) {
  for (const std::string& file : {kServing, kFunnel}) {
    const CliRun run = runCli({"diagram", "diff", file, file, "--json"});

    EXPECT_EQ(run.code, 0) << run.complaints;
    EXPECT_EQ(run.json(), json::parse(R"({"score": 1.0, "missing": [], "extra": [], "edges":
        {"missing": [], "extra": [], "reversed": [], "relabelled": []}})"));
  }
}

TEST_F(DiagramCommands, DiffSaysWhatBecameOfEachPart) {
  const std::string one = source("one.dot", R"(digraph one {
    user [label="User"]; server [label="Server"]; model [label="Model"]; log [label="Log"];
    user -> server [label="request"]; server -> model; server -> log; model -> user; })");
  const std::string two = source("two.dot", R"(digraph two {
    user [label="User"]; server [label="Server"]; ranker [label="Model"]; cache [label="Cache"];
    user -> server [label="page view"]; ranker -> server; ranker -> user; server -> cache; })");

  const json found = runCli({"diagram", "diff", one, two, "--json"}).json();

  EXPECT_EQ(found["missing"], json({"log"}));
  EXPECT_EQ(found["extra"], json({"cache"}));
  EXPECT_EQ(found["edges"]["missing"], json({"server--log"}));
  EXPECT_EQ(found["edges"]["extra"], json({"server--cache"}));
  EXPECT_EQ(found["edges"]["reversed"], json({"server--model"}));
  EXPECT_EQ(found["edges"]["relabelled"], json({"user--server"}));
  EXPECT_NEAR(found["score"].get<double>(), 2 * (3 + 1 + 0.5 + 0.75) / 16, 1e-9);
}

TEST_F(DiagramCommands, DiffTalksToPeopleToo) {
  const std::string one = source("one.dot", "digraph one { a -> b; }");
  const std::string two = source("two.dot", "digraph two { b -> a; }");

  const CliRun run = runCli({"diagram", "diff", one, two});

  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "83 % alike\nreversed edge      a--b\n");
}

TEST_F(DiagramCommands, DiffComparesABoardSavedAsDotWithAFigureOfAPack) {
  const std::string board = source("board.dot", R"(digraph "board" {
    graph [title="Mine", tooltip="Drawn on the board from memory, without explanations."];
    "user" [at="0,0", class=actor, wrap=220, label="User", tooltip="Drawn on the board."];
    "gateway" [at="1,0", class=service, wrap=220, label="Ads gateway", tooltip="Drawn on the board."];
    "user" -> "gateway" [class=flow, label="request", tooltip="Drawn on the board."];
  })");

  const CliRun run = runCli({"diagram", "diff", "ad-click-prediction/serving-path", board, "--pack",
                             test::inBuild("resources/mlsd.pack"), "--json"});

  ASSERT_EQ(run.code, 0) << run.complaints;
  const json found = run.json();
  EXPECT_EQ(found["extra"], json::array());
  EXPECT_EQ(found["edges"]["extra"], json::array());
  EXPECT_THAT(found["missing"], testing::Contains("auction"));
  EXPECT_THAT(found["missing"], testing::Not(testing::Contains("gateway")));
  EXPECT_THAT(found["edges"]["missing"], testing::Not(testing::Contains("user--gateway")));
}

TEST_F(DiagramCommands, DiffSaysWhatStandsInAnotherGroup) {
  const std::string one = source("one.dot", R"(digraph one {
    subgraph cluster_online { label="Online"; a [label="A"]; b [label="B"]; } c [label="C"];
    a -> b -> c; })");
  const std::string two = source("two.dot", R"(digraph two {
    subgraph cluster_online { label="Online"; a [label="A"]; b [label="B"]; c [label="C"]; }
    a -> b -> c; })");

  const CliRun run = runCli({"diagram", "diff", one, two});

  EXPECT_THAT(run.out, HasSubstr("in another group   c"));
}

TEST_F(DiagramCommands, DiffRefusesWhatIsNoSource) {
  const std::string broken = source("broken.dot", "digraph {");

  const CliRun run = runCli({"diagram", "diff", kServing, broken});
  const CliRun missing = runCli({"diagram", "diff", kServing, "nowhere.dot"});
  const CliRun folder = runCli({"diagram", "diff", "/tmp", kServing});

  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.complaints, HasSubstr("broken.dot:"));
  EXPECT_EQ(missing.code, 1);
  EXPECT_THAT(missing.complaints, HasSubstr("nowhere.dot"));
  EXPECT_EQ(folder.code, 1);
}

TEST_F(DiagramCommands, OpenListsThePartsOfAForeignFigureWithTheirPlaces) {
  const CliRun run =
      runCli({"diagram", "open", test::inSources("tests/data/foreign-svg/inkscape.svg").string(),
              "-o", (m_folder / "out.png").string(), "--json"});

  ASSERT_EQ(run.code, 0) << run.complaints;
  const json found = run.json();
  ASSERT_EQ(found["parts"].size(), 3U);
  EXPECT_EQ(found["parts"][0]["id"], "retrieval");
  EXPECT_EQ(found["parts"][2]["kind"], "edge");
  EXPECT_EQ(found["parts"][2]["from"], "retrieval");
  EXPECT_NEAR(found["parts"][1]["box"][0].get<double>(), 130, 1);
  const json& unsupported = found["unsupported"];
  EXPECT_TRUE(std::any_of(unsupported.begin(), unsupported.end(), [](const json& one) {
    return one["feature"] == "typeface DejaVu Sans" && one["line"] == 46;
  })) << unsupported;
  EXPECT_EQ(test::contentsOf(m_folder / "out.png").substr(1, 3), "PNG");
}

TEST_F(DiagramCommands, OpenRefusesWithOneLineThatSaysWhy) {
  const std::string file =
      source("bad.svg",
             "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\n<image "
             "width='9' height='9' href='file:///etc/passwd'/></svg>");

  const CliRun run = runCli({"diagram", "open", file});

  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.complaints, HasSubstr("line 2: <image> refers to file:///etc/passwd"));
  EXPECT_EQ(std::count(run.complaints.begin(), run.complaints.end(), '\n'), 1);
}

}  // namespace
}  // namespace phaseboard
