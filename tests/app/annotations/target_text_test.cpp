// SPDX-License-Identifier: Apache-2.0
#include "app/annotations/target_text.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/support/stub_figure_compiler.h"

namespace phaseboard::annotations {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReadableText, LeavesFormulasAndMarksOut) {
  EXPECT_EQ(readableText("Rank by **bid** times $p_i$, not `$x`."), "Rank by bid times  , not $x.");
}

TEST(TargetText, HoldsEveryWordOfAnItem) {
  const content::Pack pack = test::miniPack();
  const content::Note& note = pack.questions.front().notes.front();

  const auto targets = targetsOf(note);

  EXPECT_EQ(targets.front().kind, TargetKind::Note);
  EXPECT_EQ(targets.front().id, content::noteTarget(note.question, note.phase));
  const auto point = std::find_if(targets.begin(), targets.end(), [&](const TargetText& one) {
    return one.id.value() == note.keyPoints.front().id.value();
  });
  ASSERT_NE(point, targets.end());
  EXPECT_EQ(point->kind, TargetKind::KeyPoint);
  EXPECT_EQ(point->title, "Name both errors and what each costs.");
  EXPECT_THAT(point->text, HasSubstr("costs ten spam mails"));
  EXPECT_THAT(point->text, HasSubstr("Accuracy"));
}

TEST(TargetText, HasAVersionThatOnlyWordsChange) {
  content::Diagram figure = test::miniPack().questions.front().diagrams.back();
  const auto before = targetsOf(figure);

  figure.width += 200;
  figure.parts.front().shape = "store";
  const auto laidOutAnew = targetsOf(figure);
  figure.parts.front().explanation += " And more.";
  const auto reworded = targetsOf(figure);

  EXPECT_EQ(before.front().version, laidOutAnew.front().version);
  EXPECT_NE(before.front().version, reworded.front().version);
  EXPECT_EQ(before.back().version, reworded.back().version);
}

TEST(TargetText, TakesTheOpeningAndTheDialogueOfAQuestion) {
  const content::Question question = test::miniPack().questions.front();

  const auto targets = targetsOf(question);

  EXPECT_EQ(targets.front().id.value(), question.id.value());
  EXPECT_THAT(targets.front().text, HasSubstr(readableText(question.inScope.front())));
  EXPECT_EQ(targets.size(), question.dialogue.size() + 1);
}

}  // namespace
}  // namespace phaseboard::annotations
