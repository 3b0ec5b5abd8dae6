// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>

#include "app/content/pack_compiler.h"
#include "app/ops/asked_prompt.h"
#include "app/ops/study_plan.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/style/fonts.h"
#include "tests/support/open_desk.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard {
namespace {

using test::IsOk;

void replaceIn(const std::filesystem::path& file, const std::string& before,
               const std::string& now) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  std::string words = text.str();
  const std::size_t at = words.find(before);
  ASSERT_NE(at, std::string::npos) << before;
  std::ofstream(file) << words.replace(at, before.size(), now);
}

/// The mini pack as an author would change it, and a notebook that knows it from before.
class PromptIdentity : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(style::registerFonts());
    std::filesystem::copy(test::inSources("tests/data/mini-pack"), m_sources,
                          std::filesystem::copy_options::recursive);
    m_before = compiled("before.pack");
    for (const review::Prompt& listed : m_before->prompts()) {
      const auto prompt = m_before->prompt(listed.id);
      ASSERT_THAT(prompt, IsOk());
      ASSERT_THAT(m_open.desk.answerPrompt(*prompt, memory::Rating::Easy, Millis{1'000}), IsOk());
    }
    m_open.clock.advanceDays(90);
  }

  std::unique_ptr<db::PackReader> compiled(const std::string& name) {
    const content::CompiledPack result =
        content::compilePack(m_sources, compiler::SvgFigureCompiler{});
    std::ostringstream said;
    for (const Diagnostic& problem : result.problems)
      said << problem << '\n';
    EXPECT_TRUE(result.pack.has_value()) << said.str();
    EXPECT_THAT(db::writePack(*result.pack, m_folder / name), IsOk());
    auto opened = db::PackReader::open(m_folder / name);
    EXPECT_THAT(opened, IsOk());
    return std::move(*opened);
  }

  std::map<PromptId, review::PromptState> due(const ports::PackLibrary& pack) {
    const auto plan = ops::readStudyPlan(pack, *m_open.store, m_open.clock.now(), UtcOffset{0});
    EXPECT_THAT(plan, IsOk());
    std::map<PromptId, review::PromptState> states;
    for (const review::SeenPrompt& seen : plan->facts.seen)
      states.emplace(seen.prompt, seen.state);
    EXPECT_TRUE(plan->facts.fresh.empty());
    return states;
  }

  test::TemporaryFolder m_folder;
  std::filesystem::path m_sources = m_folder / "sources";
  std::unique_ptr<db::PackReader> m_before;
  test::OpenDesk m_open = test::OpenDesk::inMemory();
};

TEST_F(PromptIdentity, KeepsEverySchedule) {
  const std::filesystem::path figure = m_sources / "diagrams/spam-filter/request-path.dot";
  replaceIn(figure, R"(features [at="2,1")", R"(features [at="1,1")");
  replaceIn(figure, "Gives the probability of spam.", "Says how likely spam is.");
  replaceIn(figure, R"(label="Spam model")", R"(label="Scorer")");

  const auto after = compiled("after.pack");

  EXPECT_EQ(due(*after).size(), m_before->prompts().size());
  EXPECT_EQ(due(*after), due(*m_before));
}

TEST_F(PromptIdentity, SaysOnlyOfChangedWordsThatTheyChanged) {
  const std::filesystem::path figure = m_sources / "diagrams/spam-filter/request-path.dot";
  replaceIn(figure, R"(features [at="2,1")", R"(features [at="1,1")");
  replaceIn(figure, "Gives the probability of spam.", "Says how likely spam is.");

  const auto after = compiled("after.pack");

  const auto hasChanged = [&](const std::string& id) {
    const auto asked = ops::readAskedPrompt(*after, *m_open.store, PromptId{id});
    EXPECT_THAT(asked, IsOk());
    return asked && asked->hasChanged;
  };
  EXPECT_TRUE(hasChanged("part-purpose:spam-filter/request-path/model"));
  EXPECT_FALSE(hasChanged("name-part:spam-filter/request-path/model"));
  EXPECT_FALSE(hasChanged("part-purpose:spam-filter/request-path/features"));
}

}  // namespace
}  // namespace phaseboard
