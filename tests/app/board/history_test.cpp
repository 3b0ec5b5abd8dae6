// SPDX-License-Identifier: Apache-2.0
#include "app/board/history.h"

#include <gmock/gmock.h>

#include "app/board/drawing.h"
#include "app/board/edit_codec.h"
#include "tests/app/board/board_builder.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::board {
namespace {

using test::FailsWith;
using test::IsOk;

Edit placed(const History& history, const std::string& name) {
  return placePart(history.document(), name, PartKind::Process, {}, test::anExtent());
}

TEST(History, ComesBackFromItsLog) {
  History history;
  for (const char* name : {"User", "Server", "Model"})
    ASSERT_THAT(history.draw(placed(history, name), Instant{5}), IsOk());
  history.undo(Instant{6});
  history.undo(Instant{7});
  history.redo(Instant{8});

  const auto replayed = History::replay(history.entries());

  ASSERT_THAT(replayed, IsOk());
  EXPECT_EQ(replayed->document(), history.document());
  EXPECT_EQ(replayed->document().all<Part>().size(), 2U);
  EXPECT_TRUE(replayed->canRedo());
}

TEST(History, GrowsWhenSomethingIsTakenBack) {
  History history;
  ASSERT_THAT(history.draw(placed(history, "User"), Instant{1}), IsOk());

  const auto undone = history.undo(Instant{2});

  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->number, 2);
  EXPECT_EQ(undone->target, 1);
  EXPECT_EQ(history.entries().size(), 2U);
  EXPECT_TRUE(history.document().isEmpty());
}

TEST(History, ForgetsWhatWasUndoneWhenSomethingElseIsDrawn) {
  History history;
  ASSERT_THAT(history.draw(placed(history, "User"), Instant{1}), IsOk());
  history.undo(Instant{2});

  ASSERT_THAT(history.draw(placed(history, "Server"), Instant{3}), IsOk());

  EXPECT_FALSE(history.redo(Instant{4}));
}

TEST(History, DoesNotTakeBackWhatWasGiven) {
  History history;
  ASSERT_THAT(history.give(placed(history, "User"), Instant{1}), IsOk());

  EXPECT_FALSE(history.canUndo());
  EXPECT_THAT(history.give(placed(history, "Server"), Instant{1}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(History, KeepsNoEntryForAnEditThatChangesNothing) {
  History history;
  ASSERT_THAT(history.draw(placed(history, "User"), Instant{1}), IsOk());

  const auto entry =
      history.draw(moveSelection(history.document(), {ElementId{1}}, {}), Instant{2});

  ASSERT_THAT(entry, IsOk());
  EXPECT_FALSE(entry->has_value());
  EXPECT_EQ(history.entries().size(), 1U);
}

TEST(History, ShowsWhatWasThereAtAnyTime) {
  History history;
  ASSERT_THAT(history.draw(placed(history, "User"), Instant{1}), IsOk());
  ASSERT_THAT(history.draw(placed(history, "Server"), Instant{2}), IsOk());
  history.undo(Instant{3});

  EXPECT_EQ(history.documentAfter(0).elements().size(), 0U);
  EXPECT_EQ(history.documentAfter(2).elements().size(), 2U);
  EXPECT_EQ(history.documentAfter(3), history.document());
}

TEST(History, RefusesALogThatContradictsItself) {
  History history;
  ASSERT_THAT(history.draw(placed(history, "User"), Instant{1}), IsOk());
  ASSERT_THAT(history.draw(placed(history, "Server"), Instant{2}), IsOk());
  auto gap = history.entries();
  gap.erase(gap.begin());
  auto twice = history.entries();
  twice[1].edit = twice[0].edit;

  EXPECT_THAT(History::replay(gap), FailsWith(ErrorKind::Damaged));
  EXPECT_THAT(History::replay(twice), FailsWith(ErrorKind::Damaged));
}

TEST(History, IsTheSameAfterUndoingAndRedoingEverything) {
  History history;
  std::uint32_t random = 1;
  for (int i = 0; i < 200; ++i) {
    random = random * 1664525U + 1013904223U;
    const Document& document = history.document();
    const Selection some{ElementId{1 + random % 20}, ElementId{1 + random % 7}};
    const Edit edit = random % 5 == 0   ? removeSelection(document, some)
                      : random % 5 == 1 ? moveSelection(document, some, {12, -7})
                      : random % 5 == 2 ? connectParts(document, *some.begin(), *some.rbegin())
                                        : placed(history, "Part " + std::to_string(i));
    ASSERT_THAT(history.draw(edit, Instant{i}), IsOk());
  }
  const Document whole = history.document();
  int steps = 0;
  while (history.undo(Instant{500}))
    ++steps;
  EXPECT_TRUE(history.document().isEmpty());
  EXPECT_GT(steps, 50);

  while (history.redo(Instant{600})) {
  }

  EXPECT_EQ(history.document(), whole);
}

TEST(EditCodec, GivesBackWhatWasEncoded) {
  Document document = test::aChain({"User", "Sérver", ""});
  test::mustDraw(document, groupSelection(document, {ElementId{1}}, "Online"));
  test::mustDraw(document, drawStroke(document, {{0.5, 0.25}, {3, 4}, {1000, -7}}));
  test::mustDraw(document, writeText(document, "two\nlines", {1, 2, 30, 40}));
  Edit edit = removeSelection(document, {ElementId{1}, ElementId{2}});
  for (const auto& [id, element] : document.elements())
    edit.push_back({std::nullopt, element});

  const auto decoded = decodeEdit(encodeEdit(edit));

  ASSERT_THAT(decoded, IsOk());
  EXPECT_EQ(*decoded, edit);
}

TEST(EditCodec, RefusesBytesThatAreCutOrAltered) {
  Document document = test::aChain({"User", "Server"});
  test::mustDraw(document, drawStroke(document, {{0, 0}, {3, 4}}));
  Edit edit;
  for (const auto& [id, element] : document.elements())
    edit.push_back({std::nullopt, element});
  const std::string bytes = encodeEdit(edit);

  for (std::size_t length = 0; length < bytes.size(); ++length) {
    SCOPED_TRACE(length);
    EXPECT_THAT(decodeEdit(std::string_view(bytes).substr(0, length)),
                FailsWith(ErrorKind::Damaged));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 0x5a);
    const auto decoded = decodeEdit(altered);  // may be another sound edit, never a crash
    if (decoded) {
      EXPECT_EQ(encodeEdit(*decoded).size(), altered.size());
    }
  }
}

}  // namespace
}  // namespace phaseboard::board
