// SPDX-License-Identifier: Apache-2.0
// What the user wrote, through an update of the pack that renamed a question and parts of it.
#include <algorithm>

#include <gmock/gmock.h>

#include "app/ops/desk.h"
#include "app/ops/image_operations.h"
#include "db/connection.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const answers::AnswerKey kSpamClarify{QuestionId{"spam-filter"}, PhaseId{"clarify"}};
const answers::AnswerKey kMailClarify{QuestionId{"mail-filter"}, PhaseId{"clarify"}};

/// The mini pack with another id for its question.
content::Pack renamedPack() {
  content::Pack pack = miniPack();
  const auto renamed = [](const std::string& id) {
    return id.starts_with("spam-filter") ? "mail-filter" + id.substr(11) : id;
  };
  content::Question& question = pack.questions.front();
  question.id = QuestionId{renamed(question.id.value())};
  if (question.cover)
    question.cover = DiagramId{renamed(question.cover->value())};
  for (content::Note& note : question.notes) {
    note.question = question.id;
    for (content::KeyPoint& point : note.keyPoints) {
      point.id = ItemId{renamed(point.id.value())};
      point.parts.clear();
    }
    for (DiagramId& id : note.diagrams)
      id = DiagramId{renamed(id.value())};
  }
  for (content::Diagram& diagram : question.diagrams) {
    diagram.id = DiagramId{renamed(diagram.id.value())};
    diagram.question = question.id;
  }
  question.prompts.clear();
  pack.renames["spam-filter"] = "mail-filter";
  return pack;
}

class DeskRenamesTest : public testing::Test {
 protected:
  void update() {
    const auto file = m_folder / "renamed.pack";
    ASSERT_THAT(db::writePack(renamedPack(), file), IsOk());
    auto opened = db::PackReader::open(file);
    ASSERT_THAT(opened, IsOk());
    m_pack = std::move(*opened);
    ASSERT_THAT(m_open.desk.followRenames(*m_pack), IsOk());
  }
  std::string textAt(const answers::AnswerKey& key) {
    const auto current = m_open.store->currentAnswer(key);
    return current && *current ? (*current)->text : std::string();
  }
  int indexed(const std::string& id) {
    return static_cast<int>(
        m_open.store->connection()
            .integer("SELECT count(*) FROM own_text WHERE id = ? AND kind = 'answer'", id)
            .value_or(0));
  }

  TemporaryFolder m_folder;
  std::unique_ptr<db::PackReader> m_pack;
  OpenDesk m_open = OpenDesk::inMemory();
};

TEST_F(DeskRenamesTest, CarriesAnswersDraftsTicksAndFavouritesOn) {
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "first"), IsOk());
  m_open.clock.advanceMinutes(1);
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "second"), IsOk());
  ASSERT_THAT(m_open.desk.keepDraft(kSpamClarify, "third", std::nullopt), IsOk());
  ASSERT_THAT(m_open.desk.tickKeyPoint(kSpamClarify, ItemId{"spam-filter/appeal"}, true), IsOk());
  ASSERT_THAT(m_open.desk.markFavourite("spam-filter/request-path", true), IsOk());

  update();

  EXPECT_EQ(textAt(kMailClarify), "second");
  EXPECT_EQ(m_open.store->versions(kMailClarify)->size(), 2U);
  EXPECT_EQ((*m_open.store->draft(kMailClarify))->text, "third");
  EXPECT_THAT(*m_open.store->tickedKeyPoints(kMailClarify),
              ElementsAre(ItemId{"mail-filter/appeal"}));
  EXPECT_THAT(*m_open.store->favourites(), ElementsAre("mail-filter/request-path"));
  EXPECT_EQ(textAt(kSpamClarify), "");
  EXPECT_THAT(*m_open.store->filedKeys(), ElementsAre(kMailClarify));
}

TEST_F(DeskRenamesTest, FindsTheMovedAnswerByItsWordsInItsNewPlaceOnly) {
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "first"), IsOk());
  m_open.clock.advanceMinutes(1);
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "second"), IsOk());

  update();

  EXPECT_EQ(indexed("mail-filter#clarify"), 1);
  EXPECT_EQ(indexed("spam-filter#clarify"), 0);
}

TEST_F(DeskRenamesTest, LosesNothingWhenBothIdsWereWrittenUnder) {
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "old"), IsOk());
  ASSERT_THAT(m_open.desk.keepDraft(kSpamClarify, "old draft", std::nullopt), IsOk());
  ASSERT_THAT(m_open.desk.tickKeyPoint(kSpamClarify, ItemId{"spam-filter/appeal"}, true), IsOk());
  ASSERT_THAT(m_open.desk.tickKeyPoint(kMailClarify, ItemId{"mail-filter/appeal"}, true), IsOk());
  ASSERT_THAT(m_open.desk.writeAnswer(kMailClarify, "new"), IsOk());
  ASSERT_THAT(m_open.desk.keepDraft(kMailClarify, "new draft", std::nullopt), IsOk());

  update();

  EXPECT_EQ(textAt(kMailClarify), "new");
  EXPECT_EQ((*m_open.store->draft(kMailClarify))->text, "new draft");
  std::vector<std::string> texts;
  const auto versions = m_open.store->versions(kMailClarify);
  for (const answers::Version& version : *versions)
    texts.push_back(version.text);
  EXPECT_THAT(texts, testing::IsSupersetOf({"old", "old draft", "new"}));
  EXPECT_THAT(*m_open.store->tickedKeyPoints(kMailClarify),
              ElementsAre(ItemId{"mail-filter/appeal"}));
  EXPECT_THAT(*m_open.store->filedKeys(), ElementsAre(kMailClarify));
}

TEST_F(DeskRenamesTest, DoesNothingTheSecondTimeAndKeepsUndo) {
  ASSERT_THAT(m_open.desk.writeAnswer(kSpamClarify, "old"), IsOk());
  update();
  ASSERT_THAT(m_open.desk.markFavourite("mail-filter/threshold-curve", true), IsOk());

  const auto again = m_open.desk.followRenames(*m_pack);

  ASSERT_THAT(again, IsOk());
  EXPECT_THAT(again->changes.aspects, IsEmpty());
  EXPECT_THAT(m_open.desk.undo(), IsOk());
}

TEST_F(DeskRenamesTest, CarriesImagesAndOwnPromptsOn) {
  db::SqliteImageStore images(*m_open.store);
  ops::ImageOperations operations(*m_open.store, images, m_open.clock, m_open.chance);
  const std::string png("\x89PNG\r\n\x1a\n", 8);
  ASSERT_THAT(operations.addImage(kSpamClarify, {{}, png, 1, 1}), IsOk());
  review::Prompt draft;
  draft.question = kSpamClarify.question;
  draft.phase = kSpamClarify.phase;
  draft.diagram = DiagramId{"spam-filter/request-path"};
  draft.part = PartId{"model"};
  draft.ask = "Why?";
  draft.answer = "So.";
  ASSERT_THAT(m_open.desk.createPrompt(draft), IsOk());

  update();

  EXPECT_EQ(*images.imageCount(kMailClarify), 1);
  const auto own = m_open.store->ownPrompts();
  ASSERT_EQ(own->size(), 1U);
  EXPECT_EQ(own->front().question, kMailClarify.question);
  EXPECT_EQ(own->front().diagram, DiagramId{"mail-filter/request-path"});
  EXPECT_EQ(own->front().part, PartId{"model"});
}

}  // namespace
}  // namespace phaseboard::test
