// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_search.h"

#include <gmock/gmock.h>

#include "db/pack/match_text.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::db {
namespace {

using search::HitKind;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PackSearch : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_THAT(writePack(test::miniPack(), m_folder / "mini.pack"), test::IsOk());
    auto opened = PackReader::open(m_folder / "mini.pack");
    ASSERT_THAT(opened, test::IsOk());
    m_reader = std::move(*opened);
  }

  [[nodiscard]] std::vector<search::Hit> find(std::string_view typed, int limit = 50) const {
    const auto hits = m_reader->search(search::parseQuery(typed), limit);
    EXPECT_THAT(hits, test::IsOk());
    return hits.value_or(std::vector<search::Hit>{});
  }

  test::TemporaryFolder m_folder;
  std::unique_ptr<PackReader> m_reader;
};

TEST_F(PackSearch, PutsTheConceptOfThatNameFirst) {
  const auto hits = find("calibration ");

  ASSERT_THAT(hits, Not(IsEmpty()));
  EXPECT_EQ(hits[0].kind, HitKind::Concept);
  EXPECT_EQ(hits[0].id, "calibration");
}

TEST_F(PackSearch, FindsTheWordThatIsBeingTyped) {
  EXPECT_THAT(find("calibr"), Not(IsEmpty()));
  EXPECT_THAT(find("calibr "), IsEmpty());
}

TEST_F(PackSearch, IgnoresAccentsAndCase) {
  EXPECT_THAT(find("cafe "), Not(IsEmpty()));
  EXPECT_THAT(find("CAFÉ "), Not(IsEmpty()));
}

TEST_F(PackSearch, NeedsAllWords) {
  EXPECT_THAT(find("senders adapt "), Not(IsEmpty()));
  EXPECT_THAT(find("senders adapt zebra "), IsEmpty());
}

TEST_F(PackSearch, TakesPhrasesLiterally) {
  EXPECT_THAT(find("\"list of senders\""), Not(IsEmpty()));
  EXPECT_THAT(find("\"senders of list\""), IsEmpty());
}

TEST_F(PackSearch, NarrowsByPhaseAndKind) {
  const auto hits = find("kind:key-point phase:serve ");

  ASSERT_EQ(hits.size(), 6U);
  EXPECT_THAT(hits, Each(Field(&search::Hit::kind, HitKind::KeyPoint)));
  EXPECT_THAT(hits, Each(Field(&search::Hit::phase, PhaseId{"serve"})));
}

TEST_F(PackSearch, MarksMatchesInASnippetWithoutMarkdown) {
  const auto hits = find("kind:question bounds ");

  ASSERT_THAT(hits, Not(IsEmpty()));
  EXPECT_EQ(hits[0].id, "spam-filter/ask-latency");
  const auto cost = find("kind:question \"sets the threshold\"");
  ASSERT_THAT(cost, Not(IsEmpty()));
  EXPECT_THAT(cost[0].snippet, HasSubstr("\x02sets the threshold\x03"));
}

TEST_F(PackSearch, KeepsToTheLimit) {
  EXPECT_EQ(find("kind:key-point ", 3).size(), 3U);
  EXPECT_THAT(find("the ", 0), IsEmpty());
}

TEST_F(PackSearch, ReadsNothingTypedAsSyntax) {
  for (const char* typed :
       {"\"", "a\"b", "NEAR(", "title:x", "-x", "^x", "x AND", "x OR y", "NOT", "(", ")", "*", "'",
        "{a b}:c", "x*y", "--", "; DROP TABLE search", "\\", "a\"\"\" OR 1=1"})
    EXPECT_THAT(m_reader->search(search::parseQuery(typed), 5), test::IsOk()) << typed;
}

TEST(MatchText, QuotesEachTerm) {
  EXPECT_EQ(matchText({{"a\"b", false, false}, {"c d", true, false}, {"e", false, true}}),
            "\"a\"\"b\" AND \"c d\" AND \"e\"*");
  EXPECT_EQ(matchText({{"--", false, true}}), "");
  EXPECT_EQ(matchText({}), "");
}

}  // namespace
}  // namespace phaseboard::db
