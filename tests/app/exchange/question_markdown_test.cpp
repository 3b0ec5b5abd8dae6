// SPDX-License-Identifier: Apache-2.0
#include "app/exchange/question_markdown.h"

#include <gmock/gmock.h>

namespace phaseboard::test {
namespace {

using exchange::markdownOf;
using exchange::PaperFigure;
using exchange::QuestionPaper;
using testing::HasSubstr;
using testing::Not;

QuestionPaper aPaper() {
  QuestionPaper paper;
  paper.question.id = QuestionId{"ads"};
  paper.question.title = "Ads";
  paper.question.interviewer = "Design it.";
  exchange::PaperNote note;
  note.phase.number = 4;
  note.phase.title = "Develop the model";
  note.note.summary = "See [the path](figure:serving) and [stores](concept:store), $x^2$.";
  note.note.keyPoints.push_back({ItemId{"ads/a"}, "Calibrate.", "Bids need it.", "", {}, {}, {}});
  note.note.tradeOffs.push_back(
      {ItemId{"ads/t"}, "Loss", {{"log", "proper", "slow"}, {"hinge", "fast", "no odds"}}, ""});
  note.figures.push_back({DiagramId{"ads/serving"}, "Serving path", "What happens."});
  note.answer = "I would *log*.";
  note.annotations.push_back({"Feature store", "online", "ask about lag", {"todo"}, true});
  paper.notes.push_back(note);
  return paper;
}

std::string written(const QuestionPaper& paper) {
  return markdownOf(
      paper, [](const PaperFigure& figure) { return "![" + figure.title + "](f.svg)"; },
      [](const DiagramId& id) { return id == DiagramId{"ads/serving"} ? "f.svg" : ""; });
}

TEST(QuestionMarkdown, HoldsNotesFiguresAnswersAndAnnotations) {
  const std::string text = written(aPaper());

  EXPECT_THAT(text, HasSubstr("# Ads\n"));
  EXPECT_THAT(text, HasSubstr("## 4. Develop the model\n"));
  EXPECT_THAT(text, HasSubstr("![Serving path](f.svg)"));
  EXPECT_THAT(text, HasSubstr("- **Calibrate.** Bids need it."));
  EXPECT_THAT(text, HasSubstr("| log | proper | slow |"));
  EXPECT_THAT(text, HasSubstr("### My answer\n\nI would *log*."));
  EXPECT_THAT(text, HasSubstr("\xE2\x98\x85 **Feature store**: \xE2\x80\x9Conline\xE2\x80\x9D "
                              "\xE2\x80\x94 ask about lag #todo"));
}

TEST(QuestionMarkdown, LinksLeadToFilesOrBecomeWords) {
  const std::string text = written(aPaper());

  EXPECT_THAT(text, HasSubstr("See [the path](f.svg) and stores, $x^2$."));
  EXPECT_THAT(text, Not(HasSubstr("concept:")));
}

TEST(QuestionMarkdown, PutsTheHeadingsOfAnAnswerBelowItsOwn) {
  QuestionPaper paper = aPaper();
  paper.notes.front().answer = "# Plan\n\n#### Deep\n\n#tag\n\n```\n# code\n";

  EXPECT_THAT(written(paper),
              HasSubstr("### My answer\n\n#### Plan\n\n###### Deep\n\n#tag\n\n```\n# code\n```\n"));
}

TEST(QuestionMarkdown, LeadsFromReferencesOfAnAnswerToFigures) {
  QuestionPaper paper = aPaper();
  paper.notes.front().answer =
      "The [store](part:ads/serving/store) of [features](concept:feature), [other](part:x/y/z).";

  EXPECT_THAT(written(paper), HasSubstr("The [store](f.svg) of features, other."));
}

TEST(QuestionMarkdown, QuotesEveryParagraphOfTheInterviewer) {
  QuestionPaper paper = aPaper();
  paper.question.interviewer = "Design it.\n\nYou have time.";

  EXPECT_THAT(written(paper), HasSubstr("> Design it.\n> \n> You have time.\n"));
}

TEST(QuestionMarkdown, SaysNothingAboutWhatIsNotThere) {
  QuestionPaper paper = aPaper();
  paper.notes.front().answer.clear();
  paper.notes.front().annotations.clear();

  const std::string text = written(paper);
  EXPECT_THAT(text, Not(HasSubstr("My ")));
  EXPECT_THAT(text, Not(HasSubstr("\n\n\n")));
}

}  // namespace
}  // namespace phaseboard::test
