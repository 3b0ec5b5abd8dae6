// SPDX-License-Identifier: Apache-2.0
#include "db/search/text_index.h"

#include <gmock/gmock.h>

#include "app/ops/annotation_operations.h"
#include "app/ops/desk.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/failing_statements.h"
#include "tests/support/fake_clock.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::db {
namespace {

using annotations::Colour;
using test::IsOk;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const answers::AnswerKey kSpamAnswer{QuestionId{"spam-filter"}, PhaseId{"clarify"}};

class TextIndexTest : public testing::Test {
 protected:
  TextIndexTest() {
    EXPECT_THAT(writePack(test::miniPack(), m_folder / "mini.pack"), IsOk());
    auto opened = SqliteNotebookStore::open({m_folder / "notebook.db"}, m_chance);
    EXPECT_THAT(opened, IsOk());
    m_store = std::move(*opened);
    m_desk = std::make_unique<ops::Desk>(*m_store, m_clock, m_chance);
    m_annotationStore = std::make_unique<SqliteAnnotationStore>(*m_store);
    m_annotations = std::make_unique<ops::AnnotationOperations>(*m_store, *m_annotationStore,
                                                                m_clock, m_chance);
    auto index = SqliteTextIndex::open({m_folder / "mini.pack"}, m_folder / "notebook.db");
    EXPECT_THAT(index, IsOk());
    m_index = std::move(*index);
  }

  std::vector<std::string> find(std::string_view typed) {
    const auto hits = m_index->search(search::parseQuery(typed), 50);
    EXPECT_THAT(hits, IsOk());
    std::vector<std::string> ids;
    if (hits)
      for (const search::Hit& hit : *hits)
        ids.push_back(std::string(search::name(hit.kind)) + " " + hit.id);
    return ids;
  }
  std::string annotate(const std::string& snapshot, const annotations::Content& content) {
    annotations::Anchor anchor;
    anchor.target = TargetId{"spam-filter/two-errors"};
    anchor.snapshot = snapshot;
    const auto made = m_annotations->annotate(anchor, content);
    EXPECT_THAT(made, IsOk());
    return "annotation " + made->annotation.value();
  }
  void write(const std::string& text) {
    m_clock.advanceMinutes(1);
    ASSERT_THAT(m_desk->writeAnswer(kSpamAnswer, text), IsOk());
  }

  test::TemporaryFolder m_folder;
  test::FakeClock m_clock;
  test::SeededChance m_chance{3};
  std::unique_ptr<SqliteNotebookStore> m_store;
  std::unique_ptr<ops::Desk> m_desk;
  std::unique_ptr<SqliteAnnotationStore> m_annotationStore;
  std::unique_ptr<ops::AnnotationOperations> m_annotations;
  std::unique_ptr<SqliteTextIndex> m_index;
};

TEST_F(TextIndexTest, FindsPackAnswersAndAnnotationsTogether) {
  write("I would zebra-stripe the errors.");
  const std::string note = annotate("Name both errors", {{}, "Mind the zebra.", {}, false});

  EXPECT_THAT(find("zebra "), testing::UnorderedElementsAre("answer spam-filter#clarify", note));
  EXPECT_THAT(find("kind:key-point both errors "), ElementsAre("key-point spam-filter/two-errors"));
  EXPECT_THAT(find("kind:annotation errors "), ElementsAre(note)) << "by what it stands at";
  EXPECT_THAT(find("\"the zebra\""), ElementsAre(note));
  EXPECT_THAT(find("zeb"), SizeIs(2));
  EXPECT_THAT(find("zeb "), IsEmpty());
}

TEST_F(TextIndexTest, KnowsOnlyTheCurrentVersionOfAnAnswer) {
  write("first giraffe");
  write("second giraffe, with an okapi");
  EXPECT_THAT(find("giraffe "), SizeIs(1));
  EXPECT_THAT(find("first giraffe "), IsEmpty());

  ASSERT_THAT(m_desk->undo(), IsOk());
  EXPECT_THAT(find("first giraffe "), SizeIs(1));
  EXPECT_THAT(find("okapi "), IsEmpty());
  ASSERT_THAT(m_desk->redo(), IsOk());
  EXPECT_THAT(find("okapi "), SizeIs(1));

  write("");
  EXPECT_THAT(find("giraffe "), IsEmpty());
}

TEST_F(TextIndexTest, FollowsEachChangeOfAnAnnotation) {
  annotations::Anchor anchor;
  anchor.target = TargetId{"spam-filter/two-errors"};
  anchor.quote = "marked quagga";
  const auto made = m_annotations->annotate(anchor, {Colour::Blue, "old words", {"ask"}, false});
  ASSERT_THAT(made, IsOk());
  EXPECT_THAT(find("quagga "), SizeIs(1));

  m_clock.advanceMinutes(1);
  ASSERT_THAT(m_annotations->editAnnotation(made->annotation, {{}, "new words", {"later"}, false}),
              IsOk());
  EXPECT_THAT(find("old words "), IsEmpty());
  EXPECT_THAT(find("new words "), SizeIs(1));
  EXPECT_THAT(find("tag:ask"), IsEmpty());
  EXPECT_THAT(find("tag:later"), SizeIs(1));
  ASSERT_THAT(m_annotations->removeAnnotation(made->annotation), IsOk());
  EXPECT_THAT(find("kind:annotation"), IsEmpty());
  ASSERT_THAT(m_desk->undo(), IsOk());
  ASSERT_THAT(m_desk->undo(), IsOk());

  EXPECT_THAT(find("tag:ask old"), SizeIs(1));
}

TEST_F(TextIndexTest, TakesTagsAsWholesOnly) {
  annotate("x", {{}, "n", {"ask", "ask-later"}, false});
  annotate("x", {{}, "n", {"asked"}, false});

  EXPECT_THAT(find("tag:ask"), SizeIs(1));
  EXPECT_THAT(find("tag:as"), IsEmpty());
}

TEST_F(TextIndexTest, NarrowsToGivenIds) {
  search::Query query = search::parseQuery("is:due");
  query.only = {"spam-filter/two-errors", "spam-filter/request-path/model", "nothing\"else"};

  const auto hits = m_index->search(query, 50);

  ASSERT_THAT(hits, IsOk());
  EXPECT_THAT(*hits, SizeIs(2));
}

TEST_F(TextIndexTest, GoesOnAfterAnInterruptionInBetween) {
  m_index->interrupt();

  EXPECT_THAT(find("errors "), Not(IsEmpty()));
}

TEST_F(TextIndexTest, FindsTheSameOverWhatIsOpenAlready) {
  write("A zebra among errors.");
  const auto pack = PackReader::open(m_folder / "mini.pack");
  ASSERT_THAT(pack, IsOk());
  const SharedTextIndex shared(**pack, *m_store);

  for (const char* typed : {"errors ", "zebra ", "kind:answer", "model"}) {
    const auto query = search::parseQuery(typed);
    const auto one = m_index->search(query, 50);
    const auto other = shared.search(query, 50);
    ASSERT_TRUE(one && other);
    ASSERT_EQ(one->size(), other->size()) << typed;
    for (std::size_t i = 0; i < one->size(); ++i)
      EXPECT_EQ((*one)[i].id, (*other)[i].id) << typed;
  }
}

TEST_F(TextIndexTest, NarrowsWhatTheUserWroteByItsPlace) {
  write("I would zebra-stripe the errors.");
  const std::string note = annotate("Name both errors", {{}, "Mind the zebra.", {"ask"}, false});

  EXPECT_THAT(find("zebra phase:clarify "), SizeIs(2));
  EXPECT_THAT(find("kind:answer zebra phase:serve "), IsEmpty());
  EXPECT_THAT(find("kind:answer zebra question:spam-filter "), SizeIs(1));
  EXPECT_THAT(find("kind:answer zebra question:other "), IsEmpty());
  EXPECT_THAT(find("tag:ask "), ElementsAre(note));
  EXPECT_THAT(find(""), IsEmpty());
  EXPECT_THAT(find("!!! "), IsEmpty()) << "no word at all";
  EXPECT_THAT(m_index->search(search::parseQuery("zebra "), 0).value(), IsEmpty());
}

TEST_F(TextIndexTest, KeepsItsPacksUntilOthersCouldBeOpened) {
  EXPECT_THAT(SqliteTextIndex::open({m_folder / "gone.pack"}, m_folder / "notebook.db"),
              test::FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(SqliteTextIndex::open({m_folder / "mini.pack"}, m_folder / "gone.db"),
              test::FailsWith(ErrorKind::InputOutput));
  EXPECT_THAT(m_index->reopenPacks({m_folder / "gone.pack"}), test::FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(find("kind:key-point both errors "), SizeIs(1));

  EXPECT_THAT(m_index->reopenPacks({}), IsOk());
  EXPECT_THAT(find("kind:key-point both errors "), IsEmpty());
  EXPECT_THAT(m_index->reopenPacks({m_folder / "mini.pack"}), IsOk());
  EXPECT_THAT(find("kind:key-point both errors "), SizeIs(1));
}

TEST_F(TextIndexTest, SaysWhenAStatementFails) {
  test::FailingStatements statements;
  const auto pack = PackReader::open(m_folder / "mini.pack");
  auto notebook = SqliteNotebookStore::openReadOnly({m_folder / "notebook.db"});
  ASSERT_TRUE(pack.has_value() && notebook.has_value());
  const auto index = SqliteTextIndex::open({m_folder / "mini.pack"}, m_folder / "notebook.db");
  ASSERT_THAT(index, IsOk());
  const SharedTextIndex shared(**pack, **notebook);
  for (const ports::TextIndex* one : {static_cast<const ports::TextIndex*>(index->get()),
                                      static_cast<const ports::TextIndex*>(&shared)}) {
    int failures = 0;
    const Status whole = test::failEachStatement(
        statements,
        [&] { return test::statusOf(one->search(search::parseQuery("both errors"), 9)); },
        [&](const test::FailedStatement& failed) {
          ++failures;
          EXPECT_FALSE(failed.outcome.has_value()) << failed.sql;
        });
    EXPECT_THAT(whole, IsOk());
    EXPECT_GT(failures, 1);
  }
}

}  // namespace
}  // namespace phaseboard::db
