// SPDX-License-Identifier: Apache-2.0
#include "app/content/contents.h"

#include <gmock/gmock.h>

#include "tests/support/stub_figure_compiler.h"

namespace phaseboard::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const QuestionId kSpam{"spam-filter"};

Contents of(const Question& question) {
  return {{question.id, contentsOf(question)}};
}

class ContentsTest : public testing::Test {
 protected:
  Question question = test::miniPack().questions.at(0);
  Contents before = of(question);
  Note& note = question.notes.at(1);
  Diagram& figure = question.diagrams.back();

  std::vector<ChangedContent> changes() {
    const auto updates = compareContents(before, of(question));
    return updates.empty() ? std::vector<ChangedContent>{} : updates.at(0).changes;
  }
};

TEST_F(ContentsTest, SaysNothingOfAQuestionThatIsTheSame) {
  EXPECT_THAT(compareContents(before, of(question)), IsEmpty());
}

TEST_F(ContentsTest, TellsAPartMoreAndTwoExplanationsReworded) {
  Part more = figure.parts.front();
  more.id = PartId{"cache"};
  figure.parts.push_back(more);
  figure.parts.at(0).explanation += " And more.";
  figure.parts.at(1).explanation = "Otherwise.";
  const std::string prefix = figure.id.value() + "/";

  EXPECT_THAT(changes(),
              ElementsAre(ChangedContent{ContentChange::Added, ContentKind::Part, prefix + "cache"},
                          testing::Field(&ChangedContent::kind, ContentKind::Explanation),
                          testing::Field(&ChangedContent::kind, ContentKind::Explanation)));
}

TEST_F(ContentsTest, TellsAKeyPointThatIsGone) {
  const std::string gone = note.keyPoints.back().id.value();
  note.keyPoints.pop_back();

  EXPECT_THAT(changes(),
              ElementsAre(ChangedContent{ContentChange::Removed, ContentKind::KeyPoint, gone}));
}

TEST_F(ContentsTest, TellsARenamedPartApartFromItsExplanation) {
  figure.parts.at(0).title = "Another name";

  EXPECT_THAT(changes(), ElementsAre(testing::Field(&ChangedContent::kind, ContentKind::Part)));
}

TEST_F(ContentsTest, TakesWhatWasRenamedForTheSameThing) {
  const std::string old = note.keyPoints.at(0).id.value();
  note.keyPoints.at(0).id = ItemId{"spam-filter/better-name"};
  const DiagramId oldFigure = figure.id;
  figure.id = DiagramId{"spam-filter/better-figure"};

  EXPECT_THAT(compareContents(before, of(question),
                              {{old, "spam-filter/better-name"},
                               {oldFigure.value(), "spam-filter/better-figure"}}),
              IsEmpty());
}

TEST_F(ContentsTest, TellsANewQuestionWithoutItsContent) {
  question.id = QuestionId{"other"};

  const auto updates = compareContents(before, of(question));

  ASSERT_THAT(updates, SizeIs(1));
  EXPECT_TRUE(updates[0].isNew);
  EXPECT_THAT(updates[0].changes, IsEmpty());
}

TEST_F(ContentsTest, IsStoredInBytesAndReadBack) {
  const QuestionContents& contents = before.at(kSpam);

  const std::string bytes = packedContents(contents);

  EXPECT_EQ(readPackedContents(bytes), contents);
  EXPECT_LT(bytes.size(), 80 * contents.size());
}

TEST_F(ContentsTest, RefusesBytesThatAreCutOffAnywhereWithinAMark) {
  const std::string bytes = packedContents({before.at(kSpam).front()});

  for (std::size_t length = 1; length < bytes.size(); ++length)
    EXPECT_FALSE(readPackedContents(bytes.substr(0, length)).has_value()) << length;
  EXPECT_FALSE(readPackedContents("\xff" + bytes.substr(1)).has_value());
}

}  // namespace
}  // namespace phaseboard::content
