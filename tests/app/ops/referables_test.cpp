// SPDX-License-Identifier: Apache-2.0
#include "app/ops/referables.h"

#include <gmock/gmock.h>

#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using answers::ReferenceKind;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

const QuestionId kReferringQuestion{"spam-filter"};

class ReferablesTest : public testing::Test {
 protected:
  std::unique_ptr<db::PackReader> open(const content::Pack& pack) {
    const auto file = m_folder / ("v" + std::to_string(++m_version) + ".pack");
    EXPECT_THAT(db::writePack(pack, file), IsOk());
    auto opened = db::PackReader::open(file);
    EXPECT_THAT(opened, IsOk());
    return std::move(*opened);
  }
  ops::Referables referables() {
    const auto pack = open(miniPack());
    auto read = ops::Referables::read(*pack, kReferringQuestion);
    EXPECT_THAT(read, IsOk());
    return read.value_or(ops::Referables());
  }

  TemporaryFolder m_folder;
  int m_version = 0;
};

auto isReferable(ReferenceKind kind, const std::string& id) {
  return AllOf(Field(&ops::Referable::kind, kind), Field(&ops::Referable::id, id));
}

TEST_F(ReferablesTest, AreThePartsConceptsPhasesAndKeyPointsOfAQuestion) {
  const ops::Referables all = referables();

  EXPECT_THAT(all.all(),
              Contains(isReferable(ReferenceKind::Part, "spam-filter/request-path/model")));
  EXPECT_THAT(all.all(), Contains(isReferable(ReferenceKind::Concept, "calibration")));
  EXPECT_THAT(all.all(), Contains(isReferable(ReferenceKind::Phase, "serve")));
  EXPECT_THAT(all.all(), Contains(isReferable(ReferenceKind::KeyPoint, "spam-filter/appeal")));
}

TEST_F(ReferablesTest, FitByTheBeginningsOfTheirWords) {
  const ops::Referables all = referables();

  const auto store = all.fitting("feat st", PhaseId{"serve"}, 10);
  ASSERT_GE(store.size(), 2U);
  EXPECT_THAT(store.front(), isReferable(ReferenceKind::Part, "spam-filter/request-path/features"));
  EXPECT_THAT(store, Contains(isReferable(ReferenceKind::Concept, "feature-store")));
  EXPECT_THAT(all.fitting("operating p", PhaseId{"serve"}, 10),
              Contains(isReferable(ReferenceKind::Concept, "threshold")))
      << "a synonym";
  EXPECT_THAT(all.fitting("eature", PhaseId{"serve"}, 10), IsEmpty());
}

TEST_F(ReferablesTest, OfThePhaseComeFirstWithoutWords) {
  const ops::Referables all = referables();

  const auto here = all.fitting("", PhaseId{"clarify"}, 50);

  ASSERT_FALSE(here.empty());
  EXPECT_EQ(here.front().phase, PhaseId{"clarify"});
  EXPECT_THAT(here, Contains(isReferable(ReferenceKind::KeyPoint, "spam-filter/two-errors")));
  EXPECT_THAT(here, Contains(isReferable(ReferenceKind::Phase, "serve")));
  EXPECT_THAT(here, Not(Contains(isReferable(ReferenceKind::Concept, "threshold"))));
  EXPECT_EQ(all.fitting("", PhaseId{"clarify"}, 2).size(), 2U);
}

TEST_F(ReferablesTest, ReferencesFollowRenamesAndKeepTheirLabels) {
  content::Pack after = miniPack();
  content::Note& note = after.questions.front().notes.front();
  ASSERT_EQ(note.keyPoints[1].id, ItemId{"spam-filter/one-metric"});
  note.keyPoints[1].id = ItemId{"spam-filter/single-metric"};
  after.renames["spam-filter/one-metric"] = "spam-filter/single-metric";
  const auto pack = open(after);
  ops::ReferenceResolver resolver(*pack);

  EXPECT_EQ(resolver.resolved("See [my words](item:spam-filter/one-metric)."),
            "See [my words](item:spam-filter/single-metric).");
  const auto target = resolver.resolve(ReferenceKind::KeyPoint, "spam-filter/one-metric");
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->id, "spam-filter/single-metric");
  EXPECT_EQ(ops::phaseOfItem(*pack, ItemId{target->id}), PhaseId{"clarify"});
}

TEST_F(ReferablesTest, AReferenceWhoseTargetIsGoneIsItsLabelStruckThrough) {
  const auto pack = open(miniPack());
  ops::ReferenceResolver resolver(*pack);

  EXPECT_EQ(resolver.resolved("The [queue](part:spam-filter/request-path/queue) and "
                              "[model](part:spam-filter/request-path/model)"),
            "The ~~queue~~ and [model](part:spam-filter/request-path/model)");
  EXPECT_EQ(resolver.resolved("[x](concept:nowhere) [y](phase:nowhere) [z](item:a/b) [p](part:p)"),
            "~~x~~ ~~y~~ ~~z~~ ~~p~~");
}

}  // namespace
}  // namespace phaseboard::test
