// SPDX-License-Identifier: Apache-2.0
#include "tests/support/old_notebook.h"

#include <map>

#include <gtest/gtest.h>

#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/notebook/migrator.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {

const char* const kFirstSchemaRows = R"(
INSERT INTO device VALUES (1, x'00000000000070008000000000000001', 1);
INSERT INTO prompt VALUES (1, 'number:ads/one', 'ads', 'model', 1760100060000);
INSERT INTO prompt VALUES (2, 'pitfall:ads/two', 'ads', 'data', 1760052000000);
INSERT INTO day_summary VALUES (20370, 'ads', 1, 0, 1, 4000);
INSERT INTO day_summary VALUES (20371, 'ads', 2, 0, 1, 13000);
INSERT INTO review VALUES (1, x'0199C95DED0070008000000000000001', 0, NULL, 1760020000000, 7200,
  20370, 3, 4000, 77, 1, 864000);
INSERT INTO review VALUES (1, x'0199CE22A10070008000000000000002', 0, NULL, 1760100000500, 7200,
  20371, 1, 5000, 77, 1, 600);
INSERT INTO review VALUES (1, x'0199CE233D4070008000000000000003', 1,
  x'0199CE22A10070008000000000000002', 1760100040000, 7200, 20371, 1, 0, 0, 1, 0);
INSERT INTO review VALUES (1, x'0199CE238B6070008000000000000004', 0, NULL, 1760100060000, 7200,
  20371, 3, 6000, -77, 1, 2592000);
INSERT INTO review VALUES (2, x'0199CB46350070008000000000000005', 0, NULL, 1760052000000, 25200,
  20371, 4, 7000, 78, 1, 1296000);
)";

namespace {

constexpr const char* kFirstSchemaTexts = R"(
INSERT INTO schedule VALUES (1, 'review', 0, 30.5, 5.1, 2, 0, 1760100060000, 20371, NULL, 20401, 0,
  NULL);
INSERT INTO schedule VALUES (2, 'review', 0, 15.7, 1.2, 1, 0, 1760052000000, 20371, NULL, 20386, 1,
  20372);
INSERT INTO answer_version VALUES (1, 'ads', 'model', 'kept in answer_version', 1760100000000);
INSERT INTO answer_version VALUES (2, 'ads', 'model', 'two towers', 1760100000001);
INSERT INTO draft VALUES ('ads', 'data', 'kept in draft', NULL, 1760100000000);
INSERT INTO tick VALUES ('ads', 'model', 'ads/calibration');
INSERT INTO text_override VALUES ('number:ads/one', 'ask', 'kept in text_override');
INSERT INTO favourite VALUES ('ads/serving-path');
INSERT INTO setting VALUES ('retention', '0.87');
)";

/// What a program of each schema could keep that those before could not.
const std::map<int, const char*> kRowsOfLaterSchemas{{2, R"(
INSERT INTO own_prompt VALUES ('own:0199ce22', 'ads', 'model', NULL, NULL, 'Why?',
  'kept in own_prompt', 1760100000000);
)"},
                                                     {4, R"(
INSERT INTO board VALUES (1, 'b1', 'rebuild', 'kept in board', 'ads', 'ads/serving',
  'nothing-given', 1760100000000, NULL, NULL, 0);
INSERT INTO board_entry VALUES (1, 1, 1760100000000, 0, NULL, x'00');
)"},
                                                     {5, R"(
INSERT INTO annotation VALUES (1, 'a1', 'ads/path/store', 'online', '', '', 'Store', 7, 'blue',
  'kept in annotation', 'late', 1, 1760100000000, 1760100000001);
)"},
                                                     {6, "INSERT INTO prompt_flag VALUES (2);"},
                                                     {7, R"(
INSERT INTO mock VALUES (1, 'm1', 'ads', 'whole', 'neutral', 7, 'b1', NULL, 1760100000000, NULL,
  NULL, NULL, NULL, NULL, 0);
INSERT INTO mock_stage VALUES (1, 0, 'goal', 'Goal', 'clarify frame', 480000);
INSERT INTO mock_event VALUES (1, 1, 1760100000000, 0, NULL, NULL);
INSERT INTO mock_text VALUES (1, 'phase:data', 'kept in mock_text', 1760100000000);
INSERT INTO mock_tick VALUES (1, 'ads/calibration');
)"},
                                                     {8, R"(
INSERT INTO image_data VALUES ('i1', 4, 3, x'89504E470D0A1A0A');
INSERT INTO answer_image VALUES ('i1', 'ads', 'model', 1760100000000);
INSERT INTO bookmark VALUES ('phase:ads#data', 'kept in bookmark', 1760100000000);
)"}};

}  // namespace

void writeOldNotebook(const std::filesystem::path& file, int version) {
  const auto migrations = db::notebookMigrations();
  const auto connection = db::Connection::open(file, db::Access::ReadWrite);
  ASSERT_THAT(connection, IsOk());
  if (version >= db::kFirstCheckedNotebook)
    db::wantChecksums((*connection)->handle());
  ASSERT_THAT((*connection)->makeDurable(), IsOk());
  for (int step = 1; step <= version; ++step) {
    ASSERT_THAT(db::migrate(**connection, {db::FileKind::Older, step - 1},
                            migrations.first(static_cast<std::size_t>(step))),
                IsOk());
    if (step == 1) {
      (*connection)->execute(kFirstSchemaRows);
      (*connection)->execute(kFirstSchemaTexts);
    }
    if (const auto rows = kRowsOfLaterSchemas.find(step); rows != kRowsOfLaterSchemas.end())
      (*connection)->execute(rows->second);
  }
}

}  // namespace phaseboard::test
