// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "app/ops/mock_operations.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "tests/app/mock/mock_builder.h"
#include "tests/support/open_desk.h"

namespace phaseboard::test {

/// A desk with boards and mock interviews.
struct OpenMocks {
  OpenMocks() : open(storeInMemory()) {}
  explicit OpenMocks(const std::filesystem::path& file) : open(storeIn(file)) {}

  mock::MockInfo start(mock::Form form = mock::Form::Whole) {
    ops::NewMock wish;
    wish.question = QuestionId{"ads"};
    wish.title = "Ad click prediction";
    wish.plan = aPlan(form);
    wish.reference = DiagramId{"ads/serving-path"};
    const auto made = mocks.startMock(wish);
    EXPECT_TRUE(made.has_value()) << (made ? "" : describe(made.error()));
    return made->mock;
  }

  [[nodiscard]] mock::Record record(const mock::MockInfo& info) const {
    return *mock::Record::replay(info.plan, *store.events(info.id));
  }

  Result<ops::OpOutcome> note(const mock::MockInfo& info, mock::EventKind kind,
                              const std::string& subject = {}, const std::string& text = {}) {
    const auto event = record(info).next(kind, subject, text, open.clock.now());
    EXPECT_TRUE(event.has_value()) << (event ? "" : describe(event.error()));
    return mocks.noteMock(info.id, *event);
  }

  OpenDesk open;
  db::SqliteBoardStore boards{*open.store};
  db::SqliteMockStore store{*open.store};
  ops::MockOperations mocks{*open.store, boards, store, open.clock, open.chance};

 private:
  static std::unique_ptr<db::SqliteNotebookStore> storeInMemory() {
    SeededChance chance{1};
    return std::move(*db::SqliteNotebookStore::openInMemory(chance));
  }
  static std::unique_ptr<db::SqliteNotebookStore> storeIn(const std::filesystem::path& file) {
    SeededChance chance{1};
    return std::move(*db::SqliteNotebookStore::open({file}, chance));
  }
};

}  // namespace phaseboard::test
