// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_reader.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/content/hashes.h"
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
using testing::SizeIs;

const QuestionId kQuestion{"spam-filter"};
const PhaseId kServe{"serve"};

/// The mini pack, written to a file and opened again.
class PackReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    m_pack = test::miniPack();
    ASSERT_THAT(writePack(m_pack, m_folder / "mini.pack"), IsOk());
    auto opened = PackReader::open(m_folder / "mini.pack");
    ASSERT_THAT(opened, IsOk());
    m_reader = std::move(*opened);
  }

  [[nodiscard]] const content::Question& written() const { return m_pack.questions.at(0); }

  test::TemporaryFolder m_folder;
  content::Pack m_pack;
  std::unique_ptr<PackReader> m_reader;
};

TEST_F(PackReaderTest, KnowsThePackAndItsFramework) {
  EXPECT_EQ(m_reader->info().id, PackId{"mini"});
  EXPECT_EQ(m_reader->info().version, "1.2.3");
  EXPECT_EQ(m_reader->info().licence, "CC-BY-4.0");
  const framework::Framework& read = m_reader->framework();
  EXPECT_EQ(read.title, m_pack.framework.title);
  EXPECT_EQ(read.sessionMinutes, 10);
  ASSERT_THAT(read.phases, SizeIs(2));
  EXPECT_EQ(read.phases[1].id, kServe);
  EXPECT_EQ(read.phases[1].shortTitle, "Serve");
  EXPECT_EQ(read.phases[1].purpose, "Answer in time.");
  ASSERT_THAT(read.stages, SizeIs(2));
  EXPECT_THAT(read.stages[1].phases, ElementsAre(kServe));
  EXPECT_TRUE(framework::budgetsFit(read));
}

TEST_F(PackReaderTest, ShowsCardsWithTheirCounts) {
  ASSERT_THAT(m_reader->questions(), SizeIs(1));
  const ports::QuestionCard& card = m_reader->questions()[0];
  EXPECT_EQ(card.id, kQuestion);
  EXPECT_EQ(card.cover, DiagramId{"spam-filter/request-path"});
  EXPECT_EQ(card.notes, 2);
  EXPECT_EQ(card.keyPoints, 12);
  EXPECT_EQ(card.parts, 6);
  EXPECT_EQ(card.prompts, static_cast<int>(m_reader->prompts().size()));
  ASSERT_THAT(card.diagrams, SizeIs(2));
  EXPECT_EQ(card.diagrams[0].id, DiagramId{"spam-filter/threshold-curve"});
  EXPECT_EQ(card.diagrams[1].phase, kServe);
  EXPECT_EQ(card.diagrams[1].kind, "flow");
  EXPECT_EQ(card.diagrams[1].height, 360.5);
}

TEST_F(PackReaderTest, ReturnsNotesAsTheyWereWritten) {
  for (const content::Note& note : written().notes) {
    const auto read = m_reader->note(kQuestion, note.phase);

    ASSERT_THAT(read, IsOk());
    // The hash covers every text, id and order of a note.
    EXPECT_EQ(content::hashOf(*read), note.hash);
    EXPECT_EQ(read->hash, note.hash);
    EXPECT_EQ(read->numbers.at(0).value, note.numbers.at(0).value);
  }
}

TEST_F(PackReaderTest, ReturnsAQuestionWithItsDialogueAndScope) {
  const auto read = m_reader->question(kQuestion);

  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->interviewer, written().interviewer);
  ASSERT_THAT(read->dialogue, SizeIs(10));
  EXPECT_EQ(read->dialogue[9].id, ItemId{"spam-filter/ask-appeal"});
  EXPECT_EQ(read->dialogue[9].why, "It gives labels.");
  EXPECT_EQ(read->inScope, written().inScope);
  EXPECT_EQ(read->outOfScope, written().outOfScope);
  EXPECT_EQ(read->assumptions, written().assumptions);
}

TEST_F(PackReaderTest, ReturnsAFigureWithItsPartsInOrder) {
  const auto read = m_reader->diagram(DiagramId{"spam-filter/request-path"});

  ASSERT_THAT(read, IsOk());
  const content::Diagram& figure = written().diagrams[1];
  EXPECT_EQ(read->svg, figure.svg);
  EXPECT_EQ(read->hash, figure.hash);
  ASSERT_THAT(read->parts, SizeIs(5));
  EXPECT_EQ(read->parts[0].kind, content::PartKind::Group);
  EXPECT_EQ(read->parts[1].parent, PartId{"online"});
  EXPECT_EQ(read->parts[1].conceptId, std::nullopt);
  EXPECT_EQ(read->parts[3].conceptId, ConceptId{"feature-store"});
  EXPECT_EQ(read->parts[3].phase, PhaseId{"clarify"});
  EXPECT_EQ(read->parts[4].from, PartId{"gateway"});
  EXPECT_EQ(read->parts[4].step, 2);
  EXPECT_EQ(read->parts[4].hash, figure.parts[4].hash);
}

TEST_F(PackReaderTest, ListsPromptsInTheirOrderAndReadsTheirTexts) {
  const std::vector<review::Prompt> derived = review::derivePrompts(m_pack);

  ASSERT_THAT(m_reader->prompts(), SizeIs(derived.size()));
  for (std::size_t i = 0; i < derived.size(); ++i) {
    const review::Prompt& listed = m_reader->prompts()[i];
    EXPECT_EQ(listed.id, derived[i].id);
    EXPECT_TRUE(listed.ask.empty());
    const auto read = m_reader->prompt(listed.id);
    ASSERT_THAT(read, IsOk());
    EXPECT_EQ(read->ask, derived[i].ask);
    EXPECT_EQ(read->answer, derived[i].answer);
    EXPECT_EQ(read->kind, derived[i].kind);
    EXPECT_EQ(read->phase, derived[i].phase);
    EXPECT_EQ(read->part, derived[i].part);
    EXPECT_EQ(read->contentHash, derived[i].contentHash);
    EXPECT_EQ(read->siblingGroup, derived[i].siblingGroup);
  }
}

TEST_F(PackReaderTest, ReturnsConceptsByTitleAndWhereTheyOccur) {
  const auto concepts = m_reader->concepts();
  ASSERT_THAT(concepts, IsOk());
  ASSERT_THAT(*concepts, SizeIs(3));
  EXPECT_EQ((*concepts)[0].title, "Calibration");
  EXPECT_THAT((*concepts)[2].synonyms, ElementsAre("cut-off", "operating point"));
  EXPECT_THAT((*concepts)[2].related, ElementsAre(ConceptId{"calibration"}));

  const auto places = m_reader->occurrences(ConceptId{"feature-store"});

  ASSERT_THAT(places, IsOk());
  ASSERT_THAT(*places, SizeIs(4));
  EXPECT_EQ((*places)[0].target, TargetId{"spam-filter/budgets"});
  EXPECT_EQ((*places)[1].target, TargetId{"spam-filter/score-inline"});
  EXPECT_EQ((*places)[2].target, TargetId{"spam-filter/request-path/features"});
  EXPECT_EQ((*places)[2].diagram, DiagramId{"spam-filter/request-path"});
  EXPECT_EQ((*places)[2].phase, PhaseId{"clarify"});
  EXPECT_EQ((*places)[3].target, TargetId{"spam-filter/recall-falls"});
}

TEST_F(PackReaderTest, HasTheOutlinesOfTheFormulasThatTextsUse) {
  const auto formula = m_reader->formula("q = p / 2");

  ASSERT_TRUE(formula.has_value());
  EXPECT_EQ(formula->width, 1500);
  EXPECT_TRUE(formula->path.starts_with("M0 0L500 0L500 -400L0 -400Z"));
  EXPECT_FALSE(m_reader->formula("q = p / 3").has_value());
}

TEST_F(PackReaderTest, FollowsRenamesToTheIdOfToday) {
  EXPECT_EQ(m_reader->currentId("cut"), "threshold");
  EXPECT_EQ(m_reader->currentId("spam-filter/old-path"), "spam-filter/request-path");
  EXPECT_EQ(m_reader->currentId("spam-filter/old-path/model"), "spam-filter/request-path/model");
  EXPECT_EQ(m_reader->currentId("name-part:spam-filter/old-path/model"),
            "name-part:spam-filter/request-path/model");
  EXPECT_EQ(m_reader->currentId("spam-filter#serve"), "spam-filter#serve");
  EXPECT_EQ(m_reader->currentId(""), "");
  EXPECT_EQ(m_reader->currentId("/"), "/");
}

TEST_F(PackReaderTest, SaysWhatItDoesNotHave) {
  EXPECT_THAT(m_reader->question(QuestionId{"x"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_reader->note(kQuestion, PhaseId{"x"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_reader->diagram(DiagramId{"x"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_reader->findConcept(ConceptId{"x"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_reader->occurrences(ConceptId{"x"}), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_reader->prompt(PromptId{"x"}), FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::db
