// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_shelf.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/review/prompt_derivation.h"
#include "db/pack/pack_writer.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::db {
namespace {

using test::FailsWith;
using test::IsOk;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const QuestionId kMini{"spam-filter"};
const QuestionId kOther{"queue-length"};

/// A pack with one question, `kOther`, of one note; in the framework of the mini pack.
content::Pack otherPack() {
  const content::Pack mini = test::miniPack();
  content::Pack pack;
  pack.id = PackId{"other"};
  pack.version = "7";
  pack.title = "Other";
  pack.framework = mini.framework;
  pack.concepts = {mini.concepts.front()};
  pack.concepts.front().summary = "Said otherwise.";
  pack.concepts.front().related.clear();
  content::Question question;
  question.id = kOther;
  question.title = "Queue length";
  content::Note note = mini.questions.front().notes.front();
  note.question = kOther;
  note.diagrams.clear();
  note.chapters.clear();
  note.tradeOffs.clear();
  note.numbers.clear();
  note.pitfalls.clear();
  note.followUps.clear();
  note.keyPoints.resize(1);
  note.keyPoints.front().id = ItemId{"queue-length/little"};
  note.keyPoints.front().statement = "Waiting grows with the queue.";
  note.keyPoints.front().parts.clear();
  note.keyPoints.front().concepts = {pack.concepts.front().id};
  question.notes = {note};
  pack.questions = {question};
  return pack;
}

class PackShelfTest : public testing::Test {
 protected:
  std::filesystem::path write(const content::Pack& pack, std::string_view name) {
    const auto file = m_folder / name;
    EXPECT_THAT(writePack(pack, file), IsOk());
    return file;
  }

  [[nodiscard]] std::unique_ptr<PackShelf> both() {
    auto shelf = PackShelf::open({write(test::miniPack(), "mini.pack"), write(m_other, "b.pack")});
    EXPECT_THAT(shelf, IsOk());
    return std::move(*shelf);
  }

  test::TemporaryFolder m_folder;
  content::Pack m_other = otherPack();
};

TEST_F(PackShelfTest, ShowsTheQuestionsOfAllPacksInOrder) {
  const auto shelf = both();

  ASSERT_THAT(shelf->questions(), SizeIs(2));
  EXPECT_EQ(shelf->questions()[0].id, kMini);
  EXPECT_EQ(shelf->questions()[1].id, kOther);
  ASSERT_THAT(shelf->packs(), SizeIs(2));
  EXPECT_EQ(shelf->info().id, PackId{"mini"});
  EXPECT_EQ(shelf->packs()[1].title, "Other");
}

TEST_F(PackShelfTest, ReadsEachThingFromThePackThatHasIt) {
  const auto shelf = both();

  EXPECT_THAT(shelf->question(kMini), IsOk());
  EXPECT_EQ(shelf->question(kOther)->title, "Queue length");
  EXPECT_THAT(shelf->note(kMini, PhaseId{"serve"}), IsOk());
  EXPECT_THAT(shelf->note(kOther, PhaseId{"clarify"})->keyPoints, SizeIs(1));
  EXPECT_THAT(shelf->note(kOther, PhaseId{"serve"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(shelf->diagram(DiagramId{"spam-filter/request-path"}), IsOk());
  EXPECT_THAT(shelf->diagram(DiagramId{"queue-length/none"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(shelf->question(QuestionId{"nowhere"}), FailsWith(ErrorKind::NotFound));
}

TEST_F(PackShelfTest, AsksThePromptsOfAllPacks) {
  const auto shelf = both();

  for (const QuestionId& question : {kMini, kOther}) {
    const auto listed =
        std::find_if(shelf->prompts().begin(), shelf->prompts().end(),
                     [&](const review::Prompt& prompt) { return prompt.question == question; });
    ASSERT_NE(listed, shelf->prompts().end());
    const auto prompt = shelf->prompt(listed->id);
    ASSERT_THAT(prompt, IsOk());
    EXPECT_FALSE(prompt->ask.empty());
  }
}

TEST_F(PackShelfTest, ExplainsASharedConceptInTheWordsOfTheFirstPack) {
  const auto shelf = both();
  const content::Concept shared = test::miniPack().concepts.front();

  const auto concepts = shelf->concepts();
  const auto occurrences = shelf->occurrences(shared.id);

  ASSERT_THAT(concepts, IsOk());
  EXPECT_EQ(std::count_if(concepts->begin(), concepts->end(),
                          [&](const content::Concept& one) { return one.id == shared.id; }),
            1);
  EXPECT_EQ(shelf->findConcept(shared.id)->summary, shared.summary);
  ASSERT_THAT(occurrences, IsOk());
  EXPECT_EQ(occurrences->back().question, kOther);
}

TEST_F(PackShelfTest, FindsWordsInAllPacks) {
  const auto shelf = both();

  const auto hits = shelf->search(search::parseQuery("waiting queue"), 10);
  const auto one = shelf->search(search::parseQuery("kind:question"), 1);

  ASSERT_THAT(hits, IsOk());
  ASSERT_FALSE(hits->empty());
  EXPECT_EQ(hits->front().question, kOther);
  EXPECT_THAT(*one, SizeIs(1));
}

TEST_F(PackShelfTest, RefusesAQuestionThatTwoPacksHaveAndNamesBothFiles) {
  const auto first = write(test::miniPack(), "first.pack");
  const auto second = write(test::miniPack(), "second.pack");

  const auto shelf = PackShelf::open({first, second});

  ASSERT_THAT(shelf, FailsWith(ErrorKind::AlreadyExists));
  EXPECT_THAT(shelf.error().subject, HasSubstr("spam-filter"));
  EXPECT_THAT(shelf.error().subject, HasSubstr(first.string()));
  EXPECT_THAT(shelf.error().subject, HasSubstr(second.string()));
}

TEST_F(PackShelfTest, RefusesPacksOfDifferentPhases) {
  m_other.framework.phases.pop_back();
  m_other.framework.stages.pop_back();

  const auto shelf =
      PackShelf::open({write(test::miniPack(), "mini.pack"), write(m_other, "b.pack")});

  ASSERT_THAT(shelf, FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(shelf.error().subject, HasSubstr("b.pack"));
}

TEST_F(PackShelfTest, FollowsARenameOfThePackThatHasTheQuestion) {
  m_other.renames = {{"queue-length/old", "queue-length/little"},
                     {"long-queue", "queue-length"},
                     {"spam-filter/fast", "spam-filter/hijacked"}};
  const auto shelf = both();

  EXPECT_EQ(shelf->currentId("key-point:queue-length/old"), "key-point:queue-length/little");
  EXPECT_EQ(shelf->currentId("long-queue#clarify"), "queue-length#clarify");
  EXPECT_EQ(shelf->currentId("spam-filter/fast"), "spam-filter/fast");
}

TEST_F(PackShelfTest, OpensOnePackAsItself) {
  const auto library = openPacks({write(m_other, "b.pack")});

  ASSERT_THAT(library, IsOk());
  EXPECT_THAT((*library)->packs(), ElementsAre(testing::Field(&ports::PackInfo::title, "Other")));
  EXPECT_THAT(openPacks({}), FailsWith(ErrorKind::InvalidInput));
}

}  // namespace
}  // namespace phaseboard::db
