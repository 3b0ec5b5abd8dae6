// SPDX-License-Identifier: Apache-2.0
// Annotations through an update of the pack.
#include "app/ops/placed_annotations.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/ops/annotation_operations.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using annotations::Colour;
using annotations::Standing;
using annotations::TargetText;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const QuestionId kSpam{"spam-filter"};

class PlacedAnnotationsTest : public testing::Test {
 protected:
  std::unique_ptr<db::PackReader> open(const content::Pack& pack) {
    const auto file = m_folder / ("v" + std::to_string(++m_version) + ".pack");
    EXPECT_THAT(db::writePack(pack, file), IsOk());
    auto opened = db::PackReader::open(file);
    EXPECT_THAT(opened, IsOk());
    return std::move(*opened);
  }

  /// One highlight on everything in the question, and a passage in each text that is long enough.
  int annotateEverything(const db::PackReader& pack) {
    const ops::PlacedAnnotations placed(pack, m_store);
    int made = 0;
    for (const TargetText& target : placed.targets(kSpam)) {
      EXPECT_THAT(m_operations.annotate(anchorTo(target), {Colour::Yellow, {}, {}, false}), IsOk());
      ++made;
      const std::string words = annotations::lastWords(target.text, 5);
      const std::size_t from = target.text.rfind(words);
      const auto passage = anchorTo(target, target.text, from, from + words.size());
      EXPECT_THAT(m_operations.annotate(passage, {{}, "Passage.", {"p"}, false}), IsOk());
      ++made;
    }
    return made;
  }

  TemporaryFolder m_folder;
  int m_version = 0;
  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteAnnotationStore m_store{*m_open.store};
  ops::AnnotationOperations m_operations{*m_open.store, m_store, m_open.clock, m_open.chance};
};

TEST_F(PlacedAnnotationsTest, StandExactlyWhereTheyWereMade) {
  const auto pack = open(miniPack());
  const int made = annotateEverything(*pack);
  ops::PlacedAnnotations placed(*pack, m_store);

  ASSERT_THAT(placed.read(), IsOk());

  EXPECT_EQ(placed.counts().exact, made);
  EXPECT_THAT(placed.tags(), ElementsAre("p"));
  const auto here = placed.at(TargetId{"spam-filter/request-path/model"});
  ASSERT_THAT(here, SizeIs(2));
  EXPECT_EQ(here.front()->title, "Spam model");
  EXPECT_EQ(here.front()->phase, placed.text(here.front()->target)->phase);
}

TEST_F(PlacedAnnotationsTest, AreAllThereAfterThePackWasUpdated) {
  const content::Pack before = miniPack();
  const int made = annotateEverything(*open(before));
  content::Pack after = before;
  content::Question& question = after.questions.front();
  content::Note& note = question.notes.front();
  // Laid out anew: nothing to notice.
  content::Diagram& figure = question.diagrams.back();
  ASSERT_EQ(figure.id, DiagramId{"spam-filter/request-path"});
  figure.width += 300;
  std::reverse(figure.parts.begin(), figure.parts.end());
  // Renamed: followed.
  ASSERT_EQ(note.keyPoints[1].id, ItemId{"spam-filter/one-metric"});
  note.keyPoints[1].id = ItemId{"spam-filter/single-metric"};
  after.renames["spam-filter/one-metric"] = "spam-filter/single-metric";
  // Worded anew: the whole and a passage that is still to be recognised.
  note.keyPoints[2].statement = "State the load before you draw the model.";
  // Gone: both annotations wait in the tray.
  ASSERT_EQ(note.keyPoints.back().id, ItemId{"spam-filter/appeal"});
  note.keyPoints.pop_back();
  const auto updated = open(after);
  ops::PlacedAnnotations placed(*updated, m_store);

  ASSERT_THAT(placed.read(), IsOk());

  const ops::PlacedCounts counts = placed.counts();
  EXPECT_EQ(counts.unplaced, 2);
  EXPECT_EQ(counts.reworded, 1) << "the passage of that key point stands in another field";
  EXPECT_EQ(counts.wordsGone, 0);
  EXPECT_EQ(counts.exact + counts.reworded + counts.unplaced, made) << "nothing is dropped";
  EXPECT_THAT(placed.at(TargetId{"spam-filter/single-metric"}), SizeIs(2));
  EXPECT_THAT(placed.at(TargetId{"spam-filter/one-metric"}), IsEmpty());
}

TEST_F(PlacedAnnotationsTest, ComeBackFromTheTrayInOneStep) {
  const content::Pack before = miniPack();
  const auto old = open(before);
  const ops::PlacedAnnotations then(*old, m_store);
  const TargetText* point = then.text(TargetId{"spam-filter/appeal"});
  ASSERT_NE(point, nullptr);
  const auto anchor = anchorTo(*point);
  ASSERT_THAT(m_operations.annotate(anchor, {{}, "Mine.", {}, false}), IsOk());
  content::Pack after = before;
  after.questions.front().notes.front().keyPoints.back().id = ItemId{"spam-filter/appeals"};
  const auto updated = open(after);
  ops::PlacedAnnotations placed(*updated, m_store);
  ASSERT_THAT(placed.read(), IsOk());
  ASSERT_EQ(placed.counts().unplaced, 1);
  const ops::PlacedAnnotation& lost = placed.all().front();
  EXPECT_EQ(lost.title, "Offer an appeal");

  const auto suggestion = placed.suggestion(lost);
  ASSERT_TRUE(suggestion);
  EXPECT_EQ(suggestion->target->id, TargetId{"spam-filter/appeals"});
  ASSERT_THAT(m_operations.reattachAnnotation(
                  lost.annotation.id, reanchored(lost.annotation.anchor, *suggestion->target)),
              IsOk());

  ASSERT_THAT(placed.read(), IsOk());
  EXPECT_EQ(placed.counts().exact, 1);
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  ASSERT_THAT(placed.read(), IsOk());
  EXPECT_EQ(placed.counts().unplaced, 1);
}

TEST_F(PlacedAnnotationsTest, WaitInTheTrayWhenTheirQuestionIsInNoPack) {
  const auto pack = open(miniPack());
  annotations::Anchor anchor;
  anchor.target = TargetId{"gone/away"};
  anchor.snapshot = "Name both errors and what each costs.";
  ASSERT_THAT(m_operations.annotate(anchor, {{}, "Mine.", {}, true}), IsOk());
  ops::PlacedAnnotations placed(*pack, m_store);

  ASSERT_THAT(placed.read(), IsOk());

  EXPECT_EQ(placed.counts().unplaced, 1);
  const auto suggestion = placed.suggestion(placed.all().front());
  ASSERT_TRUE(suggestion) << "all questions are looked through";
  EXPECT_EQ(suggestion->target->id, TargetId{"spam-filter/two-errors"});
}

}  // namespace
}  // namespace phaseboard::test
