// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/fuzz/own_targets.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::fuzz {
namespace {

using Target = bool (*)(std::string_view);

/// What the fuzzers found, and texts that hold readers up, given to a target.
void readFindings(const std::string& name, Target target) {
  std::error_code ignored;  // most targets have no findings
  for (const auto& entry : std::filesystem::directory_iterator(
           test::inSources("tests/data/fuzz-findings/" + name), ignored))
    EXPECT_TRUE(target(test::contentsOf(entry.path()))) << entry.path();
  constexpr std::size_t kEnough = 500;
  for (const test::HostileText& text : test::hostileTexts("/nowhere"))
    EXPECT_TRUE(target(std::string_view(text.text).substr(0, kEnough)))
        << name << ": " << text.name;
}

TEST(OwnFuzzFindings, DoNoHarmAnyMore) {
  readFindings("search_query", searchQuery);
  readFindings("markdown", markdown);
  readFindings("typed_answer", typedAnswer);
  readFindings("answer_journal", answerJournal);
  readFindings("board_edit", boardEdit);
  readFindings("source_tree", sourceTree);
  readFindings("setting_rows", settingRows);
  readFindings("review_table", reviewTable);
  readFindings("pack_file", packFile);
}

}  // namespace
}  // namespace phaseboard::fuzz
