// SPDX-License-Identifier: Apache-2.0
#include "app/ops/annotation_operations.h"

#include <gmock/gmock.h>

#include "db/notebook/sqlite_annotation_store.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using annotations::Anchor;
using annotations::Annotation;
using annotations::Colour;
using annotations::Content;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Anchor anAnchor() {
  return {TargetId{"ads/path/store"},
          "online and offline",
          "the same features",
          "so that",
          "Feature store",
          0x9000'0000'0000'0001ULL};
}

class AnnotationOperationsTest : public testing::Test {
 protected:
  std::vector<Annotation> all() {
    auto read = m_store.annotations();
    EXPECT_THAT(read, IsOk());
    return read.value_or(std::vector<Annotation>{});
  }
  annotations::AnnotationId annotate(const Content& content) {
    const auto made = m_operations.annotate(anAnchor(), content);
    EXPECT_THAT(made, IsOk());
    return made ? made->annotation : annotations::AnnotationId{};
  }

  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteAnnotationStore m_store{*m_open.store};
  ops::AnnotationOperations m_operations{*m_open.store, m_store, m_open.clock, m_open.chance};
};

TEST_F(AnnotationOperationsTest, KeepsEverythingThatWasSaid) {
  const auto made =
      m_operations.annotate(anAnchor(), {Colour::Violet, "Why?", {"B", "a", "b"}, true});

  ASSERT_THAT(made, IsOk());
  EXPECT_TRUE(made->changes.touches(ops::Aspect::Annotations));
  const auto read = all();
  ASSERT_THAT(read, SizeIs(1));
  EXPECT_EQ(read.front().id, made->annotation);
  EXPECT_EQ(read.front().anchor, anAnchor());
  EXPECT_EQ(read.front().content, (Content{Colour::Violet, "Why?", {"a", "b"}, true}));
  EXPECT_EQ(read.front().madeAt, m_open.clock.now());
  EXPECT_EQ(m_open.store->stats()->annotations, 1);
}

TEST_F(AnnotationOperationsTest, RefusesWhatSaysNothingOrTooMuch) {
  EXPECT_THAT(m_operations.annotate(anAnchor(), {}), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(m_operations.annotate({}, {Colour::Blue, {}, {}, false}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(m_operations.annotate(anAnchor(), {{}, std::string(20'001, 'x'), {}, false}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(m_operations.annotate(anAnchor(), {{}, {}, {std::string(61, 'x')}, false}),
              FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(all(), IsEmpty());
}

TEST_F(AnnotationOperationsTest, TakesEachChangeBackAndDoesItAgain) {
  const auto id = annotate({Colour::Yellow, {}, {}, false});
  m_open.clock.advanceMinutes(1);
  ASSERT_THAT(m_operations.editAnnotation(id, {Colour::Yellow, "Note.", {"t"}, false}), IsOk());
  m_open.clock.advanceMinutes(1);
  Anchor elsewhere = anAnchor();
  elsewhere.target = TargetId{"ads/other"};
  ASSERT_THAT(m_operations.reattachAnnotation(id, elsewhere), IsOk());
  ASSERT_THAT(m_operations.removeAnnotation(id), IsOk());
  ASSERT_THAT(all(), IsEmpty());

  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_EQ(all().front().anchor, elsewhere);
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_EQ(all().front().anchor, anAnchor());
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_EQ(all().front().content.note, "");
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(all(), IsEmpty());
  for (int step = 0; step < 3; ++step)
    ASSERT_THAT(m_open.desk.redo(), IsOk());

  EXPECT_EQ(all().front().anchor, elsewhere);
  EXPECT_EQ(all().front().content.note, "Note.");
}

TEST_F(AnnotationOperationsTest, JoinsEditsWithinSecondsIntoOneStep) {
  const auto id = annotate({{}, "N", {}, false});
  m_open.clock.advanceMinutes(1);
  ASSERT_THAT(m_operations.editAnnotation(id, {{}, "No", {}, false}), IsOk());
  ASSERT_THAT(m_operations.editAnnotation(id, {{}, "Not", {}, false}), IsOk());

  ASSERT_THAT(m_open.desk.undo(), IsOk());

  EXPECT_EQ(all().front().content.note, "N");
}

TEST_F(AnnotationOperationsTest, RemovesOneThatSaysNothingAnyMore) {
  const auto id = annotate({Colour::Pink, {}, {}, false});

  ASSERT_THAT(m_operations.editAnnotation(id, {}), IsOk());

  EXPECT_THAT(all(), IsEmpty());
  EXPECT_THAT(m_operations.editAnnotation(id, {Colour::Pink, {}, {}, false}),
              FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_operations.removeAnnotation(id), FailsWith(ErrorKind::NotFound));
}

TEST_F(AnnotationOperationsTest, AddsNoStepForAChangeThatChangesNothing) {
  const auto id = annotate({Colour::Pink, {}, {}, false});

  const auto same = m_operations.editAnnotation(id, {Colour::Pink, {}, {}, false});

  ASSERT_THAT(same, IsOk());
  EXPECT_THAT(same->changes.aspects, IsEmpty());
  ASSERT_THAT(m_open.desk.undo(), IsOk());
  EXPECT_THAT(all(), IsEmpty());
}

TEST_F(AnnotationOperationsTest, WritesOnlyInsideAUnitOfWork) {
  EXPECT_THAT(m_store.writeAnnotation({}), FailsWith(ErrorKind::Internal));
  EXPECT_THAT(m_store.removeAnnotation({}), FailsWith(ErrorKind::Internal));
}

}  // namespace
}  // namespace phaseboard::test
