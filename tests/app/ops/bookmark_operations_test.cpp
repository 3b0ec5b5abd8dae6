// SPDX-License-Identifier: Apache-2.0
#include "app/ops/bookmark_operations.h"

#include <gmock/gmock.h>

#include "db/notebook/sqlite_bookmark_store.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using bookmarks::Spot;
using bookmarks::SpotKind;
using testing::ElementsAre;
using testing::IsEmpty;

const Spot kStoreSpot{SpotKind::Part, "ads/serving/store"};
const Spot kDataSpot{SpotKind::Phase, "ads#data"};

class BookmarkOperationsTest : public testing::Test {
 protected:
  std::vector<Spot> spots() {
    const auto read = m_operations.read(m_pack);
    EXPECT_THAT(read, IsOk());
    std::vector<Spot> found;
    for (const bookmarks::Bookmark& bookmark : read.value_or(std::vector<bookmarks::Bookmark>()))
      found.push_back(bookmark.spot);
    return found;
  }
  void mark(const Spot& spot, bool marked = true) {
    ASSERT_THAT(m_operations.markPlace(spot, "A place", marked, m_pack), IsOk());
    m_open.clock.advanceMinutes(1);
  }

  PromptPack m_pack{{}};
  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteBookmarkStore m_store{*m_open.store};
  ops::BookmarkOperations m_operations{*m_open.store, m_store, m_open.clock};
};

TEST_F(BookmarkOperationsTest, ListsTheNewestFirst) {
  mark(kStoreSpot);
  mark(kDataSpot);

  EXPECT_THAT(spots(), ElementsAre(kDataSpot, kStoreSpot));
}

TEST_F(BookmarkOperationsTest, AreMarkedOnceAndTakenOff) {
  mark(kStoreSpot);

  const auto again = m_operations.markPlace(kStoreSpot, "A place", true, m_pack);

  EXPECT_THAT(again->changes.aspects, IsEmpty());
  mark(kStoreSpot, false);
  EXPECT_THAT(spots(), IsEmpty());
}

TEST_F(BookmarkOperationsTest, AreTakenBackAndDoneAgain) {
  mark(kStoreSpot);

  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(spots(), IsEmpty());
  ASSERT_THAT(m_open.desk.redo(), IsOk());
  EXPECT_THAT(spots(), ElementsAre(kStoreSpot));
}

TEST_F(BookmarkOperationsTest, FollowARenameAndComeBackWithTheOlderPack) {
  mark(kStoreSpot);
  const Spot renamed{SpotKind::Part, "adverts/serving/store"};
  PromptPack updated{{}};
  updated.rename(kStoreSpot.id, renamed.id);

  EXPECT_EQ(m_operations.read(updated)->front().spot, renamed);
  EXPECT_THAT(m_operations.markPlace(renamed, "", true, updated)->changes.aspects, IsEmpty())
      << "it is marked already";
  EXPECT_THAT(spots(), ElementsAre(kStoreSpot));
  ASSERT_THAT(m_operations.markPlace(renamed, "", false, updated), IsOk());
  EXPECT_THAT(spots(), IsEmpty());
}

TEST_F(BookmarkOperationsTest, RefuseAPlaceWithoutAnId) {
  EXPECT_THAT(m_operations.markPlace({SpotKind::Part, ""}, "", true, m_pack),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(Spots, AreReadAsTheyAreWritten) {
  for (const SpotKind kind : {SpotKind::Question, SpotKind::Phase, SpotKind::Answer,
                              SpotKind::Figure, SpotKind::Part, SpotKind::Item, SpotKind::Concept})
    EXPECT_EQ(bookmarks::spotFrom(bookmarks::textOf({kind, "a:b/c#d"})), (Spot{kind, "a:b/c#d"}));
  EXPECT_FALSE(bookmarks::spotFrom("nowhere:a").has_value());
  EXPECT_FALSE(bookmarks::spotFrom("part:").has_value());
  EXPECT_FALSE(bookmarks::spotFrom("").has_value());
}

}  // namespace
}  // namespace phaseboard::test
