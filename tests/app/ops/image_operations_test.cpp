// SPDX-License-Identifier: Apache-2.0
#include "app/ops/image_operations.h"

#include <gmock/gmock.h>

#include "db/connection.h"
#include "db/notebook/sqlite_image_store.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

std::string pngBytes(std::size_t size) {
  std::string bytes("\x89PNG\r\n\x1a\n", 8);
  bytes.resize(size, '\0');
  return bytes;
}

class ImageOperationsTest : public testing::Test {
 protected:
  Result<ops::ImageOutcome> add(const answers::Image& image) {
    return m_operations.addImage(kAdsModel, image);
  }
  bool isThere(const answers::ImageId& id) { return m_store.image(id)->has_value(); }

  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteImageStore m_store{*m_open.store};
  ops::ImageOperations m_operations{*m_open.store, m_store, m_open.clock, m_open.chance};
};

TEST_F(ImageOperationsTest, KeepsEveryByte) {
  const std::string bytes = pngBytes(5'000);

  const auto added = add({{}, bytes, 40, 30});

  ASSERT_THAT(added, IsOk());
  EXPECT_TRUE(added->changes.touches(ops::Aspect::Images));
  const auto read = m_store.image(added->image);
  ASSERT_TRUE(read && *read);
  EXPECT_EQ((*read)->bytes, bytes);
  EXPECT_EQ((*read)->width, 40);
  EXPECT_EQ((*read)->height, 30);
  EXPECT_EQ(*m_store.imageCount(kAdsModel), 1);
}

TEST_F(ImageOperationsTest, AddingIsTakenBackAndDoneAgain) {
  const auto added = add({{}, pngBytes(100), 4, 3});
  ASSERT_THAT(added, IsOk());

  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_FALSE(isThere(added->image));
  ASSERT_THAT(m_open.desk.redo(), IsOk());
  EXPECT_TRUE(isThere(added->image));
}

TEST_F(ImageOperationsTest, AStepOfUndoDoesNotHoldTheImage) {
  ASSERT_THAT(add({{}, pngBytes(1'000'000), 4, 3}), IsOk());

  EXPECT_LT(m_open.store->connection().integer("SELECT sum(length(row_changes)) FROM undo_step"),
            1'000);
}

TEST_F(ImageOperationsTest, RefusesWhatIsTooLargeOrOfAnotherKind) {
  EXPECT_THAT(add({{}, "GIF89a....", 4, 3}), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(add({{}, pngBytes(answers::kMostImageBytes + 1), 4, 3}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(add({{}, pngBytes(100), answers::kMostImageSide + 1, 3}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(add({{}, pngBytes(100), 4, 0}), FailsWith(ErrorKind::InvalidInput));
  EXPECT_EQ(*m_store.imageCount(), 0);
}

TEST_F(ImageOperationsTest, RefusesMoreThanAnAnswerMayHave) {
  for (int i = 0; i < answers::kMostImagesOfAnswer; ++i)
    ASSERT_THAT(add({{}, pngBytes(100), 4, 3}), IsOk());

  EXPECT_THAT(add({{}, pngBytes(100), 4, 3}), FailsWith(ErrorKind::InvalidInput));

  EXPECT_EQ(*m_store.imageCount(kAdsModel), answers::kMostImagesOfAnswer);
}

}  // namespace
}  // namespace phaseboard::test
