// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "app/ops/desk.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::test {

/// A prompt as the pack would give it: an authored one of question "ads", phase "model".
inline review::Prompt aPrompt(std::string_view name) {
  review::Prompt prompt;
  prompt.target = TargetId{"ads/" + std::string(name)};
  prompt.id = review::promptId(review::PromptKind::Authored, prompt.target);
  prompt.question = QuestionId{"ads"};
  prompt.phase = PhaseId{"model"};
  prompt.contentHash = 0x8000'0000'0000'002aULL;
  return prompt;
}

inline const answers::AnswerKey kAdsModel{QuestionId{"ads"}, PhaseId{"model"}};

/// A desk over a notebook, with a clock and chance that the test holds.
struct OpenDesk {
  explicit OpenDesk(std::unique_ptr<db::SqliteNotebookStore> opened) : store(std::move(opened)) {}

  /// Over a notebook in memory.
  static OpenDesk inMemory() {
    SeededChance chance{1};
    auto opened = db::SqliteNotebookStore::openInMemory(chance);
    EXPECT_TRUE(opened.has_value());
    return OpenDesk{std::move(*opened)};
  }

  FakeClock clock;
  SeededChance chance{7};
  std::unique_ptr<db::SqliteNotebookStore> store;
  ops::Desk desk{*store, clock, chance};
};

}  // namespace phaseboard::test
