// SPDX-License-Identifier: Apache-2.0
#include "app/search/ranking.h"

#include <gmock/gmock.h>

namespace phaseboard::search {
namespace {

using testing::ElementsAre;

Hit aHit(const char* id, double score) {
  Hit hit;
  hit.id = id;
  hit.score = score;
  return hit;
}

std::vector<std::string> idsOfHits(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits)
    ids.push_back(hit.id);
  return ids;
}

TEST(MergedHits, AreComparedByTheirShareOfTheBestInTheirList) {
  const auto all = merged({{aHit("a", 40), aHit("b", 10)}, {aHit("c", 2), aHit("d", 1)}}, 9);

  EXPECT_THAT(idsOfHits(all), ElementsAre("a", "c", "d", "b"));
}

TEST(MergedHits, KeepTheirOrderWithoutScores) {
  EXPECT_THAT(idsOfHits(merged({{aHit("a", 0), aHit("b", 0)}, {aHit("c", 0)}}, 9)),
              ElementsAre("a", "b", "c"));
}

TEST(MergedHits, AreNoMoreThanAskedFor) {
  EXPECT_THAT(idsOfHits(merged({{aHit("a", 2), aHit("b", 1)}}, 1)), ElementsAre("a"));
  EXPECT_TRUE(merged({{aHit("a", 2)}}, 0).empty());
  EXPECT_TRUE(merged({}, 5).empty());
}

TEST(HitsWithNamedFirst, BeginWithWhatIsCalledJustThat) {
  std::vector<Hit> hits{aHit("online", 3), aHit("named", 2), aHit("other", 1), aHit("too", 0)};
  hits[0].title = "Online feature store";
  hits[1].title = "Feature store";
  hits[2].title = "Feature stores";
  hits[3].title = "FEATURE STORE";

  EXPECT_THAT(idsOfHits(withNamedFirst(hits, parseQuery("feature store"))),
              ElementsAre("named", "too", "other", "online"));
  EXPECT_THAT(idsOfHits(withNamedFirst(hits, parseQuery("feature store "))),
              ElementsAre("named", "too", "online", "other"));
  EXPECT_THAT(idsOfHits(withNamedFirst(hits, parseQuery("feature sto"))),
              ElementsAre("named", "other", "too", "online"));
  EXPECT_THAT(idsOfHits(withNamedFirst(hits, parseQuery("feature"))),
              ElementsAre("online", "named", "other", "too"));
  EXPECT_THAT(idsOfHits(withNamedFirst(hits, parseQuery("kind:concept"))),
              ElementsAre("online", "named", "other", "too"));
}

}  // namespace
}  // namespace phaseboard::search
