// SPDX-License-Identifier: Apache-2.0
#include "app/content/own_sources.h"

#include <gmock/gmock.h>

#include "tests/support/stub_figure_compiler.h"

namespace phaseboard::content {
namespace {

TEST(OwnSources, AreKnownByTheirNames) {
  const SourceName note = sourceNamed("questions/cafe/2-serve.yaml");
  const SourceName figure = sourceNamed("diagrams/cafe/serving-path.dot");

  EXPECT_EQ(note.kind, SourceKind::Note);
  EXPECT_EQ(note.question, QuestionId{"cafe"});
  EXPECT_EQ(note.phase, PhaseId{"serve"});
  EXPECT_EQ(figure.kind, SourceKind::Figure);
  EXPECT_EQ(figure.figure, DiagramId{"cafe/serving-path"});
  EXPECT_EQ(sourceNamed("questions/cafe/question.yaml").kind, SourceKind::Question);
  EXPECT_EQ(sourceNamed("questions/cafe/prompts.yaml").kind, SourceKind::Prompts);
  EXPECT_EQ(sourceNamed("pack.yaml").kind, SourceKind::Pack);
  EXPECT_EQ(sourceNamed("questions/loose.yaml").kind, SourceKind::Other);
  EXPECT_EQ(sourceNamed("notes.txt").kind, SourceKind::Other);
}

TEST(OwnSources, SuggestAnIdForATitle) {
  EXPECT_EQ(idFromTitle("Search in a shop, 2nd try!"), "search-in-a-shop-2nd-try");
  EXPECT_EQ(idFromTitle("2 towers"), "towers");
  EXPECT_EQ(idFromTitle("???"), "");
}

TEST(OwnSources, RefuseWhatCannotBeAnIdOrATitle) {
  const framework::Framework framework = test::miniPack().framework;

  EXPECT_EQ(newQuestionSources(QuestionId{"../x"}, "Title", framework).error().subject, "question");
  EXPECT_EQ(newQuestionSources(QuestionId{"x"}, " ", framework).error().subject, "title");
  EXPECT_EQ(newNoteSource(QuestionId{"x"}, PhaseId{"lunch"}, framework).error().subject, "phase");
  EXPECT_EQ(newFigureSource(DiagramId{"x/Y"}, NewFigureKind::Plot, "Why?").error().subject,
            "figure");
}

}  // namespace
}  // namespace phaseboard::content
