// SPDX-License-Identifier: Apache-2.0
#include "app/search/query.h"

#include <gmock/gmock.h>

namespace phaseboard::search {
namespace {

using testing::ElementsAre;

TEST(ParseQuery, TakesTheLastWordAsOneBeingTyped) {
  EXPECT_THAT(parseQuery("feature sto").terms,
              ElementsAre(Term{"feature", false, false}, Term{"sto", false, true}));
  EXPECT_THAT(parseQuery("store ").terms, ElementsAre(Term{"store", false, false}));
}

TEST(ParseQuery, TakesAStarAsABeginning) {
  EXPECT_THAT(parseQuery("calib* x ").terms,
              ElementsAre(Term{"calib", false, true}, Term{"x", false, false}));
}

TEST(ParseQuery, KeepsPhrasesTogetherAndClosesOpenOnes) {
  EXPECT_THAT(parseQuery("\"two tower\" a \"open end").terms,
              ElementsAre(Term{"two tower", true, false}, Term{"a", false, false},
                          Term{"open end", true, false}));
}

TEST(ParseQuery, ReadsFilters) {
  const Query query = parseQuery("phase:serve question:ad-click-prediction kind:part cache ");

  EXPECT_EQ(query.phase, PhaseId{"serve"});
  EXPECT_EQ(query.question, QuestionId{"ad-click-prediction"});
  EXPECT_EQ(query.kind, HitKind::Part);
  EXPECT_THAT(query.terms, ElementsAre(Term{"cache", false, false}));
}

TEST(ParseQuery, ReadsTagsAndWhatIsDue) {
  const Query query = parseQuery("is:due tag:größe kind:annotation cache ");

  EXPECT_TRUE(query.isDue);
  EXPECT_EQ(query.tag, "größe");
  EXPECT_EQ(query.kind, HitKind::Annotation);
  EXPECT_THAT(query.terms, ElementsAre(Term{"cache", false, false}));
  EXPECT_FALSE(parseQuery("is:due").empty());
  EXPECT_FALSE(parseQuery("is:late ").isDue);
}

TEST(ParseQuery, TakesWhatIsNoFilterAsAWord) {
  EXPECT_EQ(parseQuery("kind:figure ").kind, HitKind::Diagram);
  EXPECT_TRUE(parseQuery("emb kind:part").terms.front().prefix);
  EXPECT_FALSE(parseQuery("emb kind:part ").terms.front().prefix);
  EXPECT_FALSE(parseQuery("\"emb\" kind:part").terms.front().prefix);
  for (const char* typed : {"kind:nonsense ", "phase: ", "phase:A/B ", "colour:red "}) {
    SCOPED_TRACE(typed);
    const Query query = parseQuery(typed);
    EXPECT_FALSE(query.phase || query.kind || query.question);
    EXPECT_EQ(query.terms.size(), 1U);
  }
}

TEST(ParseQuery, FindsNothingInSignsAndSpaces) {
  for (const char* typed : {"", "   ", "*", "--", "\"\"", "\" - \"", "() ; \\"}) {
    SCOPED_TRACE(typed);
    EXPECT_TRUE(parseQuery(typed).empty());
  }
}

TEST(ParseQuery, KeepsLettersOfEveryScript) {
  EXPECT_THAT(parseQuery("größe ").terms, ElementsAre(Term{"größe", false, false}));
}

TEST(HitKindNames, LeadBackToTheKind) {
  for (const HitKind kind : {HitKind::Question, HitKind::Note, HitKind::KeyPoint, HitKind::Diagram,
                             HitKind::Part, HitKind::Concept, HitKind::Answer, HitKind::Prompt,
                             HitKind::Annotation, HitKind::Wording, HitKind::Command})
    EXPECT_EQ(hitKindFromName(name(kind)), kind);
  EXPECT_EQ(hitKindFromName("x"), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::search
