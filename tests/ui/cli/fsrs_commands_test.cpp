// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "ui/cli/commands.h"

namespace phaseboard::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kLog =
    "prompt,day,rating,elapsed_days\n"
    "a,100,3,-1\na,102,3,2\na,110,1,8\na,110,3,0\na,113,3,3\n"
    "b,100,1,0\nb,101,3,1\nb,104,3,3\nb,112,4,8\nb,130,1,18\nb,131,3,1\nb,135,3,4\n";

class FsrsCommands : public testing::Test {
 protected:
  int run(std::vector<std::string> words, bool json = false) {
    CLI::App root;
    Command chosen;
    addFsrsCommands(root, chosen);
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    root.parse(words);
    std::ostringstream out;
    std::ostringstream complaints;
    Console console(out, complaints);
    console.json = json;
    const int code = chosen(console);
    m_out = out.str();
    m_complaints = complaints.str();
    return code;
  }

  std::string file(const char* contents) { return m_folder.write("reviews.csv", contents); }

  phaseboard::test::TemporaryFolder m_folder;
  std::string m_out;
  std::string m_complaints;
};

TEST_F(FsrsCommands, ReplayPrintsATable) {
  const std::string reviews = file("prompt,elapsed_days,rating\na,0,3\na,3,3\n");

  EXPECT_EQ(run({"fsrs", "replay", reviews}), kDone);

  EXPECT_EQ(m_out,
            "prompt,elapsed_days,rating,stability,difficulty,interval_days\n"
            "a,0,3,2.3065,2.11810397046,2.3065\n"
            "a,3,3,13.8269036944,2.11121423579,13.8269036944\n");
}

TEST_F(FsrsCommands, ReplayPrintsOneObjectWithJson) {
  const std::string reviews = file("prompt,elapsed_days,rating\n\"a,b\",0,3\n");

  EXPECT_EQ(run({"fsrs", "replay", reviews, "--retention", "0.8"}, true), kDone);

  const Json object = Json::parse(m_out);
  EXPECT_EQ(object["model"], "FSRS-6");
  EXPECT_EQ(object["retention"], 0.8);
  EXPECT_EQ(object["reviews"][0]["prompt"], "a,b");
  EXPECT_EQ(object["reviews"][0]["stability"], 2.3065);
  EXPECT_GT(object["reviews"][0]["interval_days"], 2.3065);
}

TEST_F(FsrsCommands, ReplayTakesParameters) {
  const std::string reviews = file("prompt,elapsed_days,rating\na,0,3\n");
  std::string nineteen = "1,2,3.5";
  for (int i = 3; i < 19; ++i)
    nineteen += ",0.5";

  EXPECT_EQ(run({"fsrs", "replay", reviews, "--parameters", nineteen}), kDone);

  EXPECT_THAT(m_out, HasSubstr("a,0,3,3.5,"));
}

TEST_F(FsrsCommands, ReplayNamesTheWrongLineAndPrintsNothing) {
  const std::string reviews = file("prompt,elapsed_days,rating\na,0,3\na,1,7\n");

  EXPECT_EQ(run({"fsrs", "replay", reviews}), kFailed);

  EXPECT_EQ(m_out, "");
  EXPECT_THAT(m_complaints, EndsWith("reviews.csv:3: rating is not 1, 2, 3 or 4: 7\n"));
}

TEST_F(FsrsCommands, ReplayRefusesWhatItCannotUse) {
  const std::string reviews = file("prompt,elapsed_days,rating\n");

  EXPECT_EQ(run({"fsrs", "replay", reviews, "--parameters", "1,2,3"}), kFailed);
  EXPECT_THAT(m_complaints, HasSubstr("--parameters: expected 17, 19, 21 or 34 numbers"));
  EXPECT_EQ(run({"fsrs", "replay", reviews, "--retention", "1"}), kFailed);
  EXPECT_THAT(m_complaints, HasSubstr("--retention"));
  EXPECT_EQ(run({"fsrs", "replay", m_folder / "none.csv"}), kFailed);
  EXPECT_THAT(m_complaints, HasSubstr("NotFound"));
}

TEST_F(FsrsCommands, EvaluatePrintsTheShapeThatScriptsRelyOn) {
  EXPECT_EQ(run({"fsrs", "evaluate", file(kLog)}, true), kDone);

  const Json object = Json::parse(m_out);
  EXPECT_EQ(object["model"], "FSRS-6");
  EXPECT_EQ(object["parameters"].size(), 21U);
  EXPECT_EQ(object["reviews"], 12);
  EXPECT_EQ(object["items"], 9);
  for (const char* key : {"log_loss", "rmse_bins", "auc", "seconds"})
    EXPECT_TRUE(object[key].is_number()) << key;
}

TEST_F(FsrsCommands, EvaluateSaysNullWhereNothingIsKnown) {
  EXPECT_EQ(run({"fsrs", "evaluate", file("prompt,day,rating,elapsed_days\na,1,3,0\n")}, true),
            kDone);

  EXPECT_TRUE(Json::parse(m_out)["log_loss"].is_null());
  EXPECT_TRUE(Json::parse(m_out)["auc"].is_null());
}

TEST_F(FsrsCommands, OptimisePredictsTheLogBetter) {
  EXPECT_EQ(run({"fsrs", "evaluate", file(kLog)}, true), kDone);
  const double before = Json::parse(m_out)["log_loss"];

  EXPECT_EQ(run({"fsrs", "optimise", file(kLog)}, true), kDone);

  EXPECT_LT(Json::parse(m_out)["log_loss"], before);
}

TEST_F(FsrsCommands, OptimisePrintsParametersThatReplayTakes) {
  EXPECT_EQ(run({"fsrs", "optimise", file(kLog)}), kDone);
  ASSERT_THAT(m_out, StartsWith("parameters  "));
  const std::string parameters = m_out.substr(12, m_out.find('\n') - 12);

  EXPECT_EQ(run({"fsrs", "replay", file("prompt,elapsed_days,rating\na,0,3\n"), "--parameters",
                 parameters}),
            kDone);
}

TEST_F(FsrsCommands, KnowFsrs7ByItsNameAndByItsParameters) {
  EXPECT_EQ(run({"fsrs", "evaluate", file(kLog), "--model", "fsrs-7"}, true), kDone);
  const Json object = Json::parse(m_out);
  EXPECT_EQ(object["model"], "FSRS-7");
  EXPECT_EQ(object["parameters"].size(), 34U);
  std::string parameters;
  for (const Json& weight : object["parameters"])
    parameters += (parameters.empty() ? "" : ",") + weight.dump();

  EXPECT_EQ(run({"fsrs", "evaluate", file(kLog), "--parameters", parameters}, true), kDone);

  EXPECT_EQ(Json::parse(m_out)["log_loss"], object["log_loss"]);
  EXPECT_EQ(run({"fsrs", "evaluate", file(kLog), "--model", "FSRS-5"}), kFailed);
}

TEST_F(FsrsCommands, ReplayGivesBothStabilitiesOfFsrs7) {
  EXPECT_EQ(run({"fsrs", "replay", file("prompt,elapsed_days,rating\na,0,3\n"), "--model", "7"}),
            kDone);

  EXPECT_THAT(m_out, StartsWith("prompt,elapsed_days,rating,stability,difficulty,interval_days,"
                                "fast_stability\na,0,3,3.9221,"));
}

TEST_F(FsrsCommands, SimulateCostsMoreForAHigherRetention) {
  const auto minutes = [this](const char* retention) {
    EXPECT_EQ(
        run({"fsrs", "simulate", "--prompts", "200", "--days", "90", "--retention", retention},
            true),
        kDone);
    return Json::parse(m_out)["minutes"].get<double>();
  };

  EXPECT_LT(minutes("0.8"), minutes("0.95"));
  EXPECT_EQ(Json::parse(m_out)["days"].size(), 90U);
}

}  // namespace
}  // namespace phaseboard::cli
